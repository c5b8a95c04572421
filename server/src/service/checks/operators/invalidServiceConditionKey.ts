import { findConditionKey, isLentPrefix } from '../../catalog/findConditionKey';
import { closest, didYouMean } from '../../iam/closest';
import type { PolicyNode } from '../../model/nodes';
import { isBareTagKey } from './tagKeys';
import type { Check } from '../check';

/** Computed values may be anything. */
function mayAskForAbsence(value: PolicyNode): boolean {
  return value.kind === 'computed' || ('text' in value && value.text === 'true');
}

export const invalidServiceConditionKey: Check = {
  code: 'INVALID_SERVICE_CONDITION_KEY',
  type: 'ERROR',
  kinds: 'all',
  concerns: ({ lowerKey }, catalog) => !findConditionKey(catalog, lowerKey),
  summary: 'The service has no such condition key.',
  clause({ operator, keyNode, key, lowerKey, values }, _statement, { catalog, report }) {
    const prefix = lowerKey.slice(0, Math.max(0, lowerKey.indexOf(':')));
    if (prefix === '' || prefix === 'aws' || key.includes('${') || isLentPrefix(prefix)) return;
    const service = catalog.service(prefix);
    if (!service || service.conditionKeys.size === 0 || catalog.retiredPrefixes.has(prefix)) return;
    if (findConditionKey(catalog, key) || isBareTagKey(lowerKey, catalog)) return;
    // Whoever asks for a key to be absent may know one that the reference does not have; if there is none, it is absent.
    if (operator?.family === 'Null' && values.every(mayAskForAbsence)) return;
    const names = [...service.conditionKeys.values()].map(({ name }) => name);
    const replacements = closest(key, names);
    report(keyNode, `${service.name} has no condition key "${key}".${didYouMean(replacements)}`, {
      data: { replacements },
    });
  },
};
