import type { Check } from '../check';

export const invalidConditionDataType: Check = {
  code: 'INVALID_CONDITION_DATA_TYPE',
  type: 'ERROR',
  kinds: 'all',
  summary: 'The values of a condition key are of different JSON types.',
  clause({ value, values, key }, _statement, { report }) {
    if (value?.kind !== 'array' || values.length < 2) return;
    const kinds = new Set(values.map(({ kind }) => kind));
    if (kinds.has('computed') || kinds.has('object') || kinds.has('array') || kinds.has('null')) return;
    if (kinds.size > 1)
      report(value, `The values of ${key} must all be of one type. Write them all as strings.`);
  },
};
