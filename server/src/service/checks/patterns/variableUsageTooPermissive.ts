import type { Check } from '../check';
import { looseValues, mayBeLoose } from './looseValues';

/** Variables that AWS itself fills in, with an account or an organization: no wildcard can be in them. */
const plain = /^aws:(principal|source|resource)(account|orgid)$/i;

/** A policy variable whose value may have wildcards; `${*}`, `${?}` and `${$}` are characters. */
function hasVariable(text: string): boolean {
  return [...text.matchAll(/\$\{(?!\s*[*?$]\s*\})([^}]*)/g)].some(
    ([, inside = '']) => !plain.test(inside.trim()),
  );
}

export const variableUsageTooPermissive: Check = {
  code: 'VARIABLE_USAGE_TOO_PERMISSIVE',
  type: 'ERROR',
  kinds: 'all',
  concerns: mayBeLoose,
  summary: 'A policy variable under a pattern operator, in the value of a key that asks for one exact thing.',
  clause(clause, _statement, { report }) {
    for (const node of looseValues(clause, hasVariable)) {
      const exact = clause.operator!.negated ? 'StringNotEquals' : 'StringEquals';
      report(
        node,
        `A wildcard in the variable's value would open ${clause.key} to others. Compare it with ${exact}.`,
      );
    }
  },
};
