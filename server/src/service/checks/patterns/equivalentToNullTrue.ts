import type { Check } from '../check';
import { matchesAnything } from './matchesAnything';

export const equivalentToNullTrue: Check = {
  code: 'EQUIVALENT_TO_NULL_TRUE',
  type: 'SUGGESTION',
  kinds: 'all',
  concerns: ({ operator }) => operator?.patterns === true,
  summary: 'No value is unlike *, so this only asks whether the key is absent.',
  clause(clause, _statement, { report }) {
    const anything = matchesAnything(clause);
    if (!anything) return;
    const { negated, ifExists, set } = clause.operator!;
    if (negated && (ifExists || set !== 'ForAnyValue')) {
      report(
        anything,
        `No value is unlike *, so this only asks whether ${clause.key} is absent. "Null": {"${clause.key}": "true"} says so.`,
      );
    }
  },
};
