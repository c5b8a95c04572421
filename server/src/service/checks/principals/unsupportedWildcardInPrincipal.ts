import { isPrincipalKey } from '../../iam/principals';
import { hasWildcard } from '../../iam/wildcard';
import type { Check } from '../check';

export const unsupportedWildcardInPrincipal: Check = {
  code: 'UNSUPPORTED_WILDCARD_IN_PRINCIPAL',
  type: 'ERROR',
  kinds: ['resource', 'trust'],
  summary: 'A principal has a wildcard but is not just *.',
  principal({ type, node, text }, _statement, { report }) {
    if (!isPrincipalKey(type) || !hasWildcard(text)) return;
    if (type === 'AWS' && text === '*') return;
    const advice =
      type === 'AWS'
        ? 'Write the whole ARN, or "*" with a condition on aws:PrincipalArn.'
        : `Name each ${type === 'Service' ? 'service' : 'principal'} in full.`;
    report(node, `A principal can not be a pattern such as "${text}". ${advice}`);
  },
};
