import type { Check } from '../check';
import { coveredStatements } from './shadowing';

function nameOf(sid: string | undefined, index: number): string {
  return sid ? `statement "${sid}"` : `statement ${index + 1}`;
}

export const statementOverruledByDeny: Check = {
  code: 'STATEMENT_OVERRULED_BY_DENY',
  type: 'WARNING',
  kinds: ['identity', 'resource', 'trust'],
  summary: 'All that the statement allows, another one denies.',
  document(policy, { report }) {
    for (const { covered, by } of coveredStatements(policy, 'Deny')) {
      report(
        covered,
        `All of this is denied by ${nameOf(by.sid, by.index)}, and a Deny always wins: this allows nothing.`,
        { tag: 'unnecessary' },
      );
    }
  },
};
