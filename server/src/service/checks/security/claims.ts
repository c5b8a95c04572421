import { matchesAction } from '../../iam/statementActions';
import type { Statement } from '../../model/statement';

/** Whether the statement lets people from an identity provider in by the action (lower case, without prefix). */
export function admits(statement: Statement, action: string): boolean {
  return (
    statement.effect === 'Allow' &&
    statement.actions.some((pattern) => !pattern.negated && matchesAction(pattern, 'sts', action))
  );
}

/** Whether a condition of the statement asks for a value of the key (lower case), and not just any. */
export function asksFor(statement: Statement, key: string): boolean {
  return statement.conditionClauses.some(
    ({ lowerKey, values, operator }) =>
      lowerKey === key &&
      operator?.family !== 'Null' &&
      !values.some((value) => value.kind === 'string' && /^\*+$/.test(value.text)),
  );
}
