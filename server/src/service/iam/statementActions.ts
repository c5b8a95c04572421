import { hasComputed } from '../model/nodes';
import type { ActionName, ActionPattern } from '../model/action';
import type { Statement } from '../model/statement';
import { matchesWildcard } from './wildcard';

/** Whether the pattern matches the action, both halves lower case. */
export function matchesAction(pattern: ActionName, prefix: string, name: string): boolean {
  if (pattern.prefix === undefined) return pattern.isEverything;
  return (
    (pattern.prefix === prefix || (pattern.isPattern && matchesWildcard(pattern.prefix, prefix))) &&
    (pattern.name === name || (pattern.hasWildcard && matchesWildcard(pattern.name, name)))
  );
}

/** Whether the statement is about the action, whatever its effect; a computed action may be any. */
export function isAboutAction(statement: Statement, prefix: string, name: string): boolean {
  const matching = (pattern: ActionPattern) => matchesAction(pattern, prefix, name);
  if (statement.usesNotAction) return !statement.actions.some(matching);
  return statement.actions.some(matching) || hasComputed(statement.value('Action'));
}
