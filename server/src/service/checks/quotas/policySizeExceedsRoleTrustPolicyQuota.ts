import { characters } from './characters';
import type { Check } from '../check';

/** The most to which AWS raises the quota of an account. */
const highest = 4096;

export const policySizeExceedsRoleTrustPolicyQuota: Check = {
  code: 'POLICY_SIZE_EXCEEDS_ROLE_TRUST_POLICY_QUOTA',
  type: 'WARNING',
  kinds: ['trust'],
  summary: 'A trust policy is longer than IAM takes.',
  document({ root, size }, { limits, report }) {
    if (!root || size.withoutWhitespace <= limits.trustPolicy) return;
    const most = limits.trustPolicy;
    const raised =
      most < highest ? `, or up to ${characters(highest)} when the account's quota was raised` : '';
    report(
      root,
      `The trust policy has ${characters(size.withoutWhitespace)} without white space; IAM takes ${characters(most)}${raised}. Shorten it.`,
    );
  },
};
