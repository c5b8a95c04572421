import { format } from 'jsonc-parser';
import type { OffsetRange } from '../../model/nodes';
import { readJson } from '../../readers/json';
import type { Indentation, TextEdit } from '../edit';
import { formatJson } from './format';
import { JsonLayout } from './layout';

/**
 * Edits that lay JSON out that stands in another text as it is: with a line for each member, indented as the text around it
 * is. Broken JSON is left alone, and so is one that does not begin its line, where the text around might not let it have
 * lines of its own.
 */
export function formatJsonInside(text: string, { start, end }: OffsetRange): TextEdit[] {
  const source = text.slice(start, end);
  const layout = new JsonLayout(text);
  const indent = layout.indentAt(start);
  const isAlone = text.slice(0, start).endsWith(`\n${indent}`);
  if (!isAlone || readJson(source, { comments: false }).problems.length > 0) return [];
  const options = { ...indentationOf(layout), eol: text.includes('\r\n') ? '\r\n' : '\n' };
  return format(source, undefined, options).map(({ offset, length, content }) => ({
    range: { start: start + offset, end: start + offset + length },
    newText: content.replaceAll('\n', () => `\n${indent}`),
  }));
}

/** Edits that lay a part of a JSON text out, with the indentation that the text has. */
export function formatJsonPart(text: string, range: OffsetRange): TextEdit[] {
  const edits = formatJson(text, indentationOf(new JsonLayout(text)), range);
  return edits.filter((edit) => edit.range.start >= range.start && edit.range.end <= range.end);
}

function indentationOf({ unit }: JsonLayout): Indentation {
  return { tabSize: unit.length, insertSpaces: !unit.startsWith('\t') };
}
