import type { Check } from '../check';

export const roleTrustPolicySyntaxErrorNotprincipal: Check = {
  code: 'ROLE_TRUST_POLICY_SYNTAX_ERROR_NOTPRINCIPAL',
  type: 'ERROR',
  kinds: ['trust'],
  summary: 'A trust policy uses NotPrincipal.',
  statement(statement, { report }) {
    const entry = statement.element('NotPrincipal');
    if (entry)
      report(
        entry.key,
        'A trust policy can not use NotPrincipal. Name in Principal who may assume the role.',
      );
  },
};
