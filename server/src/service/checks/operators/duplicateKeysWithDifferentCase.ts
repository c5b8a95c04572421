import type { ConditionClause } from '../../model/condition';
import type { Check } from '../check';

export const duplicateKeysWithDifferentCase: Check = {
  code: 'DUPLICATE_KEYS_WITH_DIFFERENT_CASE',
  type: 'ERROR',
  kinds: 'all',
  summary: 'An operator has the same key twice, with other capitals.',
  block({ clauses }, _statement, { report }) {
    if (clauses.length < 2) return;
    const seen = new Map<string, ConditionClause[]>();
    for (const clause of clauses) seen.set(clause.lowerKey, [...(seen.get(clause.lowerKey) ?? []), clause]);
    for (const same of seen.values()) {
      if (new Set(same.map(({ key }) => key)).size < 2) continue;
      const places = same.map(({ keyNode }) => keyNode);
      report(
        places,
        `Capitals do not count in condition keys, so ${same[0]!.key} stands here ${same.length} times. Join the values in one list.`,
      );
    }
  },
};
