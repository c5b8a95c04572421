import type { Check } from '../check';

export const roleTrustPolicyUnsupportedWildcardInPrincipal: Check = {
  code: 'ROLE_TRUST_POLICY_UNSUPPORTED_WILDCARD_IN_PRINCIPAL',
  type: 'ERROR',
  kinds: ['trust'],
  needs: ['Principal'],
  summary: 'A trust policy has "Principal": "*".',
  statement(statement, { report }) {
    const node = statement.value('Principal');
    if (node?.kind !== 'string' || node.text !== '*') return;
    report(node, 'A trust policy can not have the principal "*". Name who may assume the role.');
  },
};
