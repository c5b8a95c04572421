import type { OffsetRange } from '../../model/nodes';
import type { TextEdit } from '../edit';
import { aligned } from './align';
import { respaced, scan } from './lines';
import { lineStartAt } from '../../model/lines';

/**
 * Edits that lay a block or an object out as `terraform fmt` does: two spaces for each line that opens brackets, `=` and
 * comments below each other, usual spaces between brackets and commas. Nothing but white space changes, and nothing in
 * strings, heredocs and comments.
 *
 * @param range from the first character of the block or object to behind its closing brace
 */
export function formatHcl(text: string, { start, end }: OffsetRange): TextEdit[] {
  const lineStart = lineStartAt(text, start);
  const lines = linesFrom(text, lineStart, end);
  if (!lines) return [];
  const base = /^[ \t]*/.exec(text.slice(lineStart))![0];
  const laidOut = layOut(lines, base);
  return lines.flatMap((line, index) => {
    const from = Math.max(line.start, start);
    const to = Math.min(line.start + line.text.length, end);
    // What stands around the policy on its first and its last line is not ours.
    const newText = index === 0 ? respaced(text.slice(from, to)) : laidOut[index]!;
    return line.isFixed || text.slice(from, to) === newText
      ? []
      : [{ range: { start: from, end: to }, newText }];
  });
}

interface Line {
  readonly start: number;
  /** Without its end, and without what stands behind the policy. */
  readonly text: string;
  /** Opening brackets, less the closing ones, of the whole line. */
  readonly balance: number;
  /** Part of a heredoc or of a comment over several lines. */
  readonly isFixed: boolean;
}

/** The lines to the offset, the last one to it; undefined where a string goes on over a line's end. */
function linesFrom(text: string, from: number, to: number): Line[] | undefined {
  const lines: Line[] = [];
  let heredoc: string | undefined;
  let isComment = false;
  for (let start = from; start < to;) {
    const lineBreak = text.indexOf('\n', start);
    const next = lineBreak < 0 ? text.length : lineBreak + 1;
    const source = text.slice(start, next).replace(/\r?\n$/, '');
    const { comment, isOpen, balance } = scan(source);
    const wasFixed = heredoc !== undefined || isComment;
    if (heredoc !== undefined) {
      if (source.trim() === heredoc) heredoc = undefined;
    } else if (isComment) {
      isComment = !source.includes('*/');
      if (!isComment && source.slice(source.indexOf('*/') + 2).trim() !== '') return undefined;
    } else {
      if (isOpen) return undefined;
      isComment = comment !== undefined && /^\/\*(?!.*\*\/)/.test(source.slice(comment));
      heredoc = /<<-?([\w-]+)\s*$/.exec(source.slice(0, comment))?.[1];
    }
    lines.push({ start, text: source.slice(0, to - start), balance, isFixed: wasFixed });
    start = next;
  }
  return lines;
}

function layOut(lines: readonly Line[], base: string): string[] {
  const levels: number[] = [];
  const indented = lines.map(({ text, balance, isFixed }) => {
    if (isFixed) return text;
    const code = respaced(text.trim());
    const indent = levelOf(balance, levels);
    return code === '' ? '' : base + '  '.repeat(indent) + code;
  });
  return aligned(indented);
}

/** The level of a line, by the brackets that are open; a line that opens several of them is one level. */
function levelOf(balance: number, levels: number[]): number {
  if (balance > 0) return levels.push(balance) - 1;
  for (let closed = -balance; closed > 0 && levels.length > 0;) {
    const last = levels.at(-1)!;
    if (closed < last) levels[levels.length - 1] = last - closed;
    else levels.pop();
    closed = closed > last ? closed - last : 0;
  }
  return levels.length;
}
