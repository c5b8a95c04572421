import { type ConditionOperator, failsWithoutKey } from '../iam/operators';
import type { ConditionClause } from '../model/condition';
import { compare } from './compare';
import { type Reading, resolveValue } from './resolve';
import { all, any, not, type Ternary, ternary } from './ternary';

/**
 * Whether a request meets one condition: a key under an operator. Several values are alternatives.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-logic-multiple-context-keys-or-values.html
 */
export function evaluateClause(clause: ConditionClause, reading: Reading): Ternary {
  const { operator, key } = clause;
  if (!operator) return 'unknown';
  const state = reading.context.state(key);
  if (state === 'unknown') return 'unknown';
  const given = state === 'absent' ? [] : state;
  if (operator.family === 'Null') return evaluateNull(clause, given.length === 0, reading);
  if (given.length === 0) return ternary(!failsWithoutKey(operator));
  const wanted = clause.values.map((node) => resolveValue(node, reading));
  const meets = given.map((value) => evaluateValue(operator, value, wanted));
  if (operator.set === 'ForAnyValue') return any(meets);
  // Without a set operator a list can't be compared; AWS does not say what happens.
  return operator.set === 'ForAllValues' || meets.length === 1 ? all(meets) : 'unknown';
}

function evaluateValue(
  operator: ConditionOperator,
  given: string,
  wanted: readonly (string | undefined)[],
): Ternary {
  const matches = any(
    wanted.map((value) => (value === undefined ? 'unknown' : compare(operator, given, value))),
  );
  return operator.negated ? not(matches) : matches;
}

function evaluateNull({ values }: ConditionClause, isAbsent: boolean, reading: Reading): Ternary {
  const wanted = values.map((node) => resolveValue(node, reading)?.toLowerCase());
  return any(
    wanted.map((value) => (value === undefined ? 'unknown' : ternary((value === 'true') === isAbsent))),
  );
}
