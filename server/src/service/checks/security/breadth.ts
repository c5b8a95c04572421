import type { ResourcePattern } from '../../model/resource';
import type { Statement } from '../../model/statement';

/** Whether the statement is about every resource, whatever the request. */
export function isOnEverything(statement: Statement): boolean {
  return isUnconditional(statement) && statement.resources.some(({ isStar, negated }) => isStar && !negated);
}

export function isUnconditional(statement: Statement): boolean {
  return statement.element('Condition') === undefined;
}

/** Names of reading actions, some of which the reference calls Write; in lower case. */
export const reading = /^(batch_?)?(get|list|describe|search|view|lookup|query)/;

/** IAM's own resources whose ARNs are known from the action: roles for all that pass or change one, and so on. */
const iamTypes: readonly [RegExp, string][] = [
  [/^(iam:passrole|iam:(attach|put)rolepolicy|iam:updateassumerolepolicy|sts:assumerole)$/, 'role'],
  [/^iam:((attach|put)userpolicy|createaccesskey|(create|update)loginprofile)$/, 'user'],
  [/^iam:((attach|put)grouppolicy|addusertogroup)$/, 'group'],
  [/^iam:(createpolicyversion|setdefaultpolicyversion)$/, 'policy'],
];

/**
 * Whether the statement is about every resource that the action takes, whatever the request: `*`, or all roles, users,
 * groups or policies of an account (`arn:aws:iam::*:role/*`). The action is in lower case.
 */
export function isOnAllOf(action: string, statement: Statement): boolean {
  if (isOnEverything(statement)) return true;
  if (!isUnconditional(statement)) return false;
  const type = iamTypes.find(([actions]) => actions.test(action))?.[1];
  return type !== undefined && statement.resources.some((resource) => isEveryIam(type, resource));
}

/** Whether a pattern takes in all resources of a type of IAM, of some account at least: `arn:aws:iam::*:role/*`. */
export function isEveryIam(type: string, { plainArn, negated }: ResourcePattern): boolean {
  if (negated || !plainArn) return false;
  const { service, region, resource } = plainArn;
  const isOfIam = (service === 'iam' || service === '*') && (region === '' || region === '*');
  return isOfIam && (resource === '*' || resource === `${type}/*`);
}
