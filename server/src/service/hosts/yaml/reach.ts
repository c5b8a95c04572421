import type { OffsetRange } from '../../model/nodes';
import type { PolicyPlace } from '../foundPolicy';
import { lineStartAt } from '../../model/lines';

/**
 * The part of the text that belongs to a place: a value with brackets or quotes ends with them, one in block style goes
 * on as long as lines are indented, so that the empty line on which somebody is about to type belongs to it.
 */
export function reachIn(text: string, { key, value, isItem }: PolicyPlace): OffsetRange {
  const isBlock = !value || ((value.kind === 'object' || value.kind === 'array') && value.isBare);
  if (!isBlock) return value.range;
  const column = columnOf(text, isItem && value ? value.range.start : key.start);
  const from = value?.range.start ?? key.end + 1;
  // An item's lines stand where it stands, those behind a key further in; dashes may stand below the key.
  const least = isItem ? column : column + 1;
  return { start: Math.min(from, text.length), end: endOfBlock(text, from, least, value?.kind === 'array') };
}

function columnOf(text: string, offset: number): number {
  return offset - lineStartAt(text, offset);
}

function endOfBlock(text: string, from: number, least: number, isList: boolean): number {
  let end = text.indexOf('\n', from);
  while (end >= 0) {
    const next = text.indexOf('\n', end + 1);
    const line = text.slice(end + 1, next < 0 ? text.length : next);
    const indent = /^ */.exec(line)![0].length;
    const isDash = isList && indent === least - 1 && /^-(\s|$)/.test(line.slice(indent));
    if (line.trim() !== '' && indent < least && !isDash) return end;
    end = next;
  }
  return text.length;
}
