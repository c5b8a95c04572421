import type { Check } from '../check';
import { coveredStatements, nameOf } from './shadowing';

export const statementOverruledByDeny: Check = {
  code: 'STATEMENT_OVERRULED_BY_DENY',
  type: 'WARNING',
  kinds: ['identity', 'resource', 'trust'],
  summary: 'All that the statement allows, another one denies.',
  document(policy, { report }) {
    for (const { covered, by } of coveredStatements(policy, 'Deny')) {
      report(
        covered,
        `All of this is denied by ${nameOf(by)}, and a Deny always wins: this allows nothing.`,
        { tag: 'unnecessary', data: { surplus: [covered.range] } },
      );
    }
  },
};
