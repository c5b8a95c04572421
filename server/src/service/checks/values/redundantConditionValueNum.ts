import { isScalar } from '../../model/nodes';
import type { Check } from '../check';

export const redundantConditionValueNum: Check = {
  code: 'REDUNDANT_CONDITION_VALUE_NUM',
  type: 'SUGGESTION',
  kinds: 'all',
  concerns: ({ operator }) => operator?.family === 'Numeric',
  summary: 'Several numbers stand under a less-than or greater-than operator: one of them decides.',
  clause({ operator, values }, _statement, { report }) {
    const side = /^Numeric(Less|Greater)Than/.exec(operator?.name ?? '')?.[1];
    if (!side || values.length < 2) return;
    const numbers = values.map((node) =>
      isScalar(node) && node.text.trim() !== '' ? Number(node.text) : NaN,
    );
    if (numbers.some(Number.isNaN)) return;
    const decisive = side === 'Less' ? Math.max(...numbers) : Math.min(...numbers);
    report(values, `One of these numbers is enough for a match, so only ${decisive} counts.`);
  },
};
