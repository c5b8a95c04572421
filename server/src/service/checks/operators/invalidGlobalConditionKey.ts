import { findGlobalKey, globalConditionKeys } from '../../catalog/globalKeys';
import { closest, didYouMean } from '../../iam/closest';
import { isBareTagKey } from './tagKeys';
import { isUndocumentedKey } from './undocumentedKeys';
import type { Check } from '../check';

export const invalidGlobalConditionKey: Check = {
  code: 'INVALID_GLOBAL_CONDITION_KEY',
  type: 'ERROR',
  kinds: 'all',
  concerns: ({ lowerKey }) => /^aws:./.test(lowerKey) && !findGlobalKey(lowerKey),
  summary: 'There is no such global condition key.',
  clause({ keyNode, key, lowerKey }, _statement, { catalog, report }) {
    if (!/^aws:./.test(lowerKey) || lowerKey === 'aws:arn' || findGlobalKey(key)) return;
    if (isBareTagKey(lowerKey, catalog)) return;
    if (isUndocumentedKey(lowerKey) || key.includes('${')) return;
    const replacements = closest(
      key,
      globalConditionKeys.map(({ name }) => name),
    );
    report(keyNode, `There is no condition key "${key}".${didYouMean(replacements)}`, {
      data: { replacements },
    });
  },
};
