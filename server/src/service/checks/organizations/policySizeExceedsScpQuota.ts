import { checkSize } from './organizationPolicySize';
import type { Check } from '../check';

export const policySizeExceedsScpQuota: Check = {
  code: 'POLICY_SIZE_EXCEEDS_SCP_QUOTA',
  type: 'ERROR',
  kinds: ['scp'],
  summary: 'A service control policy is longer than AWS Organizations takes.',
  document(policy, context) {
    checkSize(policy, 10_240, 'a service control policy', context);
  },
};
