import type { Statement } from '../../model/statement';

/**
 * Condition keys that tell for which resource or account an AWS service acts.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/confused-deputy.html
 */
export const sourceKeys: ReadonlySet<string> = new Set([
  'aws:sourcearn',
  'aws:sourceaccount',
  'aws:sourceorgid',
  'aws:sourceorgpaths',
  // The same, under the names that single services give it.
  'aws:sourceowner',
  'kms:grantisforawsresource',
  'kms:viaservice',
  'kms:calleraccount',
  'aws:principalisawsservice',
]);

/** Whether all principals of the statement are services. */
export function trustsOnlyServices(statement: Statement): boolean {
  const { principals } = statement;
  return principals.length > 0 && principals.every(({ type, negated }) => type === 'Service' && !negated);
}

export function hasSourceKey(statement: Statement): boolean {
  return statement.conditionClauses.some(({ lowerKey }) => sourceKeys.has(lowerKey));
}
