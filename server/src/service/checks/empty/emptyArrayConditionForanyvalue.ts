import { isEmptyList } from './isEmptyList';
import type { Check } from '../check';

export const emptyArrayConditionForanyvalue: Check = {
  code: 'EMPTY_ARRAY_CONDITION_FORANYVALUE',
  type: 'SUGGESTION',
  kinds: 'all',
  concerns: ({ operator }) => operator?.set === 'ForAnyValue',
  summary: 'A condition key has an empty list under ForAnyValue.',
  clause({ value, operator, key }, _statement, { report }) {
    if (!isEmptyList(value) || !operator) return;
    if (operator.set === 'ForAnyValue')
      report(
        value,
        `ForAnyValue with no values never matches. Give ${key} a value or take the condition out.`,
      );
  },
};
