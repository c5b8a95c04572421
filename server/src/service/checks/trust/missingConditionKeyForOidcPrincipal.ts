import { parseFederated } from '../../iam/principals';
import type { Check } from '../check';

export const missingConditionKeyForOidcPrincipal: Check = {
  code: 'MISSING_CONDITION_KEY_FOR_OIDC_PRINCIPAL',
  type: 'SECURITY_WARNING',
  kinds: ['trust'],
  presumes: 'conditions',
  summary: 'An OIDC provider is trusted whatever its token says.',
  principal({ type, node, text, negated }, statement, { report }) {
    if (type !== 'Federated' || negated || statement.effect !== 'Allow') return;
    const provider = parseFederated(text);
    if (provider?.kind !== 'oidc') return;
    const prefix = `${provider.keyPrefix}:`;
    if (statement.conditionClauses.some(({ lowerKey }) => lowerKey.startsWith(prefix))) return;
    report(
      node,
      `Everybody who gets a token from ${provider.keyPrefix} may assume the role. Add a condition on ${prefix}aud or ${prefix}sub.`,
    );
  },
};
