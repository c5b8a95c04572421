import { lineEndAt, lineStartAt } from '../../../model/lines';

/** A list or map in brackets that is open at some place. */
export interface FlowFrame {
  readonly kind: '{' | '[';
  readonly start: number;
  /** Of a map: the key whose value comes next, or came last. */
  key: string;
  /** Behind that key's colon, before the next comma. */
  isBehindColon: boolean;
  /** Keys of the map, or strings of the list, that were passed. */
  readonly strings: string[];
}

/** What is open in brackets before a cursor, and the word under it. */
export interface FlowCursor {
  readonly frames: readonly FlowFrame[];
  /** Where the word under the cursor begins, its quote included; the offset itself where there is none. */
  readonly wordStart: number;
}

const blank = /[ \t\r\n]/;

/** Reads YAML from a place in block style up to the offset; undefined where no bracket is open there. */
export function flowAt(text: string, from: number, offset: number): FlowCursor | undefined {
  const scanner = new FlowScanner(text, offset);
  scanner.scan(from);
  return scanner.frames.length > 0 ? { frames: scanner.frames, wordStart: scanner.wordStart } : undefined;
}

class FlowScanner {
  readonly frames: FlowFrame[] = [];
  wordStart: number;

  constructor(
    private readonly text: string,
    private readonly end: number,
  ) {
    this.wordStart = end;
  }

  scan(from: number): void {
    for (let at = from; at < this.end;) at = this.step(at);
  }

  private step(at: number): number {
    const character = this.text[at]!;
    if (blank.test(character)) return at + 1;
    if (character === '#' && (at === 0 || blank.test(this.text[at - 1]!))) return lineEndAt(this.text, at);
    if (character === '{' || character === '[') {
      this.frames.push({ kind: character, start: at, key: '', isBehindColon: false, strings: [] });
      return at + 1;
    }
    return this.frames.length > 0 ? this.inFlow(at, character) : this.inBlock(at, character);
  }

  private inFlow(at: number, character: string): number {
    const top = this.frames.at(-1)!;
    if (character === '}' || character === ']') {
      this.frames.pop();
      return at + 1;
    }
    if (character === ',') {
      top.isBehindColon = false;
      return at + 1;
    }
    if (character === ':') {
      top.isBehindColon = true;
      return at + 1;
    }
    const stop = character === '"' || character === "'" ? this.quoteEnd(at) : this.plainEnd(at, true);
    if (stop >= this.end && !this.isClosedBefore(at, stop)) {
      this.wordStart = at;
      return this.end;
    }
    this.take(top, this.text.slice(at, stop));
    return stop;
  }

  private take(top: FlowFrame, source: string): void {
    const word = source.replace(/^(["'])(.*)\1$/s, '$2').trim();
    if (top.kind === '[') top.strings.push(word);
    else if (!top.isBehindColon) {
      top.key = word;
      top.strings.push(word);
    }
  }

  private inBlock(at: number, character: string): number {
    if (character === '-' && blank.test(this.text[at + 1] ?? ' ')) return at + 1;
    if (character === ':' && blank.test(this.text[at + 1] ?? ' ')) return at + 1;
    if (character === '!' || character === '&') return this.wordEnd(at);
    if (character === '|' || character === '>') return this.blockEnd(at);
    return character === '"' || character === "'" ? this.quoteEnd(at) : this.plainEnd(at, false);
  }

  private wordEnd(at: number): number {
    let end = at + 1;
    while (end < this.text.length && !blank.test(this.text[end]!)) end++;
    return end;
  }

  /** Behind a quoted string; at the line's end where it is not closed on it. */
  private quoteEnd(at: number): number {
    const pattern = this.text[at] === '"' ? /"(?:\\.|[^"\\\n])*"?/y : /'(?:''|[^'\n])*'?/y;
    pattern.lastIndex = at;
    return at + pattern.exec(this.text)![0].length;
  }

  private plainEnd(at: number, inFlow: boolean): number {
    let end = at + 1;
    for (; end < this.text.length; end++) {
      const character = this.text[end]!;
      if (character === '\n') break;
      if (character === ':' && /[\s,\]}]/.test(this.text[end + 1] ?? ' ')) break;
      if (character === '#' && blank.test(this.text[end - 1]!)) break;
      if (inFlow && /[,[\]{}]/.test(character) && !this.isInVariable(at, end)) break;
    }
    return end;
  }

  /** `${aws:username}` is one word to people, whatever YAML says. */
  private isInVariable(at: number, end: number): boolean {
    return this.text[end] !== ',' && /\$\{?[^{}\s,]*$/.test(this.text.slice(at, end));
  }

  /** Behind the lines of a block scalar, which stand further in than the line it begins on. */
  private blockEnd(at: number): number {
    const lineStart = lineStartAt(this.text, at);
    const indent = /^ */.exec(this.text.slice(lineStart, at))![0].length;
    let end = lineEndAt(this.text, at);
    while (end < this.text.length) {
      const next = lineEndAt(this.text, end + 1);
      const line = this.text.slice(end + 1, next);
      if (line.trim() !== '' && /^ */.exec(line)![0].length <= indent) break;
      end = next;
    }
    return end;
  }

  /** The word ends before the cursor by itself: a quote was closed. */
  private isClosedBefore(at: number, stop: number): boolean {
    const quote = this.text[at];
    return (
      stop === this.end && (quote === '"' || quote === "'") && stop - at > 1 && this.text[stop - 1] === quote
    );
  }
}
