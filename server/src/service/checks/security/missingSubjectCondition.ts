import { githubProvider, parseFederated } from '../../iam/principals';
import type { Check } from '../check';
import { admits, asksFor } from './claims';

export const missingSubjectCondition: Check = {
  code: 'MISSING_SUBJECT_CONDITION',
  type: 'SECURITY_WARNING',
  severity: 'information',
  kinds: ['trust'],
  summary: 'An OIDC provider is trusted without a condition on whom the token is about.',
  principal({ type, text, node, negated }, statement, { report }) {
    const provider = type === 'Federated' && !negated ? parseFederated(text) : undefined;
    if (
      provider?.kind !== 'oidc' ||
      !text.startsWith('arn:') ||
      !admits(statement, 'assumerolewithwebidentity')
    )
      return;
    const prefix = `${provider.keyPrefix}:`;
    // Without any key of the provider, MISSING_CONDITION_KEY_FOR_OIDC_PRINCIPAL speaks.
    if (!statement.conditionClauses.some(({ lowerKey }) => lowerKey.startsWith(prefix))) return;
    // GitHub has a finding of its own.
    if (provider.keyPrefix === githubProvider) return;
    if (asksFor(statement, `${prefix}sub`)) return;
    report(
      node,
      `Everybody with a token of ${provider.keyPrefix} for this audience may assume the role. Say with ${prefix}sub who may.`,
    );
  },
};
