import type { KindOfPolicy } from '../checks/check';
import type { OffsetRange, PolicyNode } from '../model/nodes';

/** A place of a template that holds a policy, before it is read. */
export interface PolicyPlace {
  /** The value as it stands there; undefined where none is written yet. */
  readonly value: PolicyNode | undefined;
  /** The key that it stands behind. */
  readonly key: OffsetRange;
  /** Undefined: what the policy looks like decides, and whether it is one. */
  readonly kind: KindOfPolicy | undefined;
  readonly owner: string;
  /** The value is not the document but its statements, which the host puts into one. */
  readonly onlyStatements?: boolean;
  /** The value is an item of the list behind the key. */
  readonly isItem?: boolean;
  /** Finds the parts of its strings that are filled in by whoever reads the file, where that is not CloudFormation. */
  readonly holes?: RegExp;
  /** It must look like a policy: the place may hold something else. */
  readonly mayBeOther?: boolean;
}
