import type { Entry, PolicyNode, StringNode } from '../model/nodes';
import { type CommentNode, PolicyDocument, type SyntaxProblem } from '../model/policyDocument';

/** Where an offset of the text that was read stands in the host's text. */
export type OffsetMap = (offset: number) => number;

export interface Relocation {
  readonly to: OffsetMap;
  /** False where characters are not side by side in the host, so that strings must say where each of theirs is. */
  readonly isShift: boolean;
  /** Another node in place of one that was read (already relocated where it comes back); undefined keeps it. */
  readonly instead?: (node: PolicyNode) => PolicyNode | undefined;
}

/** The same nodes with offsets of the host. */
export function relocateNode(node: PolicyNode, move: Relocation): PolicyNode {
  const other = move.instead?.(node);
  if (other) return other;
  switch (node.kind) {
    case 'string':
      return relocateString(node, move);
    case 'array':
      return {
        ...flags(node),
        kind: 'array',
        range: moved(node.range, move),
        items: node.items.map((item) => relocateNode(item, move)),
      };
    case 'object':
      return {
        ...flags(node),
        kind: 'object',
        range: moved(node.range, move),
        entries: node.entries.map((entry) => relocateEntry(entry, move)),
      };
    case 'computed':
      return {
        kind: 'computed',
        range: moved(node.range, move),
        ...(node.unescaped && {
          unescaped: node.unescaped.map((one) => ({ ...one, range: moved(one.range, move) })),
        }),
        ...(node.parts && { parts: node.parts }),
        ...(node.pieces && { pieces: node.pieces.map((piece) => piece && relocateString(piece, move)) }),
      };
    case 'number':
    case 'boolean':
    case 'null':
      return { kind: node.kind, text: node.text, range: moved(node.range, move) };
  }
}

function relocateEntry({ key, value, range }: Entry, move: Relocation): Entry {
  return {
    key: relocateString(key, move),
    value: value && relocateNode(value, move),
    range: moved(range, move),
  };
}

/** A string of the host for one that was read. */
export function relocateString(node: StringNode, move: Relocation): StringNode {
  const { text, contentStart } = node;
  const offsets = node.offsets ?? (move.isShift ? undefined : besides(contentStart, text.length));
  return {
    kind: 'string',
    text,
    range: moved(node.range, move),
    contentStart: move.to(contentStart),
    ...(offsets && { offsets: offsets.map(move.to) }),
    ...(node.unclosed && { unclosed: true }),
    ...(node.isTemplate && { isTemplate: true }),
  };
}

function flags({
  unclosed,
  isBare,
  merges,
}: {
  readonly unclosed?: boolean | undefined;
  readonly isBare?: boolean | undefined;
  readonly merges?: boolean | undefined;
}) {
  return { ...(unclosed && { unclosed }), ...(isBare && { isBare }), ...(merges && { merges }) };
}

/** Offsets of characters that stand side by side, and of the end. */
function besides(start: number, count: number): number[] {
  return Array.from({ length: count + 1 }, (_, index) => start + index);
}

function moved({ start, end }: { readonly start: number; readonly end: number }, { to }: Relocation) {
  return { start: to(start), end: to(end) };
}

/** The same document with offsets of the host. */
export function relocateDocument(document: PolicyDocument, move: Relocation): PolicyDocument {
  const { root, problems, size, comments, traits } = document;
  return new PolicyDocument(
    root && relocateNode(root, move),
    problems.map((problem): SyntaxProblem => ({ ...problem, range: moved(problem.range, move) })),
    size,
    comments.map((comment): CommentNode => ({ ...comment, range: moved(comment.range, move) })),
    traits,
  );
}
