import type { Action, Service } from '../../catalog/catalog';
import { supportsKey } from '../../iam/actionKeys';
import { failsWithoutKey } from '../../iam/operators';
import type { ActionPattern } from '../../model/action';
import type { ConditionClause } from '../../model/condition';
import type { StringNode } from '../../model/nodes';
import type { Statement } from '../../model/statement';
import type { CheckContext } from '../check';

/**
 * Keys `aws:ResourceTag/…` whose condition is false without the tag. `Null` asks for the presence of the tag
 * itself and IAM Access Analyzer leaves it alone.
 */
function resourceTagKeys({ conditionClauses }: Statement): StringNode[] {
  if (!conditionClauses.some(isOnResourceTag)) return [];
  return conditionClauses.filter(isOnResourceTag).map(({ keyNode }) => keyNode);
}

function isOnResourceTag({ lowerKey, operator }: ConditionClause): boolean {
  return lowerKey.startsWith('aws:resourcetag/') && operator !== undefined && failsWithoutKey(operator);
}

/**
 * Tells, a service at a time, the actions that a condition on a resource's tag keeps out of the statement.
 *
 * @param messageOf words for a service's name, its actions and a key of the condition
 */
export function reportWithoutTags(
  statement: Statement,
  effect: 'Allow' | 'Deny',
  context: CheckContext,
  messageOf: (service: string, actions: string, key: string) => string,
): void {
  if (statement.effect !== effect || statement.usesNotAction) return;
  const keys = resourceTagKeys(statement);
  const [key] = keys;
  if (!key) return;
  for (const { service, actions } of withoutResourceTags(statement, context)) {
    const names = actions.map(({ text }) => text).join(', ');
    context.report([...actions.map(({ node }) => node), ...keys], messageOf(service.name, names, key.text));
  }
}

/** The same for NotAction, of which nobody can name the actions. */
export function reportNotActionWithTags(
  statement: Statement,
  effect: 'Allow' | 'Deny',
  { report }: CheckContext,
  messageOf: (key: string) => string,
): void {
  const notAction = statement.value('NotAction');
  if (statement.effect !== effect || !notAction) return;
  const keys = resourceTagKeys(statement);
  const [key] = keys;
  if (key) report([notAction, ...keys], messageOf(key.text));
}

/** Actions of one service that a condition on a resource's tag shuts out. */
interface ShutOut {
  readonly service: Service;
  readonly actions: readonly ActionPattern[];
}

/**
 * Actions of the statement that have no resource with tags to compare, a service at a time. Patterns count only when
 * they are all of a service; actions that create a tagged thing are left out, as IAM Access Analyzer does, and so are
 * those on resources of which the reference names no tags: it is not complete in that, but an action without a resource
 * has none for certain.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/access_iam-tags.html
 */
function withoutResourceTags(statement: Statement, context: CheckContext): ShutOut[] {
  const byService = new Map<Service, ActionPattern[]>();
  for (const pattern of statement.actions) {
    const { service, actions: meant = [] } = context.meaningOf(pattern);
    if (!service || !lacksResourceTags(pattern, service, meant)) continue;
    const actions = byService.get(service);
    if (actions) actions.push(pattern);
    else byService.set(service, [pattern]);
  }
  return Array.from(byService, ([service, actions]) => ({ service, actions }));
}

function lacksResourceTags(pattern: ActionPattern, service: Service, actions: readonly Action[]): boolean {
  if (pattern.hasWildcard && !/^\*+$/.test(pattern.name)) return false;
  return actions.length > 0 && actions.every((action) => !mayHaveTaggedResource(service, action, pattern));
}

function mayHaveTaggedResource(service: Service, action: Action, { hasWildcard }: ActionPattern): boolean {
  if (supportsKey(service, action, 'aws:ResourceTag/name')) return true;
  if (hasWildcard) return false;
  const creates = action.name.startsWith('Create') || supportsKey(service, action, 'aws:RequestTag/name');
  return creates || action.resources.length > 0;
}
