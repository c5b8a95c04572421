import type { Catalog } from '../../catalog/catalog';
import { findConditionKey } from '../../catalog/findConditionKey';
import { findGlobalKey } from '../../catalog/globalKeys';
import { failsWithoutKey } from '../../iam/operators';
import type { ConditionClause } from '../../model/condition';
import { isScalar } from '../../model/nodes';
import type { Check } from '../check';
import { noneSupportsKey } from './actionsByKey';

/** Keys that come with certain actions only: those of services, and those of tags in the request. */
function isOfActions(lowerKey: string, catalog: Catalog): boolean {
  if (/^aws:(requesttag\/|tagkeys$)/.test(lowerKey)) return true;
  // Cross-service keys (`lambda:SourceFunctionArn`) come with the actions of other services.
  if (findGlobalKey(lowerKey)) return false;
  const prefix = lowerKey.slice(0, Math.max(0, lowerKey.indexOf(':')));
  return catalog.hasService(prefix) && !catalog.retiredPrefixes.has(prefix);
}

/** Whether the condition is met by requests without the key: always, never, or undefined where that is not clear. */
function outcomeWithoutKey({ operator, values }: ConditionClause): 'always' | 'never' | undefined {
  if (!operator) return undefined;
  if (operator.family !== 'Null') return failsWithoutKey(operator) ? 'never' : 'always';
  const [only, ...others] = values;
  if (operator.set || others.length > 0 || !isScalar(only)) return undefined;
  const asks = only.text.toLowerCase();
  return asks === 'true' ? 'always' : asks === 'false' ? 'never' : undefined;
}

export const conditionKeyNotSupportedByActions: Check = {
  code: 'CONDITION_KEY_NOT_SUPPORTED_BY_ACTIONS',
  type: 'WARNING',
  severity: 'information',
  kinds: 'all',
  summary: 'No action of the statement comes with the condition key, so the condition decides nothing.',
  concerns: ({ operator, lowerKey }, catalog) =>
    operator !== undefined &&
    isOfActions(lowerKey, catalog) &&
    findConditionKey(catalog, lowerKey) !== undefined,
  clause(clause, statement, context) {
    const { keyNode, key, lowerKey } = clause;
    const outcome = outcomeWithoutKey(clause);
    if (!outcome || !isOfActions(lowerKey, context.catalog)) return;
    if (!findConditionKey(context.catalog, key)) return;
    if (!noneSupportsKey(statement, key, context)) return;
    const effect = statement.effect === 'Deny' ? 'denies' : 'allows';
    const then =
      outcome === 'never'
        ? `the condition is never met, and the statement ${effect} nothing`
        : 'the condition is always met and limits nothing';
    context.report(keyNode, `AWS lists ${key} for none of these actions. Then ${then}.`);
  },
};
