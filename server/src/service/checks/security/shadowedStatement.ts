import type { Check } from '../check';
import { coveredStatements, nameOf } from './shadowing';

export const shadowedStatement: Check = {
  code: 'SHADOWED_STATEMENT',
  type: 'SUGGESTION',
  kinds: ['identity', 'resource', 'trust'],
  summary: 'All that the statement allows, another one allows already.',
  document(policy, { report }) {
    for (const { covered, by } of coveredStatements(policy, 'Allow')) {
      report(covered, `All of this is allowed by ${nameOf(by)} already. It can go.`, {
        tag: 'unnecessary',
        data: { surplus: [covered.range] },
      });
    }
  },
};
