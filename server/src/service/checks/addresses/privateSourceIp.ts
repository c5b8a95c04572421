import { isPrivate } from '../../iam/ipRange';
import type { ConditionClause } from '../../model/condition';
import type { StringNode } from '../../model/nodes';
import { rangesOf } from './rangesOf';

export interface PrivateSources {
  /** The values that no request over the internet comes from (at least one). */
  readonly nodes: readonly StringNode[];
  /** Whether there is no other value. */
  readonly only: boolean;
}

/**
 * Private addresses in a condition on `aws:SourceIp`, which is always a public address: a request through a VPC
 * endpoint has `aws:VpcSourceIp` instead.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html#condition-keys-sourceip
 */
export function privateSources(clause: ConditionClause, negated: boolean): PrivateSources | undefined {
  const { operator, lowerKey, values } = clause;
  if (lowerKey !== 'aws:sourceip' || operator?.negated !== negated) return undefined;
  // Through a VPC endpoint the key is absent, which IfExists lets pass.
  if (operator.ifExists && !negated) return undefined;
  const nodes = rangesOf(clause)
    .filter(({ range }) => isPrivate(range))
    .map(({ node }) => node);
  return nodes.length === 0 ? undefined : { nodes, only: nodes.length === values.length };
}
