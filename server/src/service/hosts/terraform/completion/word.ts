import { lineEndAt, lineStartAt } from '../../../model/lines';

/** The string or word under the cursor. */
export interface Word {
  readonly start: number;
  readonly contentStart: number;
  readonly contentEnd: number;
  readonly end: number;
  readonly quoted: boolean;
  readonly closed: boolean;
}

/** Reads the line alone: a string ends with it. */
export function wordAt(text: string, offset: number): Word {
  const lineStart = lineStartAt(text, offset);
  const lineEnd = lineEndAt(text, offset);
  const open = openQuote(text, lineStart, offset);
  if (open !== undefined) {
    const rest = text.slice(offset, lineEnd);
    const close = /^(?:\\.|[^"\\])*"/.exec(rest)?.[0].length;
    // A quote that opens the next string does not close this one.
    const isClosed = close !== undefined && /^\s*([,:=\])}]|$|#|\/\/)/.test(rest.slice(close));
    const contentEnd = isClosed ? offset + close - 1 : offset + /^[\w:*?./@+=${}&-]*/.exec(rest)![0].length;
    return {
      start: open,
      contentStart: open + 1,
      contentEnd,
      end: contentEnd + Number(isClosed),
      quoted: true,
      closed: isClosed,
    };
  }
  const before = /[\w:*?./@-]*$/.exec(text.slice(lineStart, offset))![0];
  const behind = /^[\w:*?./@-]*/.exec(text.slice(offset, lineEnd))![0];
  const start = offset - before.length;
  const end = offset + behind.length;
  return { start, contentStart: start, contentEnd: end, end, quoted: false, closed: false };
}

/** The quote before the offset that nothing closes, strings within interpolations left out. */
function openQuote(text: string, from: number, offset: number): number | undefined {
  let open: number | undefined;
  for (let at = from; at < offset; at++) {
    if (text[at] === '\\' && open !== undefined) at++;
    else if (text[at] === '"') open = open === undefined ? at : undefined;
  }
  return open;
}
