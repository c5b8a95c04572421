import type { Check } from '../check';
import { matchesAnything } from './matchesAnything';

export const redundantKeyDueToWildcardInCondition: Check = {
  code: 'REDUNDANT_KEY_DUE_TO_WILDCARD_IN_CONDITION',
  type: 'SUGGESTION',
  kinds: 'all',
  concerns: ({ operator }) => operator?.patterns === true,
  summary: 'A condition is always met because of *.',
  clause(clause, _statement, { report }) {
    const anything = matchesAnything(clause);
    if (!anything) return;
    const { negated, ifExists, set } = clause.operator!;
    if (!negated && (ifExists || set === 'ForAllValues')) {
      report(anything, `This is met with ${clause.key} and without it. Leave it out, or narrow the pattern.`);
    }
  },
};
