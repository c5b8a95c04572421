import type { Check } from '../check';

export const nullWithQualifier: Check = {
  code: 'NULL_WITH_QUALIFIER',
  type: 'SUGGESTION',
  kinds: 'all',
  concerns: ({ operator }) => operator?.family === 'Null' && operator.set !== undefined,
  summary: 'Null has a set operator.',
  block({ operator, operatorNode }, _statement, { report }) {
    if (operator?.family !== 'Null' || !operator.set) return;
    const sense = operator.set === 'ForAllValues' ? 'always' : 'never';
    report(
      operatorNode,
      `With ${operator.set} the condition is ${sense} met. Leave it out: Null asks about the key itself.`,
      {
        data: { replacements: ['Null'] },
      },
    );
  },
};
