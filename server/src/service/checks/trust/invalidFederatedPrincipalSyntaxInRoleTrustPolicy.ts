import { parseFederated } from '../../iam/principals';
import { hasWildcard } from '../../iam/wildcard';
import type { Check } from '../check';

export const invalidFederatedPrincipalSyntaxInRoleTrustPolicy: Check = {
  code: 'INVALID_FEDERATED_PRINCIPAL_SYNTAX_IN_ROLE_TRUST_POLICY',
  type: 'ERROR',
  kinds: ['trust'],
  summary: 'A Federated principal is neither a domain name nor the ARN of a provider.',
  principal({ type, node, text }, _statement, { report }) {
    if (type !== 'Federated' || hasWildcard(text) || text.includes('${') || parseFederated(text)) return;
    report(
      node,
      `"${text}" is no identity provider: write its ARN (…:saml-provider/NAME or …:oidc-provider/HOST) or a host such as accounts.google.com.`,
    );
  },
};
