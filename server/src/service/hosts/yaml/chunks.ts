import { lineEndAt } from '../../model/lines';

/** A part of a YAML text that can be read by itself: an entry of the document, or of its resources. */
export interface Chunk {
  readonly text: string;
  readonly start: number;
  /** Keys that lead to the map which the chunk's text is a part of. */
  readonly path: readonly string[];
}

/** Maps whose entries are read one by one. */
const divided = /^[Rr]esources$/;
const key = /^ *(?:"([^"\\]*)"|'([^']*)'|([^\s#&*!|>'"%@`{[\]},-][^#\n]*?)):(?=\s|$)/;
const restOfHead = /^[ \t\r]*(#.*)?$/;

/**
 * Divides a text at the lines that begin an entry of a document or of its resources: deeper lines belong to what stands
 * above them, whatever is in them. What is broken in one chunk does not reach into the next, and a chunk that did not
 * change need not be read again.
 */
export function chunksOf(text: string): Chunk[] {
  const chunks: Chunk[] = [];
  divide(text, 0, text.length, [], chunks);
  return chunks;
}

/** Divides what stands between the offsets, which begin a line and end before a line break, or with the text. */
function divide(text: string, start: number, end: number, path: readonly string[], chunks: Chunk[]): void {
  const indent = indentIn(text, start, end);
  if (indent === undefined) return;
  const heads = headsIn(text, start, end, indent);
  const isMap = path.length === 0 || heads.every((at) => columnAt(text, at) === indent);
  if (!isMap || (!key.test(lineAt(text, heads[0]!)) && !isMark(text, heads[0]!))) {
    chunks.push({ text: text.slice(start, end), start, path });
    return;
  }
  heads.forEach((at, index) => {
    const next = heads[index + 1];
    addEntry(text, at, next === undefined ? end : next - 1, path, chunks);
  });
}

function addEntry(text: string, start: number, end: number, path: readonly string[], chunks: Chunk[]): void {
  if (isMark(text, start)) return;
  const line = lineAt(text, start);
  const match = key.exec(line);
  const name = match?.[1] ?? match?.[2] ?? match?.[3];
  const lineEnd = start + line.length;
  const isDivided =
    match &&
    name !== undefined &&
    path.length < 2 &&
    divided.test(name) &&
    restOfHead.test(line.slice(match[0].length));
  if (isDivided) divide(text, Math.min(lineEnd + 1, end), end, [...path, name], chunks);
  else chunks.push({ text: text.slice(start, end), start, path });
}

/** Indentation of the first line that says something. */
function indentIn(text: string, start: number, end: number): number | undefined {
  const first = /^( *)[^\s#]/gm;
  first.lastIndex = start;
  const match = first.exec(text);
  return match && match.index < end ? match[1]!.length : undefined;
}

/** Where lines begin that stand no further in than the indentation, comments and blank lines left out. */
function headsIn(text: string, start: number, end: number, indent: number): number[] {
  const head = new RegExp(`^ {0,${indent}}[^\\s#]`, 'gm');
  head.lastIndex = start;
  const heads: number[] = [];
  for (let match = head.exec(text); match && match.index < end; match = head.exec(text))
    heads.push(match.index);
  return heads;
}

/** The line between two documents, or a directive. */
function isMark(text: string, at: number): boolean {
  return /^(---|\.\.\.)(\s|$)|^%/.test(text.slice(at, at + 4));
}

function lineAt(text: string, at: number): string {
  return text.slice(at, lineEndAt(text, at));
}

function columnAt(text: string, at: number): number {
  return /^ */.exec(text.slice(at, at + 200))![0].length;
}
