import type { HasRange, OffsetRange } from '../../../model/nodes';

/**
 * A Terraform text as far as policies need it. Offsets count UTF-16 units of the text, ends are exclusive; what is not
 * there yet, because somebody types it, is undefined.
 * https://github.com/hashicorp/hcl/blob/main/hclsyntax/spec.md
 */
export interface Body extends HasRange {
  readonly items: readonly (Attribute | Block)[];
}

/** `name = value` */
export interface Attribute extends HasRange {
  readonly kind: 'attribute';
  readonly name: Name;
  readonly value: Expression | undefined;
}

/** `type "label" { … }` */
export interface Block extends HasRange {
  readonly kind: 'block';
  readonly type: Name;
  readonly labels: readonly Name[];
  /** From behind the opening brace to the closing one. */
  readonly body: Body;
  readonly unclosed?: boolean;
}

/** A word and where it stands, quotes left out. */
export interface Name extends HasRange {
  readonly text: string;
}

export type Expression =
  Template | Literal | Tuple | HclObject | Call | Reference | Conditional | OtherExpression;

/** A quoted string or a heredoc. */
export interface Template extends HasRange {
  readonly kind: 'template';
  readonly quoted: boolean;
  /** First character behind the quote, or of the heredoc's first line. */
  readonly contentStart: number;
  readonly contentEnd: number;
  readonly parts: readonly TemplatePart[];
  readonly unclosed?: boolean;
}

export type TemplatePart =
  /** `offsets`: where each character stands, present only where escapes make it differ. */
  | (HasRange & { readonly kind: 'text'; readonly text: string; readonly offsets?: readonly number[] })
  | (HasRange & { readonly kind: 'interpolation'; readonly value: Expression | undefined })
  /** `%{ if … }` and its like. */
  | (HasRange & { readonly kind: 'directive' });

export interface Literal extends HasRange {
  readonly kind: 'number' | 'boolean' | 'null';
  readonly text: string;
}

export interface Tuple extends HasRange {
  readonly kind: 'tuple';
  readonly items: readonly Expression[];
  readonly unclosed?: boolean;
}

export interface HclObject extends HasRange {
  readonly kind: 'object';
  readonly entries: readonly ObjectEntry[];
  readonly unclosed?: boolean;
}

export interface ObjectEntry extends HasRange {
  /** A word, a template, or anything in parentheses. */
  readonly key: Expression;
  readonly value: Expression | undefined;
  /** The key stands in parentheses, so that a word in them is a reference. */
  readonly computedKey: boolean;
}

export interface Call extends HasRange {
  readonly kind: 'call';
  readonly name: Name;
  readonly args: readonly Expression[];
  readonly unclosed?: boolean;
}

/** `var.x`, `data.a.b[0].json`, `each.key`, and what is read of any other expression. */
export interface Reference extends HasRange {
  readonly kind: 'reference';
  /** As written. */
  readonly text: string;
}

export interface Conditional extends HasRange {
  readonly kind: 'conditional';
  /** What decides, as written but for white space. */
  readonly test: string;
  readonly yes: Expression | undefined;
  readonly no: Expression | undefined;
}

/** Operations and `for` expressions: their value is computed, whatever is in them. */
export interface OtherExpression extends HasRange {
  readonly kind: 'other';
  readonly inner: readonly Expression[];
}

export interface HclProblem extends HasRange {
  readonly message: string;
  /** A bracket has no partner: what it holds may be more or less than meant. */
  readonly bracket: boolean;
}

export interface HclComment extends HasRange {
  /** Without the comment marks, trimmed. */
  readonly text: string;
}

export interface HclFile {
  readonly body: Body;
  readonly problems: readonly HclProblem[];
  readonly comments: readonly HclComment[];
}

/** The attribute of that name, the first one. */
export function attribute(body: Body, name: string): Attribute | undefined {
  return body.items.find((item): item is Attribute => item.kind === 'attribute' && item.name.text === name);
}

/** The blocks of that type. */
export function blocks(body: Body, type: string): Block[] {
  return body.items.filter((item): item is Block => item.kind === 'block' && item.type.text === type);
}

/** The expressions that an expression is made of, keys and what stands in templates left out. */
export function innerOf(value: Expression): readonly Expression[] {
  if (value.kind === 'tuple') return value.items;
  if (value.kind === 'call') return value.args;
  if (value.kind === 'other') return value.inner;
  if (value.kind === 'conditional') return [value.yes, value.no].filter((one) => one !== undefined);
  return value.kind === 'object' ? value.entries.flatMap((entry) => entry.value ?? []) : [];
}

export function rangeOf(start: number, end: number): OffsetRange {
  return { start, end };
}
