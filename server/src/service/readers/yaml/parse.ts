import { type Document, isDocument, parseDocument, type YAMLParseError } from 'yaml';
import type { OffsetRange } from '../../model/nodes';

/** A YAML document, and where it is broken. */
export interface ParsedYaml {
  readonly document: Document;
  /** The text that was parsed: as long as what was given, with blanks in place of what blinded the parser. */
  readonly text: string;
  readonly problems: readonly OffsetRange[];
}

/** Each repair uncovers what stands behind it; more than these are not worth the time. */
const mostRepairs = 4;

/**
 * Parses one YAML document. What would blind the parser to the rest (a quote that is never closed, a key without its
 * colon) is blanked, and the rest is read. Undefined where nothing can be made of the text.
 */
export function parseYaml(source: string): ParsedYaml | undefined {
  let text = source;
  const problems: OffsetRange[] = [];
  for (let round = 0; ; round++) {
    const document = parse(text);
    if (!document) return undefined;
    const repair = round < mostRepairs ? firstRepair(document.errors, text) : undefined;
    if (!repair) {
      for (const { pos } of document.errors) problems.push({ start: pos[0], end: pos[1] });
      return { document, text, problems };
    }
    problems.push(repair);
    text = text.slice(0, repair.start) + blank(text.slice(repair.start, repair.end)) + text.slice(repair.end);
  }
}

function parse(text: string): Document | undefined {
  try {
    const parsed = parseDocument(text, {
      logLevel: 'silent',
      uniqueKeys: false,
      prettyErrors: false,
      stringKeys: false,
    });
    return isDocument(parsed) ? parsed : undefined;
  } catch {
    // Nesting without end exhausts the parser's stack.
    return undefined;
  }
}

function blank(text: string): string {
  return text.replace(/[^\n]/g, ' ');
}

/** What to blank so that more can be read. */
function firstRepair(errors: readonly YAMLParseError[], text: string): OffsetRange | undefined {
  for (const { code, pos, message } of errors) {
    if (code === 'MISSING_CHAR' && message.includes('quote')) return openingQuote(text, pos[0]);
    if (code === 'MULTILINE_IMPLICIT_KEY') {
      const lineBreak = text.lastIndexOf('\n', pos[1] - 1);
      if (lineBreak > pos[0] && !/[[{"']/.test(text[pos[0]]!)) return { start: pos[0], end: lineBreak };
    }
    if (code === 'BLOCK_AS_IMPLICIT_KEY') {
      const colon = /:[ \t]*(?=\r?\n|$)/g;
      colon.lastIndex = pos[0];
      const match = colon.exec(text);
      if (match && !text.slice(pos[0], match.index).includes('\n'))
        return { start: match.index, end: match.index + 1 };
    }
  }
  return undefined;
}

/** The quote that opens the string which is not closed at the place. */
function openingQuote(text: string, from: number): OffsetRange | undefined {
  const lines = text.slice(0, from).split('\n');
  let end = from;
  for (let line = lines.length - 1; line >= 0; line--) {
    const start = end - lines[line]!.length;
    const quote = oddQuote(lines[line]!);
    if (quote !== undefined) return { start: start + quote, end: start + quote + 1 };
    end = start - 1;
  }
  return undefined;
}

/** Place of the quote on a line that has no partner there. */
function oddQuote(line: string): number | undefined {
  const opens = /(?:^|[\s:[{,(-])(["'])/g;
  for (let match = opens.exec(line); match; match = opens.exec(line)) {
    const at = match.index + match[0].length - 1;
    const quote = match[1]!;
    const closing = quote === '"' ? /(?:\\.|[^"\\])*"/y : /(?:''|[^'])*'/y;
    closing.lastIndex = at + 1;
    const closed = closing.exec(line);
    if (!closed) return at;
    opens.lastIndex = at + 1 + closed[0].length;
  }
  return undefined;
}
