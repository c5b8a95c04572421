import { supportsKey } from '../../iam/actionKeys';
import type { ActionPattern } from '../../model/action';
import { hasComputed } from '../../model/nodes';
import type { Statement } from '../../model/statement';
import type { CheckContext } from '../check';

/** Strings of an `Action` sorted by whether requests for them can carry a condition key. */
export interface ActionsByKey {
  /** At least one of the actions the string matches. */
  readonly supporting: readonly ActionPattern[];
  readonly lacking: readonly ActionPattern[];
  /** Some action is unknown or computed, so that others may support the key. */
  readonly isPartial: boolean;
}

/** Whether no request for the statement's actions can carry the key; false where that is not certain. */
export function noneSupportsKey(statement: Statement, key: string, { meaningOf }: CheckContext): boolean {
  if (statement.usesNotAction || statement.actions.length === 0) return false;
  if (hasComputed(statement.value('Action'))) return false;
  return statement.actions.every((pattern) => {
    const { service, actions = [] } = meaningOf(pattern);
    return service && actions.length > 0 && !actions.some((action) => supportsKey(service, action, key));
  });
}

/** Undefined for NotAction, which nobody can go through. */
export function actionsByKey(
  statement: Statement,
  key: string,
  { meaningOf }: CheckContext,
): ActionsByKey | undefined {
  if (statement.usesNotAction || statement.actions.length === 0) return undefined;
  const supporting: ActionPattern[] = [];
  const lacking: ActionPattern[] = [];
  let isPartial = hasComputed(statement.value('Action'));
  for (const pattern of statement.actions) {
    const { service, actions = [] } = meaningOf(pattern);
    if (!service || actions.length === 0) isPartial = true;
    else if (actions.some((action) => supportsKey(service, action, key))) supporting.push(pattern);
    else lacking.push(pattern);
  }
  return { supporting, lacking, isPartial };
}
