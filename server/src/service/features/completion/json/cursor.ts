import { Frames } from './frames';
import { type Token, tokensFrom } from './tokens';

/** The string or bare word under a cursor, or the empty place there. */
export interface Word {
  /** The opening quote, or the first character. */
  readonly start: number;
  readonly contentStart: number;
  readonly contentEnd: number;
  /** Behind the closing quote, where there is one. */
  readonly end: number;
  readonly quoted: boolean;
  readonly closed: boolean;
  /** A string whose closing quote is missing, so that another one took its place. */
  readonly cut: boolean;
}

/** What stands before, at and behind a cursor in a JSON text. */
export interface Cursor {
  readonly frames: Frames;
  readonly word: Word;
  /** The first token behind the word, comments left out. */
  readonly next: Token | undefined;
  /** Keys, or strings of the list, behind the word. */
  readonly following: readonly string[];
}

/** Reads the text around the cursor; undefined inside comments. */
export function readCursor(text: string, offset: number, start: number): Cursor | undefined {
  const before: Token[] = [];
  let at: Token | undefined;
  for (const token of tokensFrom(text, start)) {
    if (token.start >= offset && !(token.start === offset && token.kind === 'string')) break;
    if (isAround(token, offset)) {
      at = token;
      break;
    }
    before.push(token);
  }
  if (at?.kind === 'comment') return undefined;
  const word = at ? stringWord(text, offset, at) : bareWord(text, offset, before);
  const frames = new Frames(text);
  for (const token of before) if (token.start < word.start) frames.take(token);
  return { frames, word, ...readOn(text, word.end, frames) };
}

/** Inside a string or comment; at its end only where it is not closed. */
function isAround({ kind, start, end, unclosed }: Token, offset: number): boolean {
  if (kind === 'string') return start <= offset && (offset < end || (unclosed && offset === end));
  return kind === 'comment' && start < offset && offset <= end;
}

/** What a word of a policy is made of, and variables. */
const wordCharacters = /^(?:\$\{[^}\s"]*\}?|[^\s",\\[\]{}])*/;
/** Up to its brace, or to where another one begins. */
const restOfVariable = /^(?:[^}\s"$]*\}|[^}\s"$/]*)/;
/** A quote that opens the next string has closed this one: `"s3:Get, "Resource"`. */
const restOfLine = /^\s*[,:}\]][\s,:}\]{[]*$/;

function stringWord(text: string, offset: number, { start, end, unclosed }: Token): Word {
  const inner = Math.max(offset, start + 1);
  const contentEnd = unclosed ? end : end - 1;
  // What stands right behind it shows that the quote at its end opens another string.
  const isCut = !unclosed && /[^\s,:}\]]/.test(text[end] ?? ' ');
  const wordEnd = endOfWord(text, inner, contentEnd, isCut);
  const runsOn =
    unclosed || (wordEnd < contentEnd && (isCut || restOfLine.test(text.slice(wordEnd, contentEnd))));
  return {
    start,
    contentStart: start + 1,
    contentEnd: runsOn ? wordEnd : contentEnd,
    end: runsOn ? wordEnd : end,
    quoted: true,
    closed: !runsOn,
    cut: isCut,
  };
}

/** Where the word under the cursor ends; the colon behind a key whose closing quote is missing is no part of it. */
function endOfWord(text: string, inner: number, contentEnd: number, isCut: boolean): number {
  const inVariable = /\$\{[^}\s"]*$/.test(text.slice(Math.max(0, inner - 200), inner));
  const rest = text.slice(inner, contentEnd);
  const variable = inVariable ? restOfVariable.exec(rest)![0].length : 0;
  const end = inner + variable + wordCharacters.exec(rest.slice(variable))![0].length;
  const isKey =
    end > inner && text[end - 1] === ':' && (isCut ? /^\s*$/ : /^\s+$/).test(text.slice(end, contentEnd));
  return isKey ? end - 1 : end;
}

/** A word without quotes (`s3:Get`, variables and all) that ends at the cursor or goes on behind it. */
function bareWord(text: string, offset: number, before: readonly Token[]): Word {
  const bound = before.findLast(({ kind }) => kind !== 'bare' && kind !== ':' && kind !== '{')?.end ?? 0;
  const typed = bareBefore.exec(text.slice(Math.max(bound, offset - longest), offset))![0].replace(/^:+/, '');
  const more = bareBehind.exec(text.slice(offset, offset + longest))![0].replace(/:$/, '');
  const contentEnd = offset + more.length;
  // The closing quote of a word whose opening one is missing belongs to the word.
  const isQuoted = typed + more !== '' && strayQuote.test(text.slice(contentEnd, contentEnd + 200));
  const start = offset - typed.length;
  return {
    start,
    contentStart: start,
    contentEnd,
    end: contentEnd + Number(isQuoted),
    quoted: false,
    closed: false,
    cut: false,
  };
}

const bareBefore = /(?:\$\{[^{}\s",]*\}?|[\w:*?./@+=-])*$/;
const bareBehind = /^(?:\$\{[^{}\s",]*\}|[\w:*?./@+=-])*/;
const longest = 2000;
const strayQuote = /^"\s*([:,\]}]|$)/;

function readOn(text: string, from: number, { top }: Frames): Pick<Cursor, 'next' | 'following'> {
  const rest = new Frames(text);
  const following: string[] = [];
  let next: Token | undefined;
  let last: Token | undefined;
  for (const token of tokensFrom(text, from)) {
    if (token.kind === 'comment') continue;
    next ??= token;
    if (rest.depth === 1) {
      if (token.kind === '}' || token.kind === ']') break;
      if (token.kind === 'string' && top.kind === 'array') following.push(contentOf(text, token));
      if (token.kind === ':' && last?.kind === 'string' && last !== undefined && top.kind === 'object')
        following.push(contentOf(text, last));
    }
    rest.take(token);
    last = token;
  }
  return { next, following };
}

function contentOf(text: string, { start, end, unclosed }: Token): string {
  return text.slice(start + 1, unclosed ? end : end - 1);
}
