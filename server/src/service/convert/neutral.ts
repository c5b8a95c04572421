import type { Entry, ObjectNode, PolicyNode } from '../model/nodes';

/** A policy, or a part of one, apart from any syntax: what conversions between syntaxes are made through. */
export type Neutral =
  | Text
  /** A number, Boolean or null, as JSON writes it. */
  | { readonly kind: 'bare'; readonly text: string }
  | { readonly kind: 'list'; readonly items: readonly Neutral[] }
  /** Entries in their order; a key may stand twice. */
  | { readonly kind: 'map'; readonly entries: readonly (readonly [key: string, value: Neutral])[] }
  | Mixed
  | Expression;

/** A literal string. */
export interface Text {
  readonly kind: 'string';
  readonly text: string;
}

/** A string of which parts are computed: literal texts and expressions in turn. */
export interface Mixed {
  readonly kind: 'mixed';
  readonly parts: readonly (string | Expression)[];
}

/** A value that a template computes, in the language of the template. */
export type Expression = CloudFormationCall | HclExpression;

export interface CloudFormationCall {
  readonly kind: 'expression';
  readonly language: 'cloudformation';
  /** `Ref`, `Fn::Sub` */
  readonly name: string;
  readonly argument: Neutral;
}

export interface HclExpression {
  readonly kind: 'expression';
  readonly language: 'hcl';
  readonly source: string;
  /** What CloudFormation calls the same value, where it surely has it: `AWS::AccountId`. */
  readonly means?: string;
}

/** What a reader makes of a node in its own way: of a function, a reference, a text with holes. */
export type ReadComputed = (node: PolicyNode) => Neutral | undefined;

/**
 * What a node says without its syntax; undefined where something would be lost.
 *
 * @param readComputed asked of every node first; undefined leaves it to the usual reading, by which nothing can be said
 *   of what is computed
 */
export function toNeutral(
  node: PolicyNode | undefined,
  readComputed: ReadComputed = () => undefined,
): Neutral | undefined {
  if (!node) return undefined;
  const computed = readComputed(node);
  if (computed) return computed;
  switch (node.kind) {
    case 'string':
      return { kind: 'string', text: node.text };
    case 'number':
    case 'boolean':
    case 'null':
      return { kind: 'bare', text: node.text };
    case 'array': {
      const items = node.items.map((item) => toNeutral(item, readComputed));
      return items.every((item) => item !== undefined) ? { kind: 'list', items } : undefined;
    }
    case 'object':
      return toMap(node, readComputed);
    case 'computed':
      return undefined;
  }
}

type Pair = readonly [key: string, value: Neutral];

function toMap({ entries, merges }: ObjectNode, readComputed: ReadComputed): Neutral | undefined {
  const pairs: Pair[] = [];
  for (const { key, value } of entries satisfies readonly Entry[]) {
    const read = toNeutral(value, readComputed);
    if (!read) return undefined;
    const at = merges ? pairs.findIndex(([name]) => name === key.text) : -1;
    const both = at < 0 ? read : join(pairs[at]![1], read);
    if (!both) return undefined;
    pairs.splice(at < 0 ? pairs.length : at, at < 0 ? 0 : 1, [key.text, both]);
  }
  return { kind: 'map', entries: pairs };
}

/** Two values of the same key where the host joins them: maps by their keys, others as one list. */
function join(a: Neutral, b: Neutral): Neutral | undefined {
  if (a.kind !== 'map' && b.kind !== 'map') return { kind: 'list', items: [...itemsOf(a), ...itemsOf(b)] };
  if (a.kind !== 'map' || b.kind !== 'map') return undefined;
  const pairs = [...a.entries];
  for (const [key, value] of b.entries) {
    const at = pairs.findIndex(([name]) => name === key);
    const both = at < 0 ? value : join(pairs[at]![1], value);
    if (!both) return undefined;
    pairs.splice(at < 0 ? pairs.length : at, at < 0 ? 0 : 1, [key, both]);
  }
  return { kind: 'map', entries: pairs };
}

/** The values of what may be one or a list. */
export function itemsOf(value: Neutral): readonly Neutral[] {
  return value.kind === 'list' ? value.items : [value];
}

/**
 * The value with every text and computed part changed.
 *
 * @returns undefined where the change of any part is undefined
 */
export function mapScalars(
  value: Neutral,
  change: (scalar: Exclude<Neutral, { kind: 'list' | 'map' }>) => Neutral | undefined,
): Neutral | undefined {
  if (value.kind === 'list') {
    const items = value.items.map((item) => mapScalars(item, change));
    return items.every((item) => item !== undefined) ? { kind: 'list', items } : undefined;
  }
  if (value.kind !== 'map') return change(value);
  const entries = value.entries.map(([key, item]) => [key, mapScalars(item, change)] as const);
  return entries.every((entry): entry is Pair => entry[1] !== undefined)
    ? { kind: 'map', entries }
    : undefined;
}

/** The parts as the simplest value that says them: a text, an expression, or both mixed. */
export function joined(parts: readonly (string | Expression)[]): Text | Mixed | Expression {
  const merged: (string | Expression)[] = [];
  for (const part of parts) {
    const last = merged.at(-1);
    if (part === '') continue;
    if (typeof part === 'string' && typeof last === 'string') merged[merged.length - 1] = last + part;
    else merged.push(part);
  }
  const [only, more] = merged;
  if (only === undefined) return { kind: 'string', text: '' };
  if (more !== undefined) return { kind: 'mixed', parts: merged };
  return typeof only === 'string' ? { kind: 'string', text: only } : only;
}
