import {
  type ComputedNode,
  computedOf,
  type OffsetRange,
  type PolicyNode,
  type StringNode,
  type UnescapedVariable,
} from '../model/nodes';
import type { PolicyDocument } from '../model/policyDocument';
import { readJson } from './json';
import { relocateDocument, type Relocation, relocateString } from './relocate';

/** JSON that stands inside a text of another syntax. */
export interface JsonInside {
  /** The JSON as its reader will get it, host escapes undone. */
  readonly text: string;
  /** Host offset of the first character, or where they are not side by side: of each one, and of the end. */
  readonly at: number | readonly number[];
  /** Parts of {@link text} that the host fills in later: `${AWS::Region}`, `${var.name}`. In order, apart. */
  readonly holes?: readonly OffsetRange[];
  /** Policy variables among the holes, with offsets of the host. */
  readonly unescaped?: readonly UnescapedVariable[];
}

/**
 * Reads a policy that stands as JSON inside a host's text; nodes get offsets of the host, values with holes are
 * computed. Never throws.
 */
export function readJsonInside({ text, at, holes = [], unescaped = [] }: JsonInside): PolicyDocument {
  const document = readJson(withoutHoles(text, holes), { comments: false });
  const move: Relocation =
    typeof at === 'number'
      ? { to: (offset) => at + offset, isShift: true }
      : { to: (offset) => at[offset] ?? at.at(-1)!, isShift: false };
  if (holes.length === 0) return relocateDocument(document, move);
  return relocateDocument(document, {
    ...move,
    instead: (node) => withUnescaped(computed(node, text, holes, move), unescaped),
  });
}

/**
 * The text, as long as before, with something readable in place of its holes: letters inside strings, `null` where a
 * value is to come.
 */
function withoutHoles(text: string, holes: readonly OffsetRange[]): string {
  let result = '';
  let last = 0;
  let inString = false;
  for (const { start, end } of holes) {
    const between = text.slice(last, start);
    for (const [mark] of between.matchAll(/\\.|"/gs)) if (mark === '"') inString = !inString;
    const length = end - start;
    result += between + (inString || length < 4 ? 'x'.repeat(length) : 'null'.padEnd(length));
    last = end;
  }
  return result + text.slice(last);
}

function holesIn({ start, end }: OffsetRange, all: readonly OffsetRange[]): OffsetRange[] {
  return all.filter((hole) => hole.start < end && hole.end > start);
}

/** A scalar that holes are in, with the known texts between them. */
function computed(
  node: PolicyNode,
  text: string,
  all: readonly OffsetRange[],
  move: Relocation,
): ComputedNode | undefined {
  const range = { start: move.to(node.range.start), end: move.to(node.range.end) };
  // A key that is filled in may be any.
  if (node.kind === 'object')
    return node.entries.some(({ key }) => holesIn(key.range, all).length > 0)
      ? { kind: 'computed', range }
      : undefined;
  if (node.kind === 'array' || node.kind === 'computed') return undefined;
  const holes = holesIn(node.range, all);
  if (holes.length === 0) return undefined;
  return node.kind === 'string'
    ? computedOf(range, partsOf(node, text, holes, move))
    : { kind: 'computed', range };
}

/** The value with the variables that stand in it. */
function withUnescaped(
  node: ComputedNode | undefined,
  all: readonly UnescapedVariable[],
): ComputedNode | undefined {
  if (!node) return undefined;
  const { start, end } = node.range;
  const unescaped = all.filter(({ range }) => start <= range.start && range.end <= end);
  return unescaped.length > 0 ? { ...node, unescaped } : node;
}

function partsOf(
  { range, contentStart, unclosed }: StringNode,
  text: string,
  holes: readonly OffsetRange[],
  move: Relocation,
): (StringNode | undefined)[] {
  const contentEnd = range.end - (unclosed ? 0 : 1);
  const parts: (StringNode | undefined)[] = [];
  let from = contentStart;
  const take = (to: number) => {
    if (to > from) parts.push(part(text.slice(from, to), from, move));
  };
  for (const hole of holes) {
    take(hole.start);
    parts.push(undefined);
    from = hole.end;
  }
  take(contentEnd);
  return parts;
}

function part(text: string, start: number, move: Relocation): StringNode {
  const range = { start, end: start + text.length };
  return relocateString({ kind: 'string', text, range, contentStart: start }, move);
}
