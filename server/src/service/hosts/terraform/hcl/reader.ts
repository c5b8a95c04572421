import { type HclComment, type HclProblem, rangeOf } from './ast';
import { lineEndAt, lineStartAt } from '../../../model/lines';

const word = /[\p{ID_Start}_][\p{ID_Continue}-]*(?:::[\p{ID_Start}_][\p{ID_Continue}-]*)*/uy;
/** What begins an attribute or a block. */
const itemStart = /[\p{ID_Start}_][\p{ID_Continue}-]*[ \t]*(?:=(?![=>])|(?:"[^"\n]*"[ \t]*)*\{)/uy;
const newline = 10;

/** A letter, `_`, or anything outside of ASCII. */
function mayBeginWord(code: number): boolean {
  return ((code | 32) - 97) >>> 0 < 26 || code === 95 || code > 127;
}

/** Walks through a text: white space, comments, words. What it meets on the way is kept in lists. */
export class Reader {
  at = 0;
  readonly problems: HclProblem[] = [];
  readonly comments: HclComment[] = [];
  /** Line breaks end what stands before them, as in a body; not so in parentheses and brackets. */
  linesEnd = true;

  constructor(
    readonly text: string,
    public end: number,
    /** Brackets that are not closed end where the indentation says so; for texts that are broken. */
    readonly byIndent: boolean,
  ) {}

  get code(): number {
    return this.at < this.end ? this.text.charCodeAt(this.at) : -1;
  }

  get character(): string {
    return this.at < this.end ? this.text[this.at]! : '';
  }

  /** Goes behind white space and comments, and behind line breaks where they mean nothing. */
  skip(linesToo = !this.linesEnd): void {
    for (;;) {
      const { code } = this;
      if (code === 32 || code === 9 || code === 13 || (linesToo && code === newline) || code === 0xfeff)
        this.at++;
      else if (!this.skipComment()) return;
    }
  }

  /** A line comment ends before its line break. */
  private skipComment(): boolean {
    const { text, at, character } = this;
    const isBlock = character === '/' && text[at + 1] === '*';
    if (!isBlock && character !== '#' && !(character === '/' && text[at + 1] === '/')) return false;
    const close = isBlock ? text.indexOf('*/', at + 2) : -1;
    // A comment that nothing closes takes its line, and nothing of what follows.
    const endsLine = !isBlock || (close < 0 && this.byIndent);
    const last = endsLine ? text.indexOf('\n', at) : close;
    const end = last < 0 ? this.end : Math.min(this.end, last + (endsLine ? 0 : 2));
    const inner = text.slice(at, end).replace(/^(?:#+|\/\/|\/\*)|\*\/$|\r$/g, '');
    this.comments.push({ range: rangeOf(at, end), text: inner.trim() });
    if (isBlock && close < 0) this.problem(at, at + 2, 'This comment is not closed', true);
    this.at = end;
    return true;
  }

  take(character: string): boolean {
    if (!this.sees(character)) return false;
    this.at += character.length;
    return true;
  }

  sees(characters: string): boolean {
    return this.at + characters.length <= this.end && this.text.startsWith(characters, this.at);
  }

  /** A word of letters, digits, `_` and `-`; undefined where none begins. */
  word(): string | undefined {
    word.lastIndex = this.at;
    const found = this.at < this.end ? word.exec(this.text)?.[0] : undefined;
    if (found !== undefined) this.at += found.length;
    return found;
  }

  /** An attribute or a block seems to begin here. */
  seesItem(): boolean {
    // Most often a quote or a bracket: those need no pattern.
    if (!mayBeginWord(this.code)) return false;
    itemStart.lastIndex = this.at;
    return itemStart.test(this.text);
  }

  /** White space before the first character of the offset's line. */
  indentAt(offset: number): number {
    const start = lineStartAt(this.text, offset);
    let at = start;
    while (this.text[at] === ' ' || this.text[at] === '\t') at++;
    return at - start;
  }

  /** Nothing but white space stands before the offset in its line. */
  beginsLine(): boolean {
    for (let at = this.at - 1; at >= 0; at--) {
      const code = this.text.charCodeAt(at);
      if (code === newline) return true;
      if (code !== 32 && code !== 9) return false;
    }
    return true;
  }

  /** Whether what was opened at the offset is over, by the look of it, although nothing closes it. */
  isOver(opened: number): boolean {
    if (!this.byIndent || !this.beginsLine() || !this.seesItem()) return false;
    return this.indentAt(this.at) <= this.indentAt(opened);
  }

  problem(start: number, end: number, message: string, bracket = false): void {
    this.problems.push({
      range: rangeOf(start, Math.max(start, Math.min(end, this.text.length))),
      message,
      bracket,
    });
  }

  /** To the end of the line. */
  toLineEnd(): void {
    this.at = Math.min(lineEndAt(this.text, this.at), this.end);
  }

  /** Runs a part with line breaks that mean something or not. */
  within<T>(linesEnd: boolean, read: () => T): T {
    const before = this.linesEnd;
    this.linesEnd = linesEnd;
    try {
      return read();
    } finally {
      this.linesEnd = before;
    }
  }
}
