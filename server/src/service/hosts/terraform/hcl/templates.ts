import { type Expression, rangeOf, type Template, type TemplatePart } from './ast';
import { expression } from './expressions';
import type { Reader } from './reader';
import { lineEndAt } from '../../../model/lines';

const escapes: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', '"': '"', '\\': '\\' };

/** The quoted string that begins here. It ends with its line at the latest, but for line breaks in interpolations. */
export function quotedTemplate(reader: Reader): Template {
  const start = reader.at++;
  const { parts, closed } = templateParts(reader, true);
  const contentEnd = reader.at;
  if (closed) reader.at++;
  else reader.problem(start, reader.at, 'This string has no closing quote');
  return {
    kind: 'template',
    quoted: true,
    range: rangeOf(start, reader.at),
    contentStart: start + 1,
    contentEnd,
    parts,
    ...(!closed && { unclosed: true }),
  };
}

const opening = /<<-?([\p{ID_Start}_][\p{ID_Continue}-]*)[ \t]*\r?\n/uy;

/** The heredoc that begins here; undefined where none does. */
export function heredoc(reader: Reader): Template | undefined {
  opening.lastIndex = reader.at;
  const match = opening.exec(reader.text);
  if (!match || opening.lastIndex > reader.end) return undefined;
  const start = reader.at;
  const contentStart = start + match[0].length;
  const found = closingLine(reader, contentStart, match[1]!);
  const contentEnd = found?.start ?? unclosedEnd(reader, contentStart);
  reader.at = contentStart;
  const { parts } = bounded(reader, contentEnd, () => templateParts(reader, false));
  reader.at = found?.end ?? contentEnd;
  if (!found) reader.problem(start, contentStart - 1, `No line with ${match[1]} ends this`, true);
  return {
    kind: 'template',
    quoted: false,
    range: rangeOf(start, reader.at),
    contentStart,
    contentEnd,
    parts,
    ...(!found && { unclosed: true }),
  };
}

/** The line that ends a heredoc; none where another heredoc with the same word begins on the way to it. */
function closingLine({ text, end }: Reader, from: number, name: string) {
  for (let line = from; line < end;) {
    const lineEnd = Math.min(lineEndAt(text, line), end);
    const content = text.slice(line, lineEnd).trim();
    if (content === name) return { start: line, end: line + text.slice(line, lineEnd).trimEnd().length };
    if (content.endsWith(name) && /^\w.*=\s*<<-?[\w-]+$/.test(content)) return undefined;
    line = lineEnd + 1;
  }
  return undefined;
}

/** A heredoc without an end stops before the line that looks like the next block of the file. */
function unclosedEnd({ text, end }: Reader, from: number): number {
  const pattern =
    /^(?:resource|data|module|variable|output|locals|provider|terraform)\b[^\n]*\{[^\n]*$|^\}/gm;
  pattern.lastIndex = from;
  const next = pattern.exec(text)?.index;
  return next === undefined ? end : Math.min(next, end);
}

function bounded<T>(reader: Reader, end: number, read: () => T): T {
  const before = reader.end;
  reader.end = end;
  try {
    return read();
  } finally {
    reader.end = before;
  }
}

function templateParts(reader: Reader, quoted: boolean): { parts: TemplatePart[]; closed: boolean } {
  const parts: TemplatePart[] = [];
  for (;;) {
    const text = textPart(reader, quoted);
    if (text) parts.push(text);
    const { character } = reader;
    if (character === '$' || character === '%') {
      const part = character === '$' ? interpolation(reader) : directive(reader);
      parts.push(part.part);
      if (!part.closed && quoted) return { parts, closed: false };
    } else {
      return { parts, closed: character === '"' };
    }
  }
}

const plain = /[^"\n\\$%]+/y;

/** Everything up to an interpolation or the end. */
function textPart(reader: Reader, quoted: boolean): TemplatePart | undefined {
  const { text, at: start, end } = reader;
  let value = '';
  let offsets: number[] | undefined;
  let at = start;
  const escaped = (length: number, characters: string) => {
    offsets ??= Array.from({ length: value.length }, (_, index) => start + index);
    for (const unit of characters.split('')) {
      offsets.push(at);
      value += unit;
    }
    at += length;
  };
  for (; at < end;) {
    const character = text[at]!;
    if (quoted && (character === '"' || character === '\n')) break;
    if ((character === '$' || character === '%') && text[at + 1] === '{') break;
    if ((character === '$' || character === '%') && text.startsWith(`${character}{`, at + 1)) {
      escaped(2, character);
      continue;
    }
    if (quoted && character === '\\') {
      const unicode = /^\\u([\da-fA-F]{4})|^\\U([\da-fA-F]{8})/.exec(text.slice(at, at + 10));
      const simple = escapes[text[at + 1] ?? ''];
      if (unicode) escaped(unicode[0].length, fromCode(parseInt(unicode[1] ?? unicode[2]!, 16)));
      else if (simple !== undefined) escaped(2, simple);
      else escaped(1, '\\');
      continue;
    }
    plain.lastIndex = at;
    const run = plain.exec(text)?.[0] ?? character;
    for (let index = 0; offsets && index < run.length; index++) offsets.push(at + index);
    value += run;
    at += run.length;
  }
  at = Math.min(at, end);
  value = offsets
    ? value.slice(0, offsets.findLastIndex((offset) => offset < end) + 1)
    : value.slice(0, at - start);
  reader.at = at;
  if (at === start) return undefined;
  return { kind: 'text', text: value, range: rangeOf(start, at), ...(offsets && { offsets }) };
}

function fromCode(code: number): string {
  return code <= 0x10ffff ? String.fromCodePoint(code) : '\ufffd';
}

/** `${ expression }`; one that is not closed ends with its line. */
function interpolation(reader: Reader): { part: TemplatePart; closed: boolean } {
  const start = reader.at;
  const [problems, comments] = [reader.problems.length, reader.comments.length];
  reader.at += 2;
  const value: Expression | undefined = reader.within(false, () => {
    reader.take('~');
    const found = expression(reader);
    reader.skip();
    reader.take('~');
    return found;
  });
  if (reader.take('}')) {
    return { part: { kind: 'interpolation', range: rangeOf(start, reader.at), value }, closed: true };
  }
  // What was read may be the lines below.
  reader.problems.length = problems;
  reader.comments.length = comments;
  reader.at = start;
  reader.toLineEnd();
  return {
    part: { kind: 'interpolation', range: rangeOf(start, reader.at), value: undefined },
    closed: false,
  };
}

/** `%{ if x }`: what it says counts for nothing here. */
function directive(reader: Reader): { part: TemplatePart; closed: boolean } {
  const start = reader.at;
  const comments = reader.comments.length;
  reader.at += 2;
  let depth = 1;
  while (reader.at < reader.end && depth > 0) {
    const { character } = reader;
    if (character === '"') quotedTemplate(reader);
    else {
      depth += character === '{' ? 1 : character === '}' ? -1 : 0;
      reader.at++;
    }
  }
  reader.comments.length = comments;
  if (depth > 0) {
    reader.at = start;
    reader.toLineEnd();
  }
  return { part: { kind: 'directive', range: rangeOf(start, reader.at) }, closed: depth === 0 };
}
