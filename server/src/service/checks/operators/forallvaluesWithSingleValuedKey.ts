import { findConditionKey } from '../../catalog/findConditionKey';
import type { Check } from '../check';

export const forallvaluesWithSingleValuedKey: Check = {
  code: 'FORALLVALUES_WITH_SINGLE_VALUED_KEY',
  type: 'SECURITY_WARNING',
  kinds: 'all',
  concerns: ({ operator }) => operator?.set === 'ForAllValues',
  summary: 'ForAllValues on a key with one value: also true when the key is absent.',
  clause({ keyNode, key, operator }, _statement, { catalog, report }) {
    if (operator?.set !== 'ForAllValues' || operator.family === 'Null') return;
    const known = findConditionKey(catalog, key);
    if (!known || known.multivalued) return;
    report(keyNode, `${key} is one value. ForAllValues is also met when the key is absent: leave it out.`);
  },
};
