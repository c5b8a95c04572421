import { hasWildcard } from '../../iam/wildcard';
import type { Check } from '../check';

export const trustPolicyActionNotSts: Check = {
  code: 'TRUST_POLICY_ACTION_NOT_STS',
  type: 'ERROR',
  kinds: ['trust'],
  restsOnText: true,
  summary: 'An action of a trust policy is not one of STS.',
  action(action, _statement, { report }) {
    const { prefix, node, text } = action;
    if (prefix === undefined || prefix === 'sts' || hasWildcard(prefix)) return;
    report(
      node,
      `A trust policy only says who may assume the role, so "${text}" has no place in it. Put it into a permission policy of the role.`,
    );
  },
};
