import type { OffsetRange } from '../../model/nodes';
import type { TextEdit } from '../edit';
import { signOf } from './align';
import { lineEndAt, lineStartAt } from '../../model/lines';

/**
 * The edits with the `=` of the lines that they write, and of those beside them, below each other, as `terraform fmt` has
 * them. Lines that were not aligned before stay as they are, and so do the edits where that can't be had without more.
 */
export function tidied(text: string, edits: readonly TextEdit[]): readonly TextEdit[] {
  const sorted = edits.toSorted((a, b) => a.range.start - b.range.start || a.range.end - b.range.end);
  if (!sorted.some((edit) => writesNames(text, edit))) return edits;
  const changed = new ChangedText(text, sorted);
  const gaps = sorted.flatMap((edit, index) =>
    writesNames(text, edit) && isAligned(text, edit.range) ? gapsAround(changed, index) : [],
  );
  const distinct = [...new Map(gaps.map((gap) => [gap.start, gap])).values()];
  return changed.withGaps(distinct.sort((a, b) => b.start - a.start)) ?? edits;
}

/** The edit writes whole lines, or something before a sign. */
function writesNames(text: string, { range, newText }: TextEdit): boolean {
  return (
    newText.includes('\n') || signOf(newText) !== undefined || /^[ \t]*=(?![=>])/.test(text.slice(range.end))
  );
}

/** White space before a sign, and how many spaces it should be. */
interface Gap {
  readonly start: number;
  readonly end: number;
  readonly width: number;
}

/** The text after the edits, and where its parts come from. */
class ChangedText {
  readonly text: string;
  /** Where the new text of each edit begins. */
  readonly starts: readonly number[];

  constructor(
    readonly before: string,
    readonly edits: readonly TextEdit[],
  ) {
    let text = '';
    let last = 0;
    const starts: number[] = [];
    for (const { range, newText } of edits) {
      text += before.slice(last, range.start);
      starts.push(text.length);
      text += newText;
      last = range.end;
    }
    this.text = text + before.slice(last);
    this.starts = starts;
  }

  /** The edits that leave the gaps so wide as well; undefined where one has been written in part. The last gap comes first. */
  withGaps(gaps: readonly Gap[]): readonly TextEdit[] | undefined {
    const texts = this.edits.map(({ newText }) => newText);
    const more: TextEdit[] = [];
    for (const { start, end, width } of gaps) {
      const spaces = ' '.repeat(width);
      const index = this.starts.findLastIndex((from) => from <= start);
      const from = this.starts[index] ?? 0;
      const length = this.edits[index]?.newText.length ?? 0;
      const next = this.starts[index + 1] ?? Infinity;
      if (index >= 0 && start < from + length) {
        if (end > from + length) return undefined;
        texts[index] = texts[index]!.slice(0, start - from) + spaces + texts[index]!.slice(end - from);
        continue;
      }
      if (end > next || (index >= 0 && start === from + length && length > 0 && start === end))
        return undefined;
      const shift = index < 0 ? 0 : this.edits[index]!.range.end - from - length;
      more.push({ range: { start: start + shift, end: end + shift }, newText: spaces });
    }
    return [...this.edits.map(({ range }, index) => ({ range, newText: texts[index]! })), ...more];
  }
}

/** Gaps of the lines that an edit writes, of those beside them, and of those that follow each other around them. */
function gapsAround(changed: ChangedText, index: number): Gap[] {
  const { text, edits, starts } = changed;
  const to = lineEndAt(text, starts[index]! + edits[index]!.newText.length) + 1;
  const gaps: Gap[] = [];
  for (let start = lineBefore(text, starts[index]!); start <= to && start < text.length;) {
    const chain = chainAround(text, start);
    gaps.push(...gapsOf(text, chain));
    start = lineEndAt(text, chain.at(-1) ?? start) + 1;
  }
  return gaps;
}

/** The beginnings of the lines with signs around one; none where it has no sign itself. */
function chainAround(text: string, start: number): number[] {
  const hasSign = (at: number) => signOf(text.slice(at, lineEndAt(text, at))) !== undefined;
  if (!hasSign(start)) return [];
  const chain = [start];
  for (let at = start; at > 0;) {
    at = lineStartAt(text, at - 1);
    if (!hasSign(at)) break;
    chain.unshift(at);
  }
  for (let at = lineEndAt(text, start) + 1; at < text.length && hasSign(at); at = lineEndAt(text, at) + 1)
    chain.push(at);
  return chain;
}

/** What is to change before the signs of the lines. */
function gapsOf(text: string, chain: readonly number[]): Gap[] {
  const signs = chain.map((start) => ({ start, ...signOf(text.slice(start, lineEndAt(text, start)))! }));
  const widest = Math.max(...signs.map(({ width }) => width));
  return signs.flatMap(({ start, at, width, gap }) => {
    const wanted = widest - width + 1;
    return wanted === gap ? [] : [{ start: start + at - gap, end: start + at, width: wanted }];
  });
}

/**
 * The signs of the line at the offset, of those beside it, and of those around them stand as they should. Those above and
 * below a line that is only begun may be below each other already, as they were before somebody began it.
 */
function isAligned(text: string, { start, end }: OffsetRange): boolean {
  const from = lineStartAt(text, start);
  const to = lineEndAt(text, end) + 1;
  const lines = [lineBefore(text, start), from, lineStartAt(text, end), to];
  if (areAligned(text, lines)) return true;
  const isBegun = signOf(text.slice(from, to - 1)) === undefined;
  return isBegun && areAligned(text.slice(0, from) + text.slice(to), [lineBefore(text, start), from]);
}

function areAligned(text: string, lines: readonly number[]): boolean {
  return lines.every((at) => at >= text.length || gapsOf(text, chainAround(text, at)).length === 0);
}

function lineBefore(text: string, offset: number): number {
  return lineStartAt(text, Math.max(0, lineStartAt(text, offset) - 1));
}
