import type { Check } from '../check';

export const emptySidValue: Check = {
  code: 'EMPTY_SID_VALUE',
  type: 'SUGGESTION',
  kinds: 'all',
  needs: ['Sid'],
  summary: 'A Sid is the empty string.',
  statement(statement, { report }) {
    const node = statement.value('Sid');
    if (node?.kind === 'string' && node.text === '')
      report(node, 'An empty Sid names nothing. Give the statement a name or take it out.');
  },
};
