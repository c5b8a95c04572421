import { checkSize } from './organizationPolicySize';
import type { Check } from '../check';

export const policySizeExceedsRcpQuota: Check = {
  code: 'POLICY_SIZE_EXCEEDS_RCP_QUOTA',
  type: 'ERROR',
  kinds: ['rcp'],
  summary: 'A resource control policy is longer than AWS Organizations takes.',
  document(policy, context) {
    checkSize(policy, 5120, 'a resource control policy', context);
  },
};
