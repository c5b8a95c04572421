import { parseFederated } from '../../iam/principals';
import type { Check } from '../check';
import { admits, asksFor } from './claims';

export const missingSamlAudienceCondition: Check = {
  code: 'MISSING_SAML_AUDIENCE_CONDITION',
  type: 'SECURITY_WARNING',
  severity: 'information',
  kinds: ['trust'],
  presumes: 'conditions',
  summary: 'A SAML provider is trusted without a condition on whom the assertion was made for.',
  principal({ type, text, node, negated }, statement, { report }) {
    if (type !== 'Federated' || negated || parseFederated(text)?.kind !== 'saml') return;
    if (!admits(statement, 'assumerolewithsaml') || asksFor(statement, 'saml:aud')) return;
    report(
      node,
      'An assertion that was made for another service is good for this role as well. Add a condition on SAML:aud, such as "https://signin.aws.amazon.com/saml".',
    );
  },
};
