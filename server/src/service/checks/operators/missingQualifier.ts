import { findConditionKey } from '../../catalog/findConditionKey';
import type { Check } from '../check';

export const missingQualifier: Check = {
  code: 'MISSING_QUALIFIER',
  type: 'ERROR',
  kinds: 'all',
  concerns: ({ operator, lowerKey }, catalog) =>
    operator !== undefined && !operator.set && findConditionKey(catalog, lowerKey)?.multivalued === true,
  summary: 'A key with several values lacks ForAllValues or ForAnyValue.',
  clause({ keyNode, key, operator }, _statement, { catalog, report }) {
    if (!operator || operator.set || operator.family === 'Null') return;
    if (!findConditionKey(catalog, key)?.multivalued) return;
    report(keyNode, `${key} holds a list, so the operator needs ForAnyValue: or ForAllValues: before it.`);
  },
};
