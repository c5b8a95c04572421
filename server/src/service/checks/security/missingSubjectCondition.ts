import { githubProvider } from '../../iam/principals';
import type { Check } from '../check';
import { asksFor, trustedOidcProvider } from './claims';

export const missingSubjectCondition: Check = {
  code: 'MISSING_SUBJECT_CONDITION',
  type: 'SECURITY_WARNING',
  severity: 'information',
  kinds: ['trust'],
  presumes: 'conditions',
  summary: 'An OIDC provider is trusted without a condition on whom the token is about.',
  principal(principal, statement, { report }) {
    const provider = trustedOidcProvider(principal, statement);
    if (provider === undefined) return;
    // GitHub has a finding of its own.
    if (provider === githubProvider || asksFor(statement, `${provider}:sub`)) return;
    report(
      principal.node,
      `Everybody with a token of ${provider} for this audience may assume the role. Say with ${provider}:sub who may.`,
    );
  },
};
