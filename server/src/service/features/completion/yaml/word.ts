import type { Quote } from '../../../edits/yaml/scalars';

/** The scalar under a cursor, or the empty place there. */
export interface ScalarWord {
  /** The quote, or the first character. */
  readonly start: number;
  readonly contentStart: number;
  readonly contentEnd: number;
  /** Behind the closing quote. */
  readonly end: number;
  readonly quote: Quote;
  readonly isClosed: boolean;
  /** It is the text of `!Sub`. */
  readonly isTemplate: boolean;
}

/**
 * The scalar around the offset, from the first one of the line part on.
 *
 * @param isKey it may be a key, and ends before the colon
 */
export function scalarAt(
  text: string,
  offset: number,
  from: number,
  lineEnd: number,
  isKey = false,
): ScalarWord | undefined {
  const source = text.slice(from, lineEnd);
  const lead = /^[ \t]*(?:!(\w+)[ \t]+)?/.exec(source)!;
  const start = from + lead[0].length;
  const isTemplate = lead[1] === 'Sub';
  if (lead[1] !== undefined && !isTemplate) return undefined;
  if (offset < start) {
    const isSpace = text.slice(from, offset).trim() === '' && lead[1] === undefined;
    return isSpace && start >= lineEnd ? wordOf(offset, offset, '', isTemplate) : undefined;
  }
  const first = text[start];
  if (first === '"' || first === "'") return quoted(text, offset, start, lineEnd, isTemplate);
  if (first !== undefined && /[|>&*{[]/.test(first) && start < lineEnd && offset > start) return undefined;
  const rest = text.slice(start, lineEnd);
  const stop = isKey ? /[ \t]*:(?=\s|$)|\s+#|\s*$/.exec(rest)! : /\s+#|\s*$/.exec(rest)!;
  const end = Math.max(offset, start + stop.index);
  return wordOf(start, end, '', isTemplate);
}

function quoted(
  text: string,
  offset: number,
  start: number,
  lineEnd: number,
  isTemplate: boolean,
): ScalarWord | undefined {
  const quote = text[start] as '"' | "'";
  const pattern = quote === '"' ? /(?:\\.|[^"\\\n])*/y : /(?:''|[^'\n])*/y;
  pattern.lastIndex = start + 1;
  const contentEnd = Math.min(start + 1 + pattern.exec(text)![0].length, lineEnd);
  const isClosed = text[contentEnd] === quote;
  if (offset <= start || offset > contentEnd) return undefined;
  return {
    start,
    contentStart: start + 1,
    contentEnd,
    end: contentEnd + Number(isClosed),
    quote,
    isClosed,
    isTemplate,
  };
}

function wordOf(start: number, end: number, quote: Quote, isTemplate: boolean): ScalarWord {
  return { start, contentStart: start, contentEnd: end, end, quote, isClosed: false, isTemplate };
}
