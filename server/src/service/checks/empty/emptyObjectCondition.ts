import type { Check } from '../check';

export const emptyObjectCondition: Check = {
  code: 'EMPTY_OBJECT_CONDITION',
  type: 'SUGGESTION',
  kinds: 'all',
  needs: ['Condition'],
  summary: 'A condition, or an operator in it, is an empty object.',
  statement(statement, { policy, report }) {
    const node = statement.value('Condition');
    if (policy.isPartial || node?.kind !== 'object') return;
    if (node.entries.length === 0) report(node, 'The condition says nothing. Fill it in or take it out.');
    for (const { key, value } of node.entries) {
      if (value?.kind === 'object' && value.entries.length === 0) {
        report(value, `Nothing stands under ${key.text}. Add a condition key or take the operator out.`);
      }
    }
  },
};
