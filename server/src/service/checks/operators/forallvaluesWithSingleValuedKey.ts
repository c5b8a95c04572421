import { findConditionKey } from '../../catalog/findConditionKey';
import { audienceOf } from '../trust/audience';
import type { Check } from '../check';

export const forallvaluesWithSingleValuedKey: Check = {
  code: 'FORALLVALUES_WITH_SINGLE_VALUED_KEY',
  type: 'SECURITY_WARNING',
  kinds: 'all',
  concerns: ({ operator }) => operator?.set === 'ForAllValues',
  summary: 'ForAllValues on a key with one value: also true when the key is absent.',
  clause(clause, _statement, { catalog, report }) {
    const { keyNode, key, operator } = clause;
    if (operator?.set !== 'ForAllValues' || operator.family === 'Null') return;
    // How many audiences a token has, its provider says: CONFIRM_AUDIENCE_CLAIM_TYPE asks.
    if (audienceOf(clause)?.isSingle === false) return;
    const known = findConditionKey(catalog, key);
    if (!known || known.multivalued) return;
    report(keyNode, `${key} is one value. ForAllValues is also met when the key is absent: leave it out.`);
  },
};
