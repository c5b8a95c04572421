import type { Action, Service } from '../../catalog/catalog';
import { usualTypes } from '../../iam/usualResources';
import type { Check } from '../check';
import { findGaps, type Gap, mayHaveGap } from './gaps';

/** What people call a type whose name says little. */
const otherNames: ReadonlyMap<string, string> = new Map([['image', 'image (AMI)']]);

function list(types: readonly string[]): string {
  return types.map((type) => otherNames.get(type) ?? type).join(', ');
}

/** All resources of each type. */
function patterns(types: readonly string[], { resourceTypes }: Service): string[] {
  const arns = types.flatMap((type) => resourceTypes.get(type.toLowerCase())?.arns.slice(0, 1) ?? []);
  return arns.map((arn) => arn.replace('${Partition}', 'aws').replace(/\$\{[^}]*\}/g, '*'));
}

function allowedTypes({ resources }: Action, allowed: ReadonlySet<string>): string[] {
  return resources.map(({ type }) => type).filter((type) => allowed.has(type.toLowerCase()));
}

function explain({ service, action, allowed, missing }: Gap): string {
  return (
    `This allows the ${list(allowedTypes(action, allowed))}, but ${action.name} also needs: ${list(missing)}. ` +
    `Allow it on these as well, here or in another statement: ${patterns(missing, service).join(', ')}.`
  );
}

/** What is missing, and what such a call usually needs besides. */
function worthAdding({ service, action, allowed, missing }: Gap): string[] {
  const usual = usualTypes(`${service.prefix}:${action.name}`);
  return [...missing, ...usual.filter((type) => !missing.includes(type) && !allowed.has(type))];
}

/**
 * An action works only when every resource it touches is allowed: launching an instance touches an image, a
 * subnet and more. Looks at all Allow statements of the document together.
 * https://docs.aws.amazon.com/service-authorization/latest/reference/reference_policies_actions-resources-contextkeys.html
 */
export const missingRequiredResource: Check = {
  code: 'MISSING_REQUIRED_RESOURCE',
  type: 'WARNING',
  kinds: ['identity', 'scp'],
  seeks: (_action, meaning) => mayHaveGap(meaning),
  presumes: 'statements',
  summary: 'An action is allowed on some of the resources it needs, but not on all.',
  document(policy, context) {
    for (const gap of findGaps(policy, context)) {
      context.report(gap.nodes, explain(gap), {
        ...(gap.service.prefix !== 'ec2' && { severity: 'information' }),
        data: { missing: patterns(worthAdding(gap), gap.service) },
      });
    }
  },
};
