import type { Check } from '../check';

export const invalidConditionMultipleBoolean: Check = {
  code: 'INVALID_CONDITION_MULTIPLE_BOOLEAN',
  type: 'ERROR',
  kinds: 'all',
  concerns: ({ operator }) => operator?.family === 'Bool' || operator?.family === 'Null',
  summary: 'A Boolean condition has more than one value.',
  clause({ value, values, operator, key }, _statement, { report }) {
    if (value?.kind !== 'array' || values.length < 2) return;
    if (operator?.family !== 'Bool' && operator?.family !== 'Null') return;
    report(value, `${key} is either true or false here: write one value.`);
  },
};
