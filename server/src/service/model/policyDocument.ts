import { type Entry, listOf, type ObjectNode, type OffsetRange, type PolicyNode } from './nodes';
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
  readonly memory = new Map<unknown, unknown>();
  private readonly elements = new Map<string, Entry>();
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
    if (root?.kind === 'object') for (const entry of root.entries) this.elements.set(entry.key.text, entry);
    this.statements = listOf(this.value('Statement'))
      .filter((node): node is ObjectNode => node.kind === 'object')
      .map((node, index) => new Statement(node, index));
  }

  element(name: PolicyElement): Entry | undefined {
    return this.elements.get(name);
  }

  value(name: PolicyElement): PolicyNode | undefined {
    return this.elements.get(name)?.value;
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
