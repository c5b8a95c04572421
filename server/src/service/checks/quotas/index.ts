import type { Check } from '../check';
import { policySizeExceedsIdentityPolicyQuota } from './policySizeExceedsIdentityPolicyQuota';
import { policySizeExceedsResourcePolicyQuota } from './policySizeExceedsResourcePolicyQuota';
import { policySizeExceedsRoleTrustPolicyQuota } from './policySizeExceedsRoleTrustPolicyQuota';

export const quotaChecks: readonly Check[] = [
  policySizeExceedsIdentityPolicyQuota,
  policySizeExceedsResourcePolicyQuota,
  policySizeExceedsRoleTrustPolicyQuota,
];
