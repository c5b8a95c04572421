import type { Catalog } from '../../catalog/catalog';
import { parseArn } from '../../iam/arn';
import { typesMatching } from '../../iam/arnFormats';
import { listOf } from '../../model/nodes';
import type { Statement } from '../../model/statement';
import { listOfWords } from './words';

const most = 2;

/** `on queue q`, `in bucket b`, `on everything except role a`; empty where the statement names none. */
export function resourcesInWords(statement: Statement, catalog: Catalog, takesResources: boolean): string {
  const { resources, usesNotResource } = statement;
  const later = [...listOf(statement.value('Resource')), ...listOf(statement.value('NotResource'))].filter(
    ({ kind }) => kind === 'computed',
  ).length;
  if (resources.some(({ isStar }) => isStar)) {
    if (usesNotResource) return ' on nothing at all';
    return takesResources ? ' on any resource' : '';
  }
  const things = resources.map(({ text }) => thingOf(text, catalog));
  const buckets = things.flatMap(({ inside }) => inside ?? []);
  if (buckets.length > 0 && buckets.length === things.length && later === 0 && !usesNotResource)
    return ` in ${listOfWords(buckets, most)}`;
  const names = [...withContents(things), ...Array<string>(later).fill('what is filled in later')];
  if (names.length === 0) return '';
  return ` on ${usesNotResource ? 'everything except ' : ''}${listOfWords([...new Set(names)], most)}`;
}

interface Thing {
  readonly name: string;
  /** What the thing stands for all contents of. */
  readonly inside?: string;
}

/** A bucket and all that is in it, told in one. */
function withContents(things: readonly Thing[]): string[] {
  const whole = new Set(things.map(({ name }) => name));
  const filled = new Set(things.flatMap(({ inside }) => (inside && whole.has(inside) ? inside : [])));
  return things.flatMap(({ name, inside }) => {
    if (inside && filled.has(inside)) return [];
    return filled.has(name) ? [`${name} and everything in it`] : [name];
  });
}

function thingOf(text: string, catalog: Catalog): Thing {
  const arn = parseArn(text);
  const service = arn && catalog.service(arn.service);
  if (!arn || !service) return { name: text };
  if (service.prefix === 's3' && arn.account === '' && arn.region === '') return ofS3(arn.resource);
  const types = typesMatching(text, service) ?? [];
  const first = arn.resource.split(/[/:]/)[0]!.toLowerCase();
  const type = types.length === 1 ? types[0] : types.find((one) => one === first);
  if (type === undefined) return { name: types.length > 1 ? `${service.name} ${arn.resource}` : text };
  const isTyped = /[/:]/.test(arn.resource);
  const name = isTyped ? arn.resource.slice(first.length + 1) : arn.resource;
  const said = (service.resourceTypes.get(type)?.name ?? type).replace(/[-_]/g, ' ').toLowerCase();
  const place = arn.region === '' || arn.region === '*' ? '' : ` in ${arn.region}`;
  return { name: `${/^\*+$/.test(name) ? `any ${said}` : `${said} ${name}`}${place}` };
}

function ofS3(resource: string): Thing {
  const slash = resource.indexOf('/');
  const name = slash < 0 ? resource : resource.slice(0, slash);
  const bucket = /^\*+$/.test(name) ? 'any bucket' : `bucket ${name}`;
  if (slash < 0) return { name: bucket };
  const key = resource.slice(slash + 1);
  if (/^\*+$/.test(key)) return { name: `everything in ${bucket}`, inside: bucket };
  const folder = /^([^*?]+\/)\*+$/.exec(key)?.[1];
  const inside = folder === undefined ? undefined : `${bucket} under ${folder}`;
  return inside === undefined ? { name: `${key} in ${bucket}` } : { name: `everything in ${inside}`, inside };
}
