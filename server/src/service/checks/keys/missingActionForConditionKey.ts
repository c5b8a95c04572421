import type { Service } from '../../catalog/catalog';
import { supportsKey } from '../../iam/actionKeys';
import { failsWithoutKey } from '../../iam/operators';
import type { Check } from '../check';
import { actionsByKey } from './actionsByKey';

function taggingActions(service: Service, key: string): string[] {
  return [...service.actions.values()]
    .filter((action) => supportsKey(service, action, key))
    .map(({ name }) => `${service.prefix}:${name}`);
}

export const missingActionForConditionKey: Check = {
  code: 'MISSING_ACTION_FOR_CONDITION_KEY',
  type: 'ERROR',
  kinds: 'all',
  concerns: ({ lowerKey }) => lowerKey.endsWith(':createaction'),
  summary: 'A key that tells which action creates a thing lacks the action that tags it.',
  clause({ keyNode, key, lowerKey, operator }, statement, context) {
    // These keys come with the tagging that a creation asks for, never with the creation itself.
    if (!lowerKey.endsWith(':createaction') || !operator || !failsWithoutKey(operator)) return;
    const service = context.catalog.service(lowerKey.slice(0, -':createaction'.length));
    const found = actionsByKey(statement, key, context);
    if (!service || !found || found.isPartial || found.supporting.length > 0) return;
    const tagging = taggingActions(service, key);
    if (tagging.length === 0) return;
    context.report(
      keyNode,
      `${key} comes with ${tagging.join(' and ')} only. Add that action, or the condition is never met.`,
      { data: { missing: tagging } },
    );
  },
};
