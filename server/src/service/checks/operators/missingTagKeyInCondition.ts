import { isBareTagKey } from './tagKeys';
import type { Check } from '../check';

export const missingTagKeyInCondition: Check = {
  code: 'MISSING_TAG_KEY_IN_CONDITION',
  type: 'ERROR',
  kinds: 'all',
  summary: 'A key of tags lacks the name of the tag.',
  clause({ keyNode, key, lowerKey }, _statement, { report }) {
    if (!lowerKey.startsWith('aws:') || !isBareTagKey(lowerKey)) return;
    report(keyNode, `${key} needs the name of a tag behind a slash, such as ${key.replace(/\/$/, '')}/team.`);
  },
};
