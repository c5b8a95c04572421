import type { ConditionBlock, ConditionClause } from '../../model/condition';
import type { Statement } from '../../model/statement';
import type { Check } from '../check';

/** Those of the operator; of the others with its name as well where the host joins them, told at the first one. */
function clausesOf(block: ConditionBlock, statement: Statement): readonly ConditionClause[] {
  const condition = statement.value('Condition');
  if (condition?.kind !== 'object' || !condition.merges) return block.clauses;
  const alike = statement.conditionBlocks.filter(
    ({ operatorNode }) => operatorNode.text === block.operatorNode.text,
  );
  return alike[0] === block ? alike.flatMap(({ clauses }) => clauses) : [];
}

export const duplicateKeysWithDifferentCase: Check = {
  code: 'DUPLICATE_KEYS_WITH_DIFFERENT_CASE',
  type: 'ERROR',
  kinds: 'all',
  summary: 'An operator has the same key twice, with other capitals.',
  block(block, statement, { report }) {
    const clauses = clausesOf(block, statement);
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
