/**
 * The host-independent tree every reader produces. Offsets count UTF-16 units of the host text, as the
 * Language Server Protocol does; `end` is exclusive.
 */
export interface OffsetRange {
  readonly start: number;
  readonly end: number;
}

export interface HasRange {
  readonly range: OffsetRange;
}

/** A value of which the host text gives no literal: a `!Ref`, a `var.x`. Checks stay silent about it. */
export interface ComputedNode extends HasRange {
  readonly kind: 'computed';
  /** Where only parts are unknown (`!Sub "arn:aws:s3:::${Bucket}/*"`): the known texts in order, `undefined` between. */
  readonly parts?: readonly (string | undefined)[];
  /** The same with the places of the known texts, where the reader can tell them. */
  readonly pieces?: readonly (StringNode | undefined)[];
  /** Policy variables in it that the host takes for its own, so that IAM never sees them. */
  readonly unescaped?: readonly UnescapedVariable[];
}

/** A policy variable that the host would fill in itself. */
export interface UnescapedVariable extends HasRange {
  /** As written: `${aws:username}`. */
  readonly text: string;
  /** What to write for it to reach IAM: `${!aws:username}`, `$${aws:username}`. */
  readonly escaped: string;
}

export interface StringNode extends HasRange {
  readonly kind: 'string';
  /** The value, unescaped. */
  readonly text: string;
  /** Host offset of the first character of the value (behind the quote, where there is one). */
  readonly contentStart: number;
  /** Host offset of each character of {@link text}, present only where escapes make it differ. */
  readonly offsets?: readonly number[] | undefined;
  /** The string has no closing quote. */
  readonly unclosed?: boolean | undefined;
  /** The host fills in what stands in it as `${…}`: a policy variable has to be escaped there. */
  readonly isTemplate?: boolean | undefined;
}

/** A number, Boolean or null that stands unquoted. */
export interface BareNode extends HasRange {
  readonly kind: 'number' | 'boolean' | 'null';
  readonly text: string;
}

export interface ArrayNode extends HasRange {
  readonly kind: 'array';
  /** It has no brackets, as in block style: it begins with its first member and ends with its last. */
  readonly isBare?: boolean | undefined;
  /** The list has no closing bracket. */
  readonly unclosed?: boolean | undefined;
  /** No member can be computed, which spares a look at each. */
  readonly isLiteral?: boolean | undefined;
  readonly items: readonly PolicyNode[];
}

/** A key of an object and the value behind it; the value is missing in half-typed text. */
export interface Entry extends HasRange {
  readonly key: StringNode;
  readonly value: PolicyNode | undefined;
}

export interface ObjectNode extends HasRange {
  readonly kind: 'object';
  /** It has no brackets, as in block style: it begins with its first member and ends with its last. */
  readonly isBare?: boolean | undefined;
  /** The object has no closing brace. */
  readonly unclosed?: boolean | undefined;
  /** Entries with the same key are joined by the host, so that none gets lost. */
  readonly merges?: boolean;
  readonly entries: readonly Entry[];
}

export type ScalarNode = StringNode | BareNode;
export type PolicyNode = ScalarNode | ComputedNode | ArrayNode | ObjectNode;

/** Host range of the characters `from`..`to` (exclusive) of a string's value. */
export function rangeWithin(node: StringNode, from: number, to: number): OffsetRange {
  return { start: offsetWithin(node, from), end: offsetWithin(node, to) };
}

function offsetWithin(node: StringNode, index: number): number {
  if (!node.offsets) return node.contentStart + index;
  return node.offsets[index] ?? node.range.end - (node.unclosed ? 0 : 1);
}

/** The nodes of a value that may be one or a list: `"x"` and `["x"]` mean the same in a policy. */
export function listOf(node: PolicyNode | undefined): readonly PolicyNode[] {
  if (!node) return none;
  return node.kind === 'array' ? node.items : [node];
}

const none: readonly PolicyNode[] = [];

/** Whether any part of the value is computed, so that "nothing matches" can't be concluded. */
export function hasComputed(node: PolicyNode | undefined): boolean {
  if (node?.kind !== 'array') return node?.kind === 'computed';
  return !node.isLiteral && node.items.some((item) => item.kind === 'computed');
}

export function isScalar(node: PolicyNode | undefined): node is ScalarNode {
  return node !== undefined && node.kind !== 'object' && node.kind !== 'array' && node.kind !== 'computed';
}

/** A computed value with the pieces that are known. */
export function computedOf(range: OffsetRange, pieces: readonly (StringNode | undefined)[]): ComputedNode {
  return { kind: 'computed', range, parts: pieces.map((piece) => piece?.text), pieces };
}
