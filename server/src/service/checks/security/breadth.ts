import type { Statement } from '../../model/statement';

/** Whether the statement is about every resource, whatever the request. */
export function isOnEverything(statement: Statement): boolean {
  return isUnconditional(statement) && statement.resources.some(({ isStar, negated }) => isStar && !negated);
}

export function isUnconditional(statement: Statement): boolean {
  return statement.element('Condition') === undefined;
}
