import type { Check } from '../check';

/** Keys, lower case, about the resource: the same in every request that meets the resource's own policy. */
const aboutResource: ReadonlySet<string> = new Set([
  's3:resourceaccount',
  'aws:resourceaccount',
  'aws:resourceorgid',
  'aws:resourceorgpaths',
]);

export const irrelevantConditionKeyInPolicy: Check = {
  code: 'IRRELEVANT_CONDITION_KEY_IN_POLICY',
  type: 'SUGGESTION',
  kinds: ['resource'],
  concerns: ({ lowerKey }) => aboutResource.has(lowerKey),
  summary: 'A condition key says nothing in the policy of this resource.',
  clause({ keyNode, key, lowerKey }, _statement, { certain, resourceType, report }) {
    if (!aboutResource.has(lowerKey)) return;
    // The policy of a VPC endpoint stands before the resources of others. What nobody told may be one.
    if (!certain || resourceType === undefined || resourceType === 'AWS::EC2::VPCEndpoint') return;
    report(
      keyNode,
      `${key} is about this very resource, so the answer never changes. It belongs in policies of identities.`,
    );
  },
};
