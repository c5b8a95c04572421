import { characters } from './characters';
import type { Check, KindOfPolicy } from '../check';

/**
 * Characters without white space. A boundary is a managed policy. A plain identity policy may be a managed one or
 * stand inline in a role, which has the largest quota.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html#reference_iam-quotas-entity-length
 */
function quotaOf({ kind }: KindOfPolicy): number {
  if (kind === 'boundary') return 6144;
  if (kind === 'session') return 2048;
  // AWS's own count is one higher than the length of the text without white space.
  return 10_239;
}

export const policySizeExceedsIdentityPolicyQuota: Check = {
  code: 'POLICY_SIZE_EXCEEDS_IDENTITY_POLICY_QUOTA',
  type: 'WARNING',
  kinds: ['identity'],
  summary: 'An identity policy is longer than IAM takes.',
  document({ root, size }, context) {
    const quota = quotaOf(context);
    if (!root || size.withoutWhitespace <= quota) return;
    const most = quota === 10_239 ? 10_240 : quota;
    context.report(
      root,
      `The policy has ${characters(size.withoutWhitespace)} without white space; IAM takes ${characters(most)} at most. Split it, or shorten it with wildcards.`,
    );
  },
};
