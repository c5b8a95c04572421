import type { Check } from '../check';

export const missingPrincipal: Check = {
  code: 'MISSING_PRINCIPAL',
  type: 'ERROR',
  kinds: ['resource', 'trust', 'rcp'],
  needs: ['noPrincipal'],
  summary: 'A statement does not say who is meant.',
  statement(statement, { policy, kind, certain, report }) {
    if (policy.isPartial || statement.element('Principal') || statement.element('NotPrincipal')) return;
    const who = kind === 'trust' ? 'who may assume the role' : 'who is meant';
    // Where the kind is a guess, the statements with a principal may be the mistaken ones.
    const doubt = certain ? {} : { severity: 'warning' as const };
    report(statement, `The statement does not say ${who}. Add Principal.`, doubt);
  },
};
