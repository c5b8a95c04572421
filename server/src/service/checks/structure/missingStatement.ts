import type { Check } from '../check';

export const missingStatement: Check = {
  code: 'MISSING_STATEMENT',
  type: 'ERROR',
  kinds: 'all',
  summary: 'The policy has no statement.',
  document(policy, { report }) {
    if (policy.isPartial || policy.root?.kind !== 'object') return;
    const node = policy.value('Statement');
    const isEmpty = node?.kind === 'array' && node.items.length === 0;
    if (!policy.element('Statement'))
      report(policy.root, 'The policy has no Statement, so it says nothing. Add one.');
    else if (isEmpty) report(node, 'The list of statements is empty. Add a statement.');
  },
};
