import { githubProvider, parseFederated } from '../../iam/principals';
import type { Check } from '../check';
import { admits, asksFor } from './claims';

export const missingAudienceCondition: Check = {
  code: 'MISSING_AUDIENCE_CONDITION',
  type: 'SECURITY_WARNING',
  severity: 'information',
  kinds: ['trust'],
  summary: 'An OIDC provider is trusted without a condition on whom the token was made for.',
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
    if (provider.keyPrefix === githubProvider && asksFor(statement, `${prefix}sub`)) return;
    if (asksFor(statement, `${prefix}aud`)) return;
    report(
      node,
      `A token that ${provider.keyPrefix} made for another application is good for this role as well. Say with ${prefix}aud for which it must be.`,
    );
  },
};
