import type { Entry, OffsetRange, PolicyNode, StringNode } from '../../model/nodes';
import { PolicyDocument } from '../../model/policyDocument';
import { readJson } from '../../readers/json';
import type { Template } from './hcl/ast';

/** Stands for an interpolation within a JSON string. */
const hole = '\ue000';

/** JSON text that a template gives, with a place in the host for each of its characters. */
export interface Decoded {
  readonly text: string;
  /** Host offset of each character, and of the end. */
  readonly offsets: readonly number[];
  /** Positions in the text that stand for interpolations. */
  readonly holes: ReadonlySet<number>;
  /** Something is computed outside of strings, so that the shape of the JSON is known in parts only. */
  readonly isShapeOpen: boolean;
}

/**
 * The policy that a heredoc or a quoted string holds as JSON. Interpolations in strings are computed; where they make
 * parts of the shape, nothing is said of what seems to be broken.
 */
export function jsonPolicy(decoded: Decoded): PolicyDocument | undefined {
  const read = readJson(decoded.text, { comments: false });
  if (decoded.isShapeOpen && read.problems.length > 0) return undefined;
  const root = read.root && placed(read.root, decoded);
  if (!root || root.kind === 'computed') return undefined;
  const problems = read.problems.map(({ range, message }) => ({ range: hostRange(range, decoded), message }));
  const size = {
    withoutWhitespace: read.size.withoutWhitespace - decoded.holes.size,
    all: read.size.all - decoded.holes.size,
  };
  const traits = {
    hasPlainCharacters: decoded.holes.size === 0 && read.traits.hasPlainCharacters,
    hasVariables: true,
  };
  return new PolicyDocument(root, problems, size, [], traits);
}

/** The JSON text of a template; undefined where loops or branches make it. */
export function decode({ parts, contentStart, contentEnd }: Template): Decoded | undefined {
  let text = '';
  const offsets: number[] = [];
  const holes = new Set<number>();
  let isInString = false;
  let isShapeOpen = false;
  for (const part of parts) {
    if (part.kind === 'text') {
      for (let index = 0; index < part.text.length; index++)
        offsets.push(part.offsets?.[index] ?? part.range.start + index);
      text += part.text;
      isInString = endsInString(part.text, isInString);
      continue;
    }
    if (part.kind === 'directive' && !isInString) return undefined;
    if (!isInString) isShapeOpen = true;
    // Two in a row are one value.
    if (!isInString && holes.has(text.length - 1)) continue;
    holes.add(text.length);
    offsets.push(part.range.start);
    text += isInString ? hole : '0';
  }
  offsets.push(parts.length > 0 ? contentEnd : contentStart);
  return { text, offsets, holes, isShapeOpen };
}

/** Whether a JSON string is open behind the text. */
function endsInString(text: string, isInString: boolean): boolean {
  let inside = isInString;
  for (let at = 0; at < text.length; at++) {
    const character = text[at];
    if (character === '"') inside = !inside;
    else if (character === '\\' && inside) at++;
    else if (character === '\n') inside = false;
  }
  return inside;
}

function hostRange({ start, end }: OffsetRange, { offsets }: Decoded): OffsetRange {
  const from = offsets[start]!;
  return { start: from, end: Math.max(from, offsets[end] ?? offsets.at(-1)!) };
}

/** The node with its places in the host. */
function placed(node: PolicyNode, decoded: Decoded): PolicyNode {
  const range = hostRange(node.range, decoded);
  if (node.kind === 'string') return stringNode(node, range, decoded);
  if (node.kind === 'array') {
    const items = node.items.map((item) => placed(item, decoded));
    return { kind: 'array', range, items, unclosed: node.unclosed };
  }
  if (node.kind === 'object') {
    const entries = node.entries.map((entry) => placedEntry(entry, decoded));
    return entries.every((entry) => entry !== undefined)
      ? { kind: 'object', range, entries, unclosed: node.unclosed }
      : { kind: 'computed', range };
  }
  if (node.kind === 'computed' || decoded.holes.has(node.range.start)) return { kind: 'computed', range };
  return { kind: node.kind, text: node.text, range };
}

/** Undefined where the key is computed. */
function placedEntry({ key, value, range }: Entry, decoded: Decoded): Entry | undefined {
  const placedKey = stringNode(key, hostRange(key.range, decoded), decoded);
  if (placedKey.kind === 'computed') return undefined;
  return {
    key: placedKey as StringNode,
    value: value && placed(value, decoded),
    range: hostRange(range, decoded),
  };
}

function stringNode(node: StringNode, range: OffsetRange, decoded: Decoded): PolicyNode {
  const at = (index: number) => node.offsets?.[index] ?? node.contentStart + index;
  const isHole = (index: number) => node.text[index] === hole && decoded.holes.has(at(index));
  const { length } = node.text;
  if (decoded.holes.size > 0 && Array.from({ length }, (_, index) => index).some(isHole)) {
    return { kind: 'computed', range, parts: partsOf(node.text, isHole) };
  }
  const contentStart = decoded.offsets[node.contentStart]!;
  const offsets = Array.from({ length }, (_, index) => decoded.offsets[at(index)]!);
  const isPlain =
    node.offsets === undefined && offsets.every((offset, index) => offset === contentStart + index);
  const { kind, text, unclosed } = node;
  return { kind, text, range, contentStart, ...(!isPlain && { offsets }), ...(unclosed && { unclosed }) };
}

function partsOf(text: string, isHole: (index: number) => boolean): (string | undefined)[] {
  const parts: (string | undefined)[] = [];
  for (let index = 0; index < text.length; index++) {
    const last = parts.length - 1;
    if (isHole(index)) parts.push(undefined);
    else if (typeof parts[last] === 'string') parts[last] += text[index]!;
    else parts.push(text[index]);
  }
  return parts;
}
