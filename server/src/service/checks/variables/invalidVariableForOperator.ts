import type { Check } from '../check';

export const invalidVariableForOperator: Check = {
  code: 'INVALID_VARIABLE_FOR_OPERATOR',
  type: 'ERROR',
  kinds: 'all',
  concerns: ({ operator }) => operator?.family !== 'String' && operator?.family !== 'Arn',
  summary: 'A policy variable under an operator that takes none.',
  clause({ operator, values }, _statement, { report }) {
    if (!operator || operator.family === 'String' || operator.family === 'Arn') return;
    for (const node of values) {
      if (node.kind !== 'string' || !/\$\{[^}]+\}/.test(node.text)) continue;
      report(node, `Policy variables only work with String and Arn operators, not with ${operator.name}.`);
    }
  },
};
