import { type OffsetRange, type PolicyNode, rangeWithin, type StringNode } from '../model/nodes';
import type { JsonInside } from '../readers/jsonInside';
import type { PolicySyntax } from './host';
import { jsonInSub } from './json/escaped';
import { type Encode, escapedJson, inDoubleQuotes, inSingleQuotes } from './json/escapedJson';
import { jsonSyntax } from './json/syntax';
import { lineStartAt } from '../model/lines';

/** JSON that is the content of a string. */
export interface JsonInString {
  readonly json: JsonInside;
  readonly range: OffsetRange;
  readonly syntax: PolicySyntax;
}

/** The JSON object in a string, with holes where the string is known in part; undefined where there is none. */
export function jsonInString(node: PolicyNode, text: string): JsonInString | undefined {
  const parts = partsOf(node);
  const [first] = parts;
  if (!first || !/^\s*\{/.test(first.text)) return undefined;
  const known = parts.filter((part) => part !== undefined);
  const range = { start: offsetOf(first, 0), end: offsetOf(known.at(-1)!, known.at(-1)!.text.length) };
  const unescaped = node.kind === 'computed' ? (node.unescaped ?? []) : [];
  const isSub = node.kind === 'computed' || (node.kind === 'string' && node.isTemplate);
  if (known.every((part) => isVerbatim(part, text))) {
    const json = {
      text: text.slice(range.start, range.end),
      at: range.start,
      holes: gapsBetween(known, parts, range),
    };
    return { json: { ...json, unescaped }, range, syntax: isSub ? jsonInSub : jsonSyntax };
  }
  const json = gathered(parts);
  return {
    json: { ...json, unescaped },
    range,
    syntax: escapedJson({ inside: json, encode: encoding(first, text, isSub) }),
  };
}

/** How the string that the part stands in spells its characters. */
function encoding({ contentStart }: StringNode, text: string, isSub: boolean | undefined): Encode {
  const before = text.slice(lineStartAt(text, contentStart), contentStart);
  const quoted = before.endsWith("'") ? inSingleQuotes : before.endsWith('"') ? inDoubleQuotes : asItIs;
  return isSub ? (json) => quoted(json.replace(/\$\{(?!!)/g, '${!')) : quoted;
}

/** In texts without quotes; their lines have to stand further in than the key. */
const asItIs: Encode = (json) => json.replace(/\n\s*/g, ' ');

function partsOf(node: PolicyNode): readonly (StringNode | undefined)[] {
  if (node.kind === 'string') return [node];
  return node.kind === 'computed' ? (node.pieces ?? []) : [];
}

function offsetOf(node: StringNode, index: number): number {
  return rangeWithin(node, index, index).start;
}

/** What stands in the host is the same JSON: nothing but white space differs. */
function isVerbatim(part: StringNode, text: string): boolean {
  if (!part.offsets) return text.startsWith(part.text, part.contentStart);
  let last = part.contentStart;
  for (let index = 0; index < part.text.length; index++) {
    const offset = part.offsets[index]!;
    const isSpace = /\s/.test(part.text[index]!);
    if (!isSpace && (text[offset] !== part.text[index] || text.slice(last, offset).trim() !== ''))
      return false;
    last = isSpace ? Math.max(last, offset) : offset + 1;
  }
  return true;
}

/** Holes are what stands between the known parts. */
function gapsBetween(
  known: readonly StringNode[],
  parts: readonly (StringNode | undefined)[],
  range: OffsetRange,
): OffsetRange[] {
  if (known.length === parts.length) return [];
  return known.slice(1).flatMap((part, index) => {
    const before = known[index]!;
    const start = offsetOf(before, before.text.length) - range.start;
    const end = offsetOf(part, 0) - range.start;
    return end > start ? [{ start, end }] : [];
  });
}

/** The text with its escapes undone, and where each character of it stands. */
function gathered(
  parts: readonly (StringNode | undefined)[],
): JsonInside & { readonly at: readonly number[] } {
  let text = '';
  const at: number[] = [];
  const holes: OffsetRange[] = [];
  for (const part of parts) {
    if (part) {
      for (let index = 0; index < part.text.length; index++) at.push(offsetOf(part, index));
      text += part.text;
      continue;
    }
    const end = at.at(-1) ?? 0;
    holes.push({ start: text.length, end: text.length + hole.length });
    text += hole;
    at.push(...Array.from(hole, () => end + 1));
  }
  const last = parts.findLast((part) => part !== undefined);
  at.push(last ? offsetOf(last, last.text.length) : 0);
  return { text, at, holes };
}

const hole = '${_}';
