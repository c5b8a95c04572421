import type { ArrayNode } from '../../model/nodes';
import { type Container, membersOf, type TextEdit } from '../edit';
import type { YamlLayout } from './layout';

/** Takes members out of a map or list in block style, with their lines. */
export function removeLines(
  text: string,
  layout: YamlLayout,
  container: Container,
  indexes: readonly number[],
): TextEdit[] {
  const members = membersOf(container);
  const gone = new Set(indexes);
  if (members.every((_, index) => gone.has(index))) return [emptied(text, container)];
  return indexes.map((index) => {
    const start = startOf(text, container, index);
    const next = members[index + 1] && startOf(text, container, index + 1);
    const lineStart = layout.lineStart(start);
    const isOwnLine = text.slice(lineStart, start).trim() === '';
    // The first member may stand behind a dash; the next one takes its place there.
    if (!isOwnLine && next !== undefined) return cut(start, next);
    const end = layout.lineEnd(members[index]!.range.end);
    return lineStart > 0 ? cut(lineStart - 1, end) : cut(0, Math.min(end + 1, text.length));
  });
}

/** Where the member's own text begins: its dash, or its key. */
function startOf(text: string, container: Container, index: number): number {
  const { start } = membersOf(container)[index]!.range;
  return container.kind === 'array' ? dashBefore(text, start) : start;
}

/** The dash that an item stands behind. */
export function dashBefore(text: string, start: number): number {
  return Math.max(0, text.lastIndexOf('-', start - 1));
}

/** Nothing in brackets, behind the key or dash. */
function emptied(text: string, { range, kind }: Container): TextEdit {
  const before = /\s*$/.exec(text.slice(0, range.start))![0].length;
  return {
    range: { start: range.start - before, end: range.end },
    newText: `${before > 0 ? ' ' : ''}${kind === 'array' ? '[]' : '{}'}`,
  };
}

/** Takes away the dash before a value, and as much of the indentation of the lines below. */
export function withoutDash(
  text: string,
  layout: YamlLayout,
  value: ArrayNode['items'][number],
  dash: number,
): TextEdit[] {
  const width = value.range.start - dash;
  return [cut(dash, value.range.start), ...outdented(text, layout, value.range, width)];
}

function outdented(
  text: string,
  layout: YamlLayout,
  { start, end }: { readonly start: number; readonly end: number },
  width: number,
): TextEdit[] {
  const edits: TextEdit[] = [];
  for (let at = layout.lineEnd(start); at < end; at = layout.lineEnd(at + 1)) {
    if (text.startsWith(' '.repeat(width), at + 1)) edits.push(cut(at + 1, at + 1 + width));
  }
  return edits;
}

export function cut(start: number, end: number): TextEdit {
  return { range: { start, end }, newText: '' };
}
