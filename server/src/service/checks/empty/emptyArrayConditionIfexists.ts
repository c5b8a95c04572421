import { isEmptyList } from './isEmptyList';
import type { Check } from '../check';

export const emptyArrayConditionIfexists: Check = {
  code: 'EMPTY_ARRAY_CONDITION_IFEXISTS',
  type: 'SUGGESTION',
  kinds: 'all',
  concerns: ({ operator }) => operator !== undefined && !operator.set && operator.ifExists,
  summary: 'A condition key has an empty list under an IfExists operator.',
  clause({ value, operator, key }, _statement, { report }) {
    if (!isEmptyList(value) || !operator) return;
    if (!operator.set && operator.ifExists)
      report(
        value,
        `IfExists with no values only matches requests without ${key}. Use Null with "true" to say so.`,
      );
  },
};
