import { characters } from './characters';
import type { Check } from '../check';

interface Quota {
  readonly most: number;
  /** White space counts too. */
  readonly all?: boolean;
}

/**
 * Quotas that the services publish; for resource types that are not here nothing is known.
 * S3: https://docs.aws.amazon.com/AmazonS3/latest/userguide/bucket-policies.html
 * KMS: https://docs.aws.amazon.com/kms/latest/developerguide/resource-limits.html
 * DynamoDB: https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/rbac-considerations.html
 */
const quotas = new Map<string, Quota>([
  ['AWS::S3::Bucket', { most: 20 * 1024 }],
  ['AWS::S3::AccessPoint', { most: 20 * 1024 }],
  ['AWS::KMS::Key', { most: 32 * 1024 }],
  ['AWS::KMS::ReplicaKey', { most: 32 * 1024 }],
  ['AWS::DynamoDB::Table', { most: 20 * 1024, all: true }],
]);

export const policySizeExceedsResourcePolicyQuota: Check = {
  code: 'POLICY_SIZE_EXCEEDS_RESOURCE_POLICY_QUOTA',
  type: 'WARNING',
  kinds: ['resource'],
  summary: 'A resource policy is longer than its service takes.',
  document({ root, size }, { resourceType, report }) {
    const quota = quotas.get(resourceType ?? '');
    if (!root || !quota) return;
    const length = quota.all ? size.all : size.withoutWhitespace;
    if (length <= quota.most) return;
    report(
      root,
      `The policy has ${characters(length)}; the policy of an ${resourceType} can have ${characters(quota.most)} at most. Shorten it.`,
    );
  },
};
