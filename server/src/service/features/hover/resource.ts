import type { Catalog, Service } from '../../catalog/catalog';
import { parseArn } from '../../iam/arn';
import { readableFormat, typesMatching } from '../../iam/arnFormats';
import type { Around } from './conditionKey';
import { servicePage } from './action';
import { codeOf, guide, paragraphs, some } from './markdown';

/** About the ARN or pattern of a Resource; undefined where it is no ARN of a known service. */
export function describeResource(text: string, catalog: Catalog, around: Around): string | undefined {
  if (text === '*')
    return paragraphs('**`*`** means every resource.', guide('reference_policies_elements_resource'));
  const arn = parseArn(text);
  const service = arn && catalog.service(arn.service);
  if (!arn || !service) return undefined;
  const types = (typesMatching(text, service) ?? []).flatMap(
    (type) => service.resourceTypes.get(type)?.name ?? [],
  );
  return paragraphs(
    `**${codeOf(text)}**`,
    types.length > 0
      ? `Can be ${types.length === 1 ? 'of the type' : 'of the types'} ${some(types, shown)} of ${service.name}.`
      : `${service.name} has no resource of this form.`,
    place(arn),
    formats(types, service),
    takers(types, service, around),
    servicePage(service.prefix, catalog),
  );
}

const shown = 6;

function place({ partition, region, account }: NonNullable<ReturnType<typeof parseArn>>): string {
  const parts = [
    partition !== 'aws' && `partition ${codeOf(partition)}`,
    region === '' ? 'in no Region' : region === '*' ? 'in any Region' : `in ${codeOf(region)}`,
    account === '' ? 'of no account' : account === '*' ? 'of any account' : `of account ${codeOf(account)}`,
  ];
  return `${parts.filter(Boolean).join(', ')}.`.replace(/^./, (first) => first.toUpperCase());
}

function formats(types: readonly string[], { resourceTypes }: Service): string | undefined {
  const arns = types.flatMap((type) => resourceTypes.get(type.toLowerCase())?.arns ?? []).map(readableFormat);
  return arns.length > 0 && arns.length <= shown
    ? arns.map((arn) => `- ${codeOf(arn)}`).join('\n')
    : undefined;
}

/** Which of the statement's actions work on such a resource. */
function takers(
  types: readonly string[],
  { prefix }: Service,
  { statement, meaningOf }: Around,
): string | undefined {
  const meant = (statement?.actions ?? []).map(meaningOf).filter(({ service }) => service?.prefix === prefix);
  const actions = meant.flatMap((meaning) => meaning.actions ?? []);
  if (actions.length === 0 || types.length === 0) return undefined;
  const taking = actions.filter(({ resources }) => resources.some(({ type }) => types.includes(type)));
  if (taking.length === 0) return 'None of the statement’s actions works on it.';
  return `Worked on by ${some([...new Set(taking.map(({ name }) => `${prefix}:${name}`))], shown)}.`;
}
