import { lineEndAt, lineStartAt } from '../../../model/lines';

/** A line of YAML in block style: dashes, then a key or a value. Columns and offsets are in UTF-16 units. */
export interface YamlLine {
  readonly start: number;
  /** Exclusive, without the line break. */
  readonly end: number;
  readonly indent: number;
  /** Columns of the dashes that the line begins with. */
  readonly dashes: readonly number[];
  /** Where what follows the dashes begins. */
  readonly column: number;
  readonly key: { readonly name: string; readonly behindColon: number } | undefined;
  /** What follows the dashes, up to the comment. */
  readonly content: string;
}

const keyPattern = /^(?:"([^"]*)"|'([^']*)'|([^\s"'[\]{},#&*!|>@`][^#]*?))[ \t]*:(?=\s|$)/;

export function lineAt(text: string, offset: number): YamlLine {
  const start = lineStartAt(text, offset);
  return readLine(text, start, lineEndAt(text, offset));
}

function readLine(text: string, start: number, end: number): YamlLine {
  const line = text.slice(start, end).replace(/\r$/, '');
  const indent = /^ */.exec(line)![0].length;
  const dashes: number[] = [];
  let column = indent;
  while (/^-(\s|$)/.test(line.slice(column))) {
    dashes.push(column);
    column += 1 + /^ */.exec(line.slice(column + 1))![0].length;
  }
  const content = line.slice(column).replace(/(^|\s)#.*$/, '');
  const match = keyPattern.exec(content);
  const name = match?.[1] ?? match?.[2] ?? match?.[3];
  const key = name === undefined ? undefined : { name, behindColon: start + column + match![0].length };
  return { start, end, indent, dashes, column, key, content };
}

/** Lines above, nearest first, without blank ones and comments. */
export function* linesAbove(text: string, line: YamlLine): Generator<YamlLine> {
  for (let end = line.start - 1; end >= 0;) {
    const start = lineStartAt(text, end);
    const above = readLine(text, start, end);
    if (above.content.trim() !== '' || above.dashes.length > 0) yield above;
    end = start - 1;
  }
}

/** Lines below, without blank ones and comments. */
export function* linesBelow(text: string, line: YamlLine): Generator<YamlLine> {
  for (let start = line.end + 1; start <= text.length;) {
    const end = lineEndAt(text, start);
    const below = readLine(text, start, end);
    if (below.content.trim() !== '' || below.dashes.length > 0) yield below;
    start = end + 1;
  }
}
