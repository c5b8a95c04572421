/** A part of a YAML text that can be read by itself: an entry of the document, or of its resources. */
export interface Chunk {
  readonly text: string;
  readonly start: number;
  /** Keys that lead to the map which the chunk's text is a part of. */
  readonly path: readonly string[];
}

interface Line {
  readonly start: number;
  readonly indent: number;
  readonly text: string;
}

/** Maps whose entries are read one by one. */
const divided = /^[Rr]esources$/;
const blankOrComment = /^[ \t\r]*(#.*)?$/;
const documentMark = /^(---|\.\.\.)(\s|$)/;
const key = /^(?:"([^"\\]*)"|'([^']*)'|([^\s#&*!|>'"%@`{[\]},-][^#]*?)):(\s|$)/;

/**
 * Divides a text at the lines that begin an entry of a document or of its resources: deeper lines belong to what stands
 * above them, whatever is in them. What is broken in one chunk does not reach into the next, and a chunk that did not
 * change need not be read again.
 */
export function chunksOf(text: string): Chunk[] {
  const lines = linesOf(text);
  return documentsIn(lines).flatMap((document) => entriesOf(document, text, []));
}

function linesOf(text: string): Line[] {
  const lines: Line[] = [];
  for (let start = 0; start <= text.length;) {
    const lineBreak = text.indexOf('\n', start);
    const end = lineBreak < 0 ? text.length : lineBreak;
    const line = text.slice(start, end);
    lines.push({ start, indent: /^ */.exec(line)![0].length, text: line });
    start = end + 1;
  }
  return lines;
}

/** Lines of each document of a stream. */
function documentsIn(lines: readonly Line[]): Line[][] {
  const documents: Line[][] = [[]];
  for (const line of lines) {
    if (documentMark.test(line.text)) documents.push([]);
    else if (!line.text.startsWith('%')) documents.at(-1)!.push(line);
  }
  return documents;
}

/** The entries of the map that the lines hold; as one chunk where they hold something else. */
function entriesOf(lines: readonly Line[], text: string, path: readonly string[]): Chunk[] {
  const first = lines.find((line) => !blankOrComment.test(line.text));
  if (!first) return [];
  const heads = lines.flatMap((line, index) =>
    line.indent <= first.indent && !blankOrComment.test(line.text) ? [index] : [],
  );
  const isMap =
    heads.every((index) => lines[index]!.indent === first.indent) && key.test(first.text.trimStart());
  if (!isMap) return [chunk(lines, text, path)];
  return heads.flatMap((from, index) => entry(lines.slice(from, heads[index + 1]), text, path));
}

function entry(lines: readonly Line[], text: string, path: readonly string[]): Chunk[] {
  const [head, ...rest] = lines;
  const match = key.exec(head!.text.trimStart());
  const name = match?.[1] ?? match?.[2] ?? match?.[3];
  const behind = match ? head!.text.trimStart().slice(match[0].length) : '';
  if (name !== undefined && path.length < 2 && divided.test(name) && blankOrComment.test(behind))
    return entriesOf(rest, text, [...path, name]);
  return [chunk(lines, text, path)];
}

function chunk(lines: readonly Line[], text: string, path: readonly string[]): Chunk {
  const { start } = lines[0]!;
  const last = lines.at(-1)!;
  return { text: text.slice(start, last.start + last.text.length), start, path };
}
