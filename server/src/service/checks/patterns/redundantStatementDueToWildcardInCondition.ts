import type { Check } from '../check';
import { matchesAnything } from './matchesAnything';

export const redundantStatementDueToWildcardInCondition: Check = {
  code: 'REDUNDANT_STATEMENT_DUE_TO_WILDCARD_IN_CONDITION',
  type: 'SUGGESTION',
  kinds: 'all',
  concerns: ({ operator }) => operator?.patterns === true,
  summary: 'A condition is never met because of *, so the statement does nothing.',
  clause(clause, _statement, { report }) {
    const anything = matchesAnything(clause);
    if (!anything) return;
    const { negated, ifExists, set } = clause.operator!;
    if (negated && !ifExists && set === 'ForAnyValue') {
      report(anything, `No value is unlike *, so this is never met and the statement does nothing.`);
    }
  },
};
