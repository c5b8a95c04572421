import type { Check } from '../check';
import { matchesAnything } from './matchesAnything';

export const equivalentToNullFalse: Check = {
  code: 'EQUIVALENT_TO_NULL_FALSE',
  type: 'SUGGESTION',
  kinds: 'all',
  concerns: ({ operator }) => operator?.patterns === true,
  summary: 'The pattern * only asks whether the key is present.',
  clause(clause, _statement, { report }) {
    const anything = matchesAnything(clause);
    if (!anything) return;
    const { negated, ifExists, set } = clause.operator!;
    if (!negated && !ifExists && set !== 'ForAllValues') {
      report(
        anything,
        `This only asks whether ${clause.key} is present. "Null": {"${clause.key}": "false"} says so.`,
      );
    }
  },
};
