import type { KindOfPolicy } from '../checks/check';
import type { OffsetRange } from '../model/nodes';
import type { PolicyDocument } from '../model/policyDocument';

/** A policy that stands inside a larger text: a template's property, a heredoc, a block. */
export interface EmbeddedPolicy {
  readonly policy: PolicyDocument;
  /** What the place says of it: an `AssumeRolePolicyDocument` is a trust policy, whatever it looks like. */
  readonly kind: KindOfPolicy;
  /** The policy's part of the host text. */
  readonly range: OffsetRange;
  /** What the host calls its owner: a logical id, `aws_iam_role.web`. */
  readonly owner: string;
}
