/** A part of a line of Terraform's language. */
export interface LinePart {
  readonly kind: 'code' | 'string' | 'comment';
  readonly at: number;
  readonly text: string;
  /** It goes on behind the line's end. */
  readonly isOpen?: boolean;
}

/** The parts of a line that does not begin within a string, heredoc or comment. */
export function partsOf(line: string): LinePart[] {
  const parts: LinePart[] = [];
  let from = 0;
  const add = (kind: LinePart['kind'], at: number, end: number, isOpen = false) => {
    if (at > from) parts.push({ kind: 'code', at: from, text: line.slice(from, at) });
    if (end > at) parts.push({ kind, at, text: line.slice(at, end), ...(isOpen && { isOpen }) });
    from = end;
  };
  for (let at = 0; at < line.length;) {
    if (line[at] === '"') {
      const end = endOfString(line, at);
      add('string', at, end, end > line.length);
    } else if (line[at] === '#' || line.startsWith('//', at)) {
      add('comment', at, line.length);
    } else if (line.startsWith('/*', at)) {
      const end = line.indexOf('*/', at + 2);
      add('comment', at, end < 0 ? line.length : end + 2, end < 0);
    } else {
      at++;
      continue;
    }
    at = from;
  }
  add('code', line.length, line.length);
  return parts;
}

/** Behind the quote that closes the string opened at the offset; beyond the line where there is none. */
function endOfString(line: string, open: number): number {
  for (let at = open + 1; at < line.length; at++) {
    const character = line[at]!;
    if (character === '\\') at++;
    else if (character === '"') return at + 1;
    else if (/^([$%])\1\{/.test(line.slice(at, at + 3))) at += 2;
    else if (/^[$%]\{/.test(line.slice(at, at + 2))) at = endOfInterpolation(line, at + 2) - 1;
  }
  return line.length + 1;
}

function endOfInterpolation(line: string, from: number): number {
  let depth = 1;
  for (let at = from; at < line.length; at++) {
    const character = line[at]!;
    if (character === '"') at = endOfString(line, at) - 1;
    else if (character === '{') depth++;
    else if (character === '}' && --depth === 0) return at + 1;
  }
  return line.length + 1;
}

/** What a line has outside of its strings. */
export interface ScannedLine {
  /** The `=` between a name and its value. */
  readonly sign: number | undefined;
  /** Where a comment begins that nothing follows. */
  readonly comment: number | undefined;
  /** Opening brackets, less the closing ones. */
  readonly balance: number;
  /** The same from the sign on. */
  readonly balanceOfValue: number;
  /** A string goes on behind the line's end. */
  readonly isOpen: boolean;
}

export function scan(line: string): ScannedLine {
  const parts = partsOf(line);
  let sign: number | undefined;
  let [balance, before] = [0, 0];
  for (const { kind, at, text } of parts) {
    if (kind !== 'code') continue;
    for (let index = 0; index < text.length; index++) {
      const character = text[index]!;
      if (sign === undefined && isSign(text, index) && at + index > 0) [sign, before] = [at + index, balance];
      if ('([{'.includes(character)) balance++;
      if (')]}'.includes(character)) balance--;
    }
  }
  const last = parts.at(-1);
  return {
    sign,
    comment: last?.kind === 'comment' ? last.at : undefined,
    balance,
    balanceOfValue: balance - before,
    isOpen: parts.some(({ kind, isOpen }) => kind === 'string' && isOpen),
  };
}

function isSign(code: string, at: number): boolean {
  return code[at] === '=' && !/[=>]/.test(code[at + 1] ?? ' ') && !/[=<>!]/.test(code[at - 1] ?? ' ');
}

/** Stands for a string, in which spaces mean something. */
const aString = '\ue000';

/** A line with one space where `terraform fmt` has one between brackets, commas, signs and what stands beside them. */
export function respaced(line: string): string {
  const parts = partsOf(line);
  const strings = parts.filter(({ kind }) => kind === 'string').map(({ text }) => text);
  const last = parts.at(-1);
  const comment = last?.kind === 'comment' ? last.text.trimEnd() : '';
  const inner = parts.slice(0, comment ? -1 : undefined);
  // A comment between other things stays where it is.
  if (inner.some(({ kind, text }) => kind === 'comment' || text.includes(aString))) return line.trimEnd();
  const code = spaced(
    inner
      .map(({ kind, text }) => (kind === 'string' ? aString : text))
      .join('')
      .trim(),
  );
  const gap = code && comment ? /\s*$/.exec(inner.map(({ text }) => text).join(''))![0] || ' ' : '';
  return code.replaceAll(aString, () => strings.shift()!) + gap + comment;
}

function spaced(code: string): string {
  return code
    .replace(/[ \t]+/g, ' ')
    .replace(/ ?, ?/g, ', ')
    .replace(/ ?(?<![=<>!])=(?![=>]) ?/g, ' = ')
    .replace(/\[ | \]|\( | \)/g, (found) => found.trim())
    .replace(/(?<=[^\s([{])\{/g, ' {')
    .replace(/\{(?=[^\s}])/g, '{ ')
    .replace(/(?<=[^\s{])\}/g, ' }')
    .replace(/\{ \}/g, '{}')
    .trim();
}
