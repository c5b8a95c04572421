import {
  type Alias,
  type Document,
  isAlias,
  isMap,
  isPair,
  isScalar,
  isSeq,
  type ParsedNode,
  Scalar,
  visit,
  type YAMLMap,
} from 'yaml';
import type { Entry, OffsetRange, PolicyNode, StringNode } from '../../model/nodes';
import { alignOffsets, type ScalarStyle } from './offsets';
import { relocateNode } from '../relocate';
import type { ParsedYaml } from './parse';

/** Aliases may stand for ever more of the document; nobody's policy has so many nodes. */
const mostNodes = 200_000;
const mostDepth = 100;

class TooMuch extends Error {}

/**
 * The document as nodes. Tags become what they are short for: `!Sub x` is `{ "Fn::Sub": x }`, as CloudFormation reads
 * it; aliases and merge keys are followed, nodes behind them keep the places where they are written.
 */
export function yamlNodes({ document, text, toSource }: ParsedYaml): PolicyNode | undefined {
  try {
    const root = new NodeMaker(document, text).nodeOf(document.contents as ParsedNode | null, 0);
    return root && toSource ? relocateNode(root, { to: toSource, isShift: true }) : root;
  } catch (thrown) {
    if (thrown instanceof TooMuch) return undefined;
    throw thrown;
  }
}

type AnchoredNode = ParsedNode & { readonly anchor: string };

class NodeMaker {
  private count = 0;
  private anchors: readonly AnchoredNode[] | undefined;

  constructor(
    private readonly document: Document,
    private readonly text: string,
  ) {}

  nodeOf(node: ParsedNode | null, depth: number): PolicyNode | undefined {
    if (!node) return undefined;
    if (++this.count > mostNodes || depth > mostDepth) throw new TooMuch();
    const plain = this.untagged(node, depth);
    const tag = tagOf(node);
    return plain && tag !== undefined ? this.tagged(tag, plain) : plain;
  }

  private untagged(node: ParsedNode, depth: number): PolicyNode | undefined {
    if (isAlias(node)) return this.alias(node, depth);
    const range = rangeOf(node);
    if (isScalar(node)) return this.scalar(node, range);
    const isBare = !node.flow;
    if (isMap(node)) {
      const entries = this.entriesOf(node, depth);
      return { kind: 'object', isBare, range: this.trimmed(range, isBare, entries.at(-1)?.range), entries };
    }
    if (!isSeq(node)) return undefined;
    const items = node.items.flatMap((item) => this.item(item, depth) ?? []);
    return { kind: 'array', isBare, range: this.trimmed(range, isBare, items.at(-1)?.range), items };
  }

  /** `Fn::X` around a value; the range holds the tag too. */
  private tagged(tag: string, value: PolicyNode): PolicyNode {
    const written = this.text.lastIndexOf(tag, value.range.start);
    const start = written < 0 ? value.range.start : written;
    const name = tag === '!Ref' || tag === '!Condition' ? tag.slice(1) : `Fn::${tag.slice(1)}`;
    const keyRange = { start, end: Math.min(start + tag.length, value.range.start) };
    const key: StringNode = { kind: 'string', text: name, range: keyRange, contentStart: start };
    const range = { start, end: value.range.end };
    return { kind: 'object', isBare: true, range, entries: [{ key, value, range }] };
  }

  private alias(node: Alias, depth: number): PolicyNode | undefined {
    const range = rangeOf(node as ParsedNode);
    // A star that somebody forgot to quote.
    if (node.source === '') return { kind: 'string', text: '*', range, contentStart: range.start };
    const target = this.anchored(node.source, range.start);
    return target ? this.nodeOf(target, depth + 10) : { kind: 'computed', range };
  }

  /** The node that the name was last given to before the place. */
  private anchored(name: string, before: number): ParsedNode | undefined {
    this.anchors ??= anchorsIn(this.document);
    return this.anchors.findLast((node) => node.anchor === name && node.range[0] < before);
  }

  private item(item: ParsedNode, depth: number): PolicyNode | undefined {
    if (isPair(item)) return undefined;
    const prefix = isMap(item) ? this.unfinishedString(item) : undefined;
    return prefix ?? this.nodeOf(item, depth + 1);
  }

  /** `- s3:` is a map to YAML, and the beginning of an action to its author. */
  private unfinishedString({ items, flow }: YAMLMap): StringNode | undefined {
    const [pair] = items;
    if (flow || items.length !== 1 || !isScalar(pair?.key) || !isEmpty(pair.value)) return undefined;
    const range = rangeOf(pair.key as unknown as ParsedNode);
    const text = `${String(pair.key.value)}:`;
    if (!/^[a-z][a-z0-9-]*:$/.test(text) || !this.text.startsWith(text, range.start)) return undefined;
    return {
      kind: 'string',
      text,
      range: { start: range.start, end: range.start + text.length },
      contentStart: range.start,
    };
  }

  /** What a map says itself goes before what it merges in. */
  private entriesOf({ items }: YAMLMap, depth: number): Entry[] {
    const own = items.flatMap((pair) => this.entries(pair, depth));
    const merging = items.filter(({ key }) => isMergeKey(key));
    if (merging.length === 0) return own;
    const taken = new Set(own.map(({ key }) => key.text));
    const merged = merging.flatMap(({ value }) => this.merged(value as ParsedNode | null, depth));
    return [...own, ...merged.filter(({ key }) => !taken.has(key.text) && taken.add(key.text))];
  }

  private entries(pair: unknown, depth: number): Entry[] {
    if (!isPair(pair) || isMergeKey(pair.key)) return [];
    const keyNode = pair.key as ParsedNode | null;
    if (!isScalar(keyNode)) return [];
    const key = this.string(keyNode, rangeOf(keyNode));
    const value = isEmpty(pair.value) ? undefined : this.nodeOf(pair.value as ParsedNode, depth + 1);
    const end = Math.max(key.range.end, value?.range.end ?? 0);
    return [{ key, value, range: { start: key.range.start, end } }];
  }

  /** What the merge key brings; YAML wants a map or a list of maps behind it. */
  private merged(value: ParsedNode | null, depth: number): Entry[] {
    const node = this.nodeOf(value, depth + 1);
    const maps = node?.kind === 'array' ? node.items : node ? [node] : [];
    return maps.flatMap((map) => (map.kind === 'object' ? map.entries : []));
  }

  private scalar(node: Scalar, range: OffsetRange): PolicyNode | undefined {
    const { value, type } = node;
    if (type !== Scalar.PLAIN || typeof value === 'string' || hasTag(node)) {
      return isEmpty(node) ? undefined : this.string(node, range);
    }
    if (value === null) return isEmpty(node) ? undefined : { kind: 'null', text: 'null', range };
    if (typeof value === 'boolean') return { kind: 'boolean', text: String(value), range };
    const source = this.text.slice(range.start, range.end);
    // An account id with zeros in front is no number to anybody but YAML.
    return /^-?(0|[1-9]\d*)(\.\d+)?([eE][+-]?\d+)?$/.test(source)
      ? { kind: 'number', text: source, range }
      : { kind: 'string', text: source, range, contentStart: range.start };
  }

  private string(node: Scalar, range: OffsetRange): StringNode {
    const style = styles[node.type ?? ''] ?? 'plain';
    const source = this.text.slice(range.start, range.end);
    const text = typeof node.value === 'string' ? node.value : source;
    const isQuoted = style === 'single' || style === 'double';
    const isClosed = isQuoted && source.length > 1 && source.endsWith(source[0]!);
    const contentStart =
      style === 'block' ? contentOfBlock(this.text, range) : range.start + (isQuoted ? 1 : 0);
    const contentEnd = range.end - (isClosed ? 1 : 0);
    const offsets = alignOffsets(text, this.text, contentStart, contentEnd, style);
    return {
      kind: 'string',
      text,
      range: style === 'block' ? { start: range.start, end: endOfBlock(this.text, range) } : range,
      contentStart,
      ...(offsets && { offsets }),
      ...(isQuoted && !isClosed && { unclosed: true }),
    };
  }

  /** Block style has no end of its own; the parser counts the blanks up to the next thing. */
  private trimmed({ start, end }: OffsetRange, isBare: boolean, last: OffsetRange | undefined): OffsetRange {
    if (!isBare) return { start, end };
    const inner =
      last && last.end > start && last.end <= end
        ? last.end
        : start + trimmedLength(this.text.slice(start, end));
    return { start, end: inner };
  }
}

function anchorsIn(document: Document): AnchoredNode[] {
  const found: AnchoredNode[] = [];
  visit(document, {
    Node: (_key, node) => {
      if ('anchor' in node && node.anchor) found.push(node as AnchoredNode);
    },
  });
  return found;
}

function isMergeKey(key: unknown): boolean {
  return isScalar(key) && key.value === '<<' && key.type === Scalar.PLAIN;
}

function trimmedLength(text: string): number {
  return text.trimEnd().length;
}

const styles: Readonly<Record<string, ScalarStyle>> = {
  PLAIN: 'plain',
  QUOTE_SINGLE: 'single',
  QUOTE_DOUBLE: 'double',
  BLOCK_LITERAL: 'block',
  BLOCK_FOLDED: 'block',
};

function rangeOf(node: ParsedNode): OffsetRange {
  const [start, end] = node.range;
  return { start, end };
}

/** Nothing is written there at all. */
function isEmpty(value: unknown): boolean {
  if (value === null || value === undefined) return true;
  if (!isScalar(value) || value.type !== Scalar.PLAIN || !value.range) return false;
  return value.range[0] === value.range[1] && !hasTag(value);
}

function hasTag(node: Scalar): boolean {
  return tagOf(node as unknown as ParsedNode) !== undefined;
}

/** A tag of CloudFormation's kind: `!Sub`. Standard ones (`!!str`) only say what is plain anyway. */
function tagOf(node: ParsedNode): string | undefined {
  const { tag } = node as { tag?: string };
  return tag !== undefined && /^!\w/.test(tag) ? tag : undefined;
}

/** The first line behind the header of a block scalar. */
function contentOfBlock(text: string, { start, end }: OffsetRange): number {
  const lineBreak = text.indexOf('\n', start);
  return lineBreak < 0 || lineBreak >= end ? end : lineBreak + 1;
}

/** Without the blank lines that it ends with. */
function endOfBlock(text: string, { start, end }: OffsetRange): number {
  return start + trimmedLength(text.slice(start, end));
}
