import { characters } from './characters';
import type { Check } from '../check';

/**
 * Characters without white space. An account can have it raised to 4,096.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html#reference_iam-quotas-entity-length
 */
const usual = 2048;

export const policySizeExceedsRoleTrustPolicyQuota: Check = {
  code: 'POLICY_SIZE_EXCEEDS_ROLE_TRUST_POLICY_QUOTA',
  type: 'WARNING',
  kinds: ['trust'],
  summary: 'A trust policy is longer than IAM takes.',
  document({ root, size }, { report }) {
    if (!root || size.withoutWhitespace <= usual) return;
    report(
      root,
      `The trust policy has ${characters(size.withoutWhitespace)} without white space; IAM takes ${characters(usual)}, or up to 4,096 when the account's quota was raised. Shorten it.`,
    );
  },
};
