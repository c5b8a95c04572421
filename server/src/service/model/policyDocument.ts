import { type Entry, listOf, type OffsetRange, type PolicyNode } from './nodes';
import type { Memory } from '../remember';
import { Statement } from './statement';

/** A place where the host text is broken. */
export interface SyntaxProblem {
  readonly range: OffsetRange;
  readonly message: string;
  /** The text around the policy is broken; the host's own tools tell of that. */
  readonly isOfHost?: boolean;
}

/** A comment of the host text that speaks to the checks. */
export interface CommentNode {
  readonly range: OffsetRange;
  /** Without the comment marks, trimmed. */
  readonly text: string;
}

export interface TextTraits {
  /** No character is outside of those that IAM takes: tab, line breaks, U+0020 to U+00FF. */
  readonly hasPlainCharacters: boolean;
  /** Policy variables, or their beginnings, may be somewhere. */
  readonly hasVariables: boolean;
}

export const policyElements = ['Version', 'Id', 'Statement'] as const;
export type PolicyElement = (typeof policyElements)[number];

/**
 * One policy, whatever text it stands in. Built from the tree that a reader made; broken text gives as much
 * as could be read, with {@link problems} set.
 */
export class PolicyDocument implements Memory {
  private kept: Map<unknown, unknown> | undefined;
  readonly statements: readonly Statement[];

  constructor(
    /** The top value; undefined for an empty text. */
    readonly root: PolicyNode | undefined,
    readonly problems: readonly SyntaxProblem[],
    /** Characters as AWS counts them for quotas: white space between tokens left out, or all of them. */
    readonly size: { readonly withoutWhitespace: number; readonly all: number },
    readonly comments: readonly CommentNode[] = [],
    /** What a look at the whole text tells; it spares checks a look at every string. */
    readonly traits: TextTraits = { hasPlainCharacters: false, hasVariables: true },
  ) {
    const statements: Statement[] = [];
    for (const node of listOf(this.value('Statement'))) {
      if (node.kind === 'object') statements.push(new Statement(node, statements.length));
    }
    this.statements = statements;
  }

  get memory(): Map<unknown, unknown> {
    return (this.kept ??= new Map());
  }

  /** The element of that name; the last one when it is repeated, as JSON parsers do. */
  element(name: PolicyElement): Entry | undefined {
    const { root } = this;
    if (root?.kind !== 'object') return undefined;
    for (let at = root.entries.length - 1; at >= 0; at--) {
      const entry = root.entries[at]!;
      if (entry.key.text === name) return entry;
    }
    return undefined;
  }

  value(name: PolicyElement): PolicyNode | undefined {
    return this.element(name)?.value;
  }

  /** The version, when it is a string. */
  get version(): string | undefined {
    const node = this.value('Version');
    return node?.kind === 'string' ? node.text : undefined;
  }

  /** The text is broken, so that what seems to be missing may only be unreadable. */
  get isPartial(): boolean {
    return this.problems.length > 0;
  }
}
