import type { OffsetRange } from '../../model/nodes';
import { type Container, membersOf, type TextEdit } from '../edit';
import { commaBetween } from './commas';

/** Takes members and the commas that go with them out of an object or list; comments stay. */
export function removeMembers(text: string, container: Container, indexes: readonly number[]): TextEdit[] {
  const members = membersOf(container);
  const gone = new Set(indexes);
  const kept = members.filter((_, index) => !gone.has(index));
  if (kept.length === 0) return emptied(text, container);
  const lastKept = members.indexOf(kept.at(-1)!);
  const edits: TextEdit[] = [];
  members.forEach(({ range }, index) => {
    const next = members[index + 1];
    const comma = next && commaBetween(text, range.end, next.range.start);
    const commaGoes = comma !== undefined && (gone.has(index) || index >= lastKept);
    if (gone.has(index)) edits.push(...removeOne(text, container, range, commaGoes ? comma : undefined));
    else if (commaGoes) edits.push(cut(comma, comma + 1));
  });
  return joined(text, edits);
}

/** Where the first members of a line go together, each took the blank between them: edits may not overlap. */
function joined(text: string, edits: readonly TextEdit[]): TextEdit[] {
  const apart: TextEdit[] = [];
  for (const edit of edits) {
    const last = apart.at(-1);
    if (!last || last.range.end <= edit.range.start) apart.push(edit);
    else apart.splice(-1, 1, cut(last.range.start, behindBlanks(text, edit.range.end)));
  }
  return apart;
}

function behindBlanks(text: string, offset: number): number {
  return offset + /^[ \t]*/.exec(text.slice(offset))![0].length;
}

/** A member with the white space before it and its comma; the first one of a line with the white space behind. */
function removeOne(
  text: string,
  container: Container,
  range: OffsetRange,
  comma: number | undefined,
): TextEdit[] {
  const before = /\s*$/.exec(text.slice(container.range.start + 1, range.start))![0].length;
  const isFirst = range.start - before === container.range.start + 1;
  const start =
    isFirst && !text.slice(range.start - before, range.start).includes('\n')
      ? range.start
      : range.start - before;
  if (comma === undefined) return [cut(start, range.end)];
  const isDirect = text.slice(range.end, comma).trim() === '';
  const end = isFirst && start === range.start ? behindBlanks(text, comma + 1) : comma + 1;
  return isDirect ? [cut(start, end)] : [cut(start, range.end), cut(comma, comma + 1)];
}

/** Everything but comments. */
function emptied(text: string, container: Container): TextEdit[] {
  const { start, end } = container.range;
  const inner = { start: start + 1, end: container.unclosed ? end : end - 1 };
  const comments = text.slice(inner.start, inner.end).match(/\/\/[^\n]*\n|\/\*[^]*?\*\//g) ?? [];
  return [
    {
      range: inner,
      newText: comments.length > 0 && container.range.end > 0 ? ` ${comments.join(' ')} ` : '',
    },
  ];
}

function cut(start: number, end: number): TextEdit {
  return { range: { start, end }, newText: '' };
}
