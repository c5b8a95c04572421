import { type Document, isDocument, parseDocument, type YAMLParseError } from 'yaml';
import type { OffsetRange } from '../../model/nodes';
import { lineStartAt } from '../../model/lines';

/** A YAML document, and where it is broken. */
export interface ParsedYaml {
  readonly document: Document;
  /** The text that was parsed, with what blinded the parser blanked, and brackets closed. */
  readonly text: string;
  readonly problems: readonly OffsetRange[];
  /** Where a place of {@link text} is in what was given; undefined where nothing moved. */
  readonly toSource: ((offset: number) => number) | undefined;
}

/** Each repair uncovers what stands behind it; more than these are not worth the time. */
const mostRepairs = 6;

/** A change that lets the parser read on. */
interface Repair {
  readonly range: OffsetRange;
  /** Undefined blanks the range. */
  readonly insert?: string;
}

/**
 * Parses one YAML document. What would blind the parser to the rest (a quote that is never closed, a key without its
 * colon) is blanked, brackets are closed, and the rest is read. Undefined where nothing can be made of the text.
 */
export function parseYaml(source: string): ParsedYaml | undefined {
  if (isTooDeep(source)) return undefined;
  let text = source;
  const inserted: number[] = [];
  const toSource = (offset: number) => offset - inserted.filter((at) => at < offset).length;
  const problems: OffsetRange[] = [];
  const report = ({ start, end }: OffsetRange) =>
    problems.push({ start: toSource(start), end: toSource(end) });
  for (let round = 0; ; round++) {
    const document = parse(text);
    if (!document) return undefined;
    const repair = round < mostRepairs ? firstRepair(document.errors, text) : undefined;
    if (!repair) {
      for (const { pos } of document.errors) report({ start: pos[0], end: pos[1] });
      return { document, text, problems, toSource: inserted.length > 0 ? toSource : undefined };
    }
    const { range, insert } = repair;
    report(range);
    if (insert !== undefined) inserted.push(range.start);
    text =
      text.slice(0, range.start) +
      (insert ?? blank(text.slice(range.start, range.end))) +
      text.slice(range.end);
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

/** Brackets in brackets without end cost the parser more than anybody's template is worth. */
function isTooDeep(text: string): boolean {
  let depth = 0;
  for (const [bracket] of text.matchAll(/[[\]{}]/g)) {
    depth = bracket === '[' || bracket === '{' ? depth + 1 : Math.max(0, depth - 1);
    if (depth > mostDepth) return true;
  }
  return false;
}

const mostDepth = 100;

function blank(text: string): string {
  return text.replace(/[^\n]/g, ' ');
}

/** What lets the parser read more. */
function firstRepair(errors: readonly YAMLParseError[], text: string): Repair | undefined {
  for (const error of errors) {
    const repair = repairOf(error, text);
    if (repair) return repair;
  }
  return undefined;
}

function repairOf({ code, pos, message }: YAMLParseError, text: string): Repair | undefined {
  if (code === 'MISSING_CHAR') {
    const quote = message.includes('quote') ? openingQuote(text, pos[0]) : undefined;
    return quote && { range: quote };
  }
  if (code === 'BAD_INDENT') return closingBracket(text, pos[0], /end with a ([\]}])/.exec(message)?.[1]);
  if (code === 'MULTILINE_IMPLICIT_KEY') {
    const lineBreak = text.lastIndexOf('\n', pos[1] - 1);
    const isWord = lineBreak > pos[0] && !/[[{"']/.test(text[pos[0]]!);
    return isWord ? { range: { start: pos[0], end: lineBreak } } : undefined;
  }
  if (code === 'BLOCK_AS_IMPLICIT_KEY') {
    const colon = /:[ \t]*(?=\r?\n|$)/g;
    colon.lastIndex = pos[0];
    const match = colon.exec(text);
    const isSameLine = match && !text.slice(pos[0], match.index).includes('\n');
    return isSameLine ? { range: { start: match.index, end: match.index + 1 } } : undefined;
  }
  return undefined;
}

/** The bracket that is missing, behind the last word before the place. */
function closingBracket(text: string, from: number, bracket: string | undefined): Repair | undefined {
  const at = text.slice(0, from).trimEnd().length;
  const line = text.slice(lineStartAt(text, at), at);
  const isClosed = text[from] === bracket;
  return bracket && !isClosed && !/(^|\s)#/.test(line)
    ? { range: { start: at, end: at }, insert: bracket }
    : undefined;
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
