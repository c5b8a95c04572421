import { isEmptyList } from './isEmptyList';
import type { Check } from '../check';

export const emptyArrayConditionForallvalues: Check = {
  code: 'EMPTY_ARRAY_CONDITION_FORALLVALUES',
  type: 'SUGGESTION',
  kinds: 'all',
  concerns: ({ operator }) => operator?.set === 'ForAllValues',
  summary: 'A condition key has an empty list under ForAllValues.',
  clause({ value, operator, key }, _statement, { report }) {
    if (!isEmptyList(value) || !operator) return;
    if (operator.set === 'ForAllValues')
      report(
        value,
        `ForAllValues with no values only matches requests without ${key}. Use Null with "true" to say so.`,
      );
  },
};
