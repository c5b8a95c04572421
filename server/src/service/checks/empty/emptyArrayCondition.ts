import { isEmptyList } from './isEmptyList';
import type { Check } from '../check';

export const emptyArrayCondition: Check = {
  code: 'EMPTY_ARRAY_CONDITION',
  type: 'SUGGESTION',
  kinds: 'all',
  concerns: ({ operator }) => operator !== undefined && !operator.set && !operator.ifExists,
  summary: 'A condition key has an empty list.',
  clause({ value, operator, key }, _statement, { report }) {
    if (!isEmptyList(value) || !operator) return;
    if (!operator.set && !operator.ifExists)
      report(value, `The condition on ${key} has no values. Add one or take it out.`);
  },
};
