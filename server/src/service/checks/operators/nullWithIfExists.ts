import type { Check } from '../check';

export const nullWithIfExists: Check = {
  code: 'NULL_WITH_IF_EXISTS',
  type: 'ERROR',
  kinds: 'all',
  concerns: ({ operator }) => operator === undefined || operator.ifExists,
  summary: 'Null has the suffix IfExists.',
  block({ operatorNode }, _statement, { report }) {
    if (!/^(\w+:)?nullifexists$/i.test(operatorNode.text)) return;
    report(operatorNode, 'Null already asks whether the key exists: leave out IfExists.', {
      data: { replacements: ['Null'] },
    });
  },
};
