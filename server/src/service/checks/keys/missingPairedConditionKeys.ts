import type { Check } from '../check';

/**
 * Keys that mean nothing without another: private addresses are the same in every VPC. Lower case, with the partners
 * of which one is needed.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html#condition-keys-vpcsourceip
 */
const partners: ReadonlyMap<string, readonly string[]> = new Map([
  ['aws:vpcsourceip', ['aws:SourceVpc', 'aws:SourceVpce', 'aws:SourceVpcArn']],
  ['aws:ec2instancesourceprivateipv4', ['aws:Ec2InstanceSourceVpc']],
]);

export const missingPairedConditionKeys: Check = {
  code: 'MISSING_PAIRED_CONDITION_KEYS',
  type: 'SECURITY_WARNING',
  kinds: 'all',
  concerns: ({ lowerKey }) => partners.has(lowerKey),
  presumes: 'conditions',
  summary: 'A condition key that is unsafe alone lacks its partner.',
  clause({ keyNode, key, lowerKey }, { conditionClauses }, { report }) {
    const needed = partners.get(lowerKey);
    if (!needed) return;
    const present = new Set(conditionClauses.map((clause) => clause.lowerKey));
    if (needed.some((partner) => present.has(partner.toLowerCase()))) return;
    report(
      keyNode,
      `Other VPCs have the same private addresses. Use ${key} together with ${needed.join(' or ')}.`,
    );
  },
};
