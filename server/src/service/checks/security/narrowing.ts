import type { PolicyNode } from '../../model/nodes';
import type { ConditionClause } from '../../model/condition';
import type { Statement } from '../../model/statement';
import { sourceKeys } from '../principals/sourceKeys';

/** Condition keys, lower case, that tell strangers from one's own. */
const narrowing: ReadonlySet<string> = new Set([
  'aws:principalaccount',
  'aws:principalarn',
  'aws:principalorgid',
  'aws:principalorgpaths',
  'aws:principalisawsservice',
  'aws:principalservicename',
  'aws:sourceaccount',
  'aws:sourcearn',
  'aws:sourceip',
  'aws:sourceorgid',
  'aws:sourceorgpaths',
  'aws:sourceowner',
  'aws:sourcevpc',
  'aws:sourcevpcarn',
  'aws:sourcevpce',
  'aws:userid',
  'aws:vpceaccount',
  'aws:vpceorgid',
  'aws:vpceorgpaths',
  'kms:calleraccount',
  'kms:viaservice',
  's3:dataaccesspointaccount',
  's3:dataaccesspointarn',
  'sts:externalid',
  'lambda:functionurlauthtype',
]);

/** Of keys of which nothing is known here, those that strangers fulfil as easily. */
const narrowsNothing: ReadonlySet<string> = new Set(['sns:protocol']);

/** Every address, every name, every organization. */
const everywhere = /^(0\.0\.0\.0\/0|::\/0|[*?]+|o-[*?]+(\/[*?/]*)?)$/;

/** Nothing but wildcards, as in `arn:aws:s3:::*`. */
const open = /^[*?]*$/;

/** An ARN that anybody can have: of any account, or of a global namespace with any name (`arn:aws:s3:::*`). */
function isAnybodysArn(text: string): boolean {
  if (!/^arn:/i.test(text) || /\d{12}|\$\{/.test(text)) return false;
  const [, , , , account = '*', ...resource] = text.split(':');
  return account === '' ? open.test(resource.join(':')) : open.test(account);
}

/**
 * Whether a condition leaves strangers out, by a fixed value in the sense of
 * https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-control-block-public-access.html.
 */
export function isNarrowing(
  { lowerKey, operator, values }: ConditionClause,
  others: readonly ConditionClause[],
): boolean {
  // An unknown key may narrow as well: a tag, a claim, a key newer than this list.
  const counts =
    narrowing.has(lowerKey) ||
    (!/^(aws:|s3:)/.test(lowerKey) && !narrowsNothing.has(lowerKey)) ||
    lowerKey.includes('tag/');
  if (!counts || !operator || operator.negated || operator.ifExists || operator.family === 'Null')
    return false;
  // ForAllValues holds for who has none of the values, such as people without an account.
  if (operator.set === 'ForAllValues' && !others.some((other) => asksForPresence(other, lowerKey)))
    return false;
  return !isAnybodys(values);
}

function isAnybodys(values: ConditionClause['values']): boolean {
  return values.some(
    (value) => value.kind === 'string' && (everywhere.test(value.text) || isAnybodysArn(value.text)),
  );
}

/** Whether a condition says for whom a service may act: https://docs.aws.amazon.com/IAM/latest/UserGuide/confused-deputy.html. */
export function limitsSource({ conditionClauses }: Statement): boolean {
  return conditionClauses.some(
    ({ lowerKey, operator, values }) =>
      sourceKeys.has(lowerKey) &&
      !(operator?.negated === true || operator?.family === 'Null') &&
      !isAnybodys(values),
  );
}

/** Keys of which everybody in another account can have the values that are asked for. */
const saysNotWho =
  /^aws:(currenttime|epochtime|referer|requestedregion|securetransport|useragent|viaawsservice)$/;

/** Whether a condition tells some of those in a trusted account from others; multi-factor authentication does. */
export function choosesWithinAccount(clause: ConditionClause, others: readonly ConditionClause[]): boolean {
  const { lowerKey, operator, values } = clause;
  if (saysNotWho.test(lowerKey)) return false;
  if (!operator || lowerKey.startsWith('aws:multifactorauth')) return true;
  if (operator.negated || operator.ifExists || operator.family === 'Null') return false;
  if (operator.set === 'ForAllValues' && !others.some((other) => asksForPresence(other, lowerKey)))
    return false;
  return !isAnybodys(values);
}

function asksForPresence({ lowerKey, operator, values }: ConditionClause, key: string): boolean {
  return (
    lowerKey === key &&
    (operator?.set === 'ForAnyValue' || (operator?.family === 'Null' && values.some(mayBeFalse)))
  );
}

/** Computed values may be anything. */
function mayBeFalse(value: PolicyNode): boolean {
  return value.kind === 'computed' || ('text' in value && value.text === 'false');
}
