import { findConditionKey } from '../../catalog/findConditionKey';
import { isBareTagKey } from './tagKeys';
import type { Check } from '../check';

export const missingTagKeyInCondition: Check = {
  code: 'MISSING_TAG_KEY_IN_CONDITION',
  type: 'ERROR',
  kinds: 'all',
  concerns: ({ lowerKey }) => isBareTagKey(lowerKey),
  summary: 'A key of tags lacks the name of the tag.',
  clause({ keyNode, key, lowerKey }, _statement, { catalog, report }) {
    if (!isBareTagKey(lowerKey)) return;
    const family = key.replace(/\/$/, '');
    // Of a service only the families that the reference has are tag keys.
    if (!lowerKey.startsWith('aws:') && !findConditionKey(catalog, `${family}/name`)) return;
    report(keyNode, `${key} needs the name of a tag behind a slash, such as ${family}/team.`);
  },
};
