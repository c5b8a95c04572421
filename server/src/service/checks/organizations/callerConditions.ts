import type { ConditionClause } from '../../model/condition';
import type { Statement } from '../../model/statement';
import type { ClauseHead } from '../check';

const principalKeys = new Set([
  'aws:principalorgid',
  'aws:principalorgpaths',
  'aws:principalaccount',
  'aws:principalarn',
]);
const sourceKeys = new Set(['aws:sourceaccount', 'aws:sourcearn', 'aws:sourceorgid', 'aws:sourceorgpaths']);

/** A key that tells who calls, which a call of an AWS service does not have. */
export function isPrincipalKey({ lowerKey }: ClauseHead): boolean {
  return principalKeys.has(lowerKey) || lowerKey.startsWith('aws:principaltag/');
}

/** A key that tells on whose behalf an AWS service calls, which other calls do not have. */
export function isSourceKey({ lowerKey }: ClauseHead): boolean {
  return sourceKeys.has(lowerKey);
}

/**
 * Whether the clause is also met by a request without the key, so that a Deny hits those who never have it.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html
 */
export function isMetWithoutKey({ operator }: ConditionClause): boolean {
  if (!operator || operator.family === 'Null') return false;
  if (operator.set === 'ForAnyValue') return false;
  return operator.negated || operator.ifExists || operator.set === 'ForAllValues';
}

/** The statement is limited to calls by AWS services (`true`) or to all others (`false`). */
export function isAboutServices({ conditionClauses }: Statement, answer: 'true' | 'false'): boolean {
  return conditionClauses.some(
    (clause) =>
      clause.lowerKey === 'aws:principalisawsservice' &&
      clause.operator?.family === 'Bool' &&
      says(clause, answer),
  );
}

/** The statement is limited to calls that carry a source key. */
export function needsSource({ conditionClauses }: Statement): boolean {
  return conditionClauses.some(
    (clause) => isSourceKey(clause) && clause.operator?.family === 'Null' && says(clause, 'false'),
  );
}

/** A computed value may say it. */
function says({ values }: ConditionClause, answer: string): boolean {
  return values.some(
    (value) =>
      value.kind === 'computed' ||
      ((value.kind === 'string' || value.kind === 'boolean') && value.text.toLowerCase() === answer),
  );
}
