import type { Catalog } from '../../catalog/catalog';
import { findConditionKey } from '../../catalog/findConditionKey';
import { findGlobalKey } from '../../catalog/globalKeys';
import { failsWithoutKey } from '../../iam/operators';
import type { Check } from '../check';
import { actionsByKey } from './actionsByKey';

/** Keys that come with certain actions only: those of services, and those of tags in the request. */
function isOfActions(lowerKey: string, catalog: Catalog): boolean {
  if (/^aws:(requesttag\/|tagkeys$)/.test(lowerKey)) return true;
  // Cross-service keys (`lambda:SourceFunctionArn`) come with the actions of other services.
  if (findGlobalKey(lowerKey)) return false;
  const prefix = lowerKey.slice(0, Math.max(0, lowerKey.indexOf(':')));
  return catalog.hasService(prefix) && !catalog.retiredPrefixes.has(prefix);
}

export const conditionKeyNotSupportedByActions: Check = {
  code: 'CONDITION_KEY_NOT_SUPPORTED_BY_ACTIONS',
  type: 'WARNING',
  severity: 'information',
  kinds: 'all',
  summary: 'No action of the statement comes with the condition key, so the condition is never met.',
  concerns: ({ operator, lowerKey }, catalog) =>
    operator !== undefined &&
    failsWithoutKey(operator) &&
    isOfActions(lowerKey, catalog) &&
    findConditionKey(catalog, lowerKey) !== undefined,
  clause({ keyNode, key, lowerKey, operator }, statement, context) {
    if (!operator || !failsWithoutKey(operator) || !isOfActions(lowerKey, context.catalog)) return;
    if (!findConditionKey(context.catalog, key)) return;
    const found = actionsByKey(statement, key, context);
    if (!found || found.isPartial || found.supporting.length > 0 || found.lacking.length === 0) return;
    const effect = statement.effect === 'Deny' ? 'denies' : 'allows';
    context.report(
      keyNode,
      `AWS lists ${key} for none of these actions. Then the condition is never met, and the statement ${effect} nothing.`,
    );
  },
};
