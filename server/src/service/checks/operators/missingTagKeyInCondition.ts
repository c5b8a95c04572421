import { isBareTagKey } from './tagKeys';
import type { Check } from '../check';

export const missingTagKeyInCondition: Check = {
  code: 'MISSING_TAG_KEY_IN_CONDITION',
  type: 'ERROR',
  kinds: 'all',
  concerns: ({ lowerKey }, catalog) => isBareTagKey(lowerKey, catalog),
  summary: 'A key of tags lacks the name of the tag.',
  clause({ keyNode, key, lowerKey }, _statement, { catalog, report }) {
    if (!isBareTagKey(lowerKey, catalog)) return;
    const family = key.replace(/\/$/, '');
    report(keyNode, `${key} needs the name of a tag behind a slash, such as ${family}/team.`);
  },
};
