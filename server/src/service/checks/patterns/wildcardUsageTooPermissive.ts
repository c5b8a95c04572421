import { hasWildcard } from '../../iam/wildcard';
import type { Check } from '../check';
import { looseValues, mayBeLoose } from './looseValues';

/** A wildcard that is one: `${*}` is the character, and a variable's default value is text. */
function hasRealWildcard(text: string): boolean {
  return hasWildcard(text.replace(/\$\{[^}]*\}?/g, ''));
}

export const wildcardUsageTooPermissive: Check = {
  code: 'WILDCARD_USAGE_TOO_PERMISSIVE',
  type: 'ERROR',
  kinds: 'all',
  concerns: mayBeLoose,
  summary: 'A wildcard in the value of a key that asks for one account, organization, VPC or user.',
  clause(clause, _statement, { report }) {
    for (const node of looseValues(clause, hasRealWildcard)) {
      report(
        node,
        `${clause.key} names one thing, and "${node.text}" lets in others. Write whole values without wildcards.`,
      );
    }
  },
};
