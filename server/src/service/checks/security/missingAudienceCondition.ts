import { githubProvider } from '../../iam/principals';
import type { Check } from '../check';
import { asksFor, trustedOidcProvider } from './claims';

export const missingAudienceCondition: Check = {
  code: 'MISSING_AUDIENCE_CONDITION',
  type: 'SECURITY_WARNING',
  severity: 'information',
  kinds: ['trust'],
  presumes: 'conditions',
  summary: 'An OIDC provider is trusted without a condition on whom the token was made for.',
  principal(principal, statement, { report }) {
    const provider = trustedOidcProvider(principal, statement);
    if (provider === undefined) return;
    if (provider === githubProvider && asksFor(statement, `${provider}:sub`)) return;
    if (asksFor(statement, `${provider}:aud`)) return;
    report(
      principal.node,
      `A token that ${provider} made for another application is good for this role as well. Say with ${provider}:aud for which it must be.`,
    );
  },
};
