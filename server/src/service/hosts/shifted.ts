import type { KindOfPolicy } from '../checks/check';
import type { Mover } from '../checks/template/facts';
import type { ArrayNode, OffsetRange } from '../model/nodes';
import type { CommentNode, PolicyDocument } from '../model/policyDocument';
import type { PolicyFile } from '../policyFile';
import { relocateDocument, relocateNode } from '../readers/relocate';
import type { PolicySyntax } from './host';

const none: readonly CommentNode[] = [];

/** The policy in a text in which everything stands further on. */
export function shifted(file: PolicyFile, shift: number): PolicyFile {
  if (shift === 0) return file;
  const { origin = { file, shift: 0 } } = file;
  return new ShiftedPolicy(origin.file, origin.shift + shift, file.comments ?? none);
}

/** Moves what facts refer to. */
export const mover: Mover = {
  file: shifted,
  list: (list, shift) => relocateNode(list, { to: (at) => at + shift, isShift: true }) as ArrayNode,
};

/** A policy whose text stands further on than where it was read. Its nodes are made when somebody asks for them. */
export class ShiftedPolicy implements PolicyFile {
  readonly kind: KindOfPolicy;
  readonly owner: string;
  readonly isAlternative: boolean;
  readonly reading: PolicyFile['reading'];
  readonly range: OffsetRange;
  readonly origin: { readonly file: PolicyFile; readonly shift: number };
  private moved: PolicyDocument | undefined;

  constructor(
    private readonly file: PolicyFile,
    private readonly shift: number,
    readonly comments: readonly CommentNode[],
  ) {
    this.kind = file.kind;
    this.owner = file.owner ?? '';
    this.isAlternative = file.isAlternative ?? false;
    this.reading = file.reading;
    this.range = { start: file.range.start + shift, end: file.range.end + shift };
    this.origin = { file, shift };
  }

  get policy(): PolicyDocument {
    const { file, shift } = this;
    return (this.moved ??= relocateDocument(file.policy, { to: (offset) => offset + shift, isShift: true }));
  }

  get syntax(): PolicySyntax {
    return this.file.syntax.movedBy?.(this.shift) ?? this.file.syntax;
  }
}
