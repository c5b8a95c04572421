import type { Check } from '../check';

export const missingPrincipal: Check = {
  code: 'MISSING_PRINCIPAL',
  type: 'ERROR',
  kinds: ['resource', 'trust', 'rcp'],
  summary: 'A statement does not say who is meant.',
  statement(statement, { policy, kind, report }) {
    if (policy.isPartial || statement.element('Principal') || statement.element('NotPrincipal')) return;
    const who = kind === 'trust' ? 'who may assume the role' : 'who is meant';
    report(statement, `The statement does not say ${who}. Add Principal.`);
  },
};
