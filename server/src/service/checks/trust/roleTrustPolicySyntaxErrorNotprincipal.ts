import type { Check } from '../check';

export const roleTrustPolicySyntaxErrorNotprincipal: Check = {
  code: 'ROLE_TRUST_POLICY_SYNTAX_ERROR_NOTPRINCIPAL',
  type: 'ERROR',
  kinds: ['trust'],
  needs: ['NotPrincipal'],
  summary: 'A trust policy uses NotPrincipal.',
  statement(statement, { report, certain }) {
    const entry = statement.certainElement('NotPrincipal');
    // Before there is an action, a policy whose kind is guessed may become one of a resource.
    if (entry && (certain || statement.actions.length > 0))
      report(
        entry.key,
        'A trust policy can not use NotPrincipal. Name in Principal who may assume the role.',
      );
  },
};
