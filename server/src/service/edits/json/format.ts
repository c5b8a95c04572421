import { type FormattingOptions, format } from 'jsonc-parser';
import type { OffsetRange } from '../../model/nodes';
import { readJson } from '../../readers/json';
import type { Indentation, TextEdit } from '../edit';

/**
 * Edits that lay a JSON text out with a line for each member. Comments stay, and nothing but white space between tokens
 * changes. Broken text is left alone: where it is broken is clearer as it stands.
 *
 * @param range only this part, whole lines of it
 */
export function formatJson(text: string, indentation: Indentation, range?: OffsetRange): TextEdit[] {
  if (readJson(text, { comments: true }).problems.length > 0) return [];
  const options: FormattingOptions = {
    tabSize: indentation.tabSize,
    insertSpaces: indentation.insertSpaces,
    insertFinalNewline: text.endsWith('\n') || (indentation.insertFinalNewline === true && !range),
    // Only where the text has no line yet; else its first line's end decides.
    eol: '\n',
  };
  const part = range && { offset: range.start, length: range.end - range.start };
  return format(text, part, options).map(({ offset, length, content }) => ({
    range: { start: offset, end: offset + length },
    newText: content,
  }));
}
