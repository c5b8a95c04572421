import type { Token } from './tokens';

/** An object or list that is open at some place of the text, or the text as a whole. */
export interface Frame {
  readonly kind: 'root' | 'object' | 'array';
  /** Offset of its bracket. */
  readonly start: number;
  /** What may come next; `after` is behind a value that no comma follows yet. */
  state: 'key' | 'colon' | 'value' | 'after';
  /** Of an object: the key whose value is open or came last. */
  key: string;
  /** Keys of the object, or strings of the list, that were passed. */
  readonly strings: string[];
  /** Where the last value, or a key without one, ended. */
  lastEnd: number;
  /** That was a string without its closing quote. */
  lastUnclosed: boolean;
}

/**
 * Follows tokens and knows what is open. It takes a missing comma or colon for granted, so that what is half-typed
 * in one place does not hide the rest.
 */
export class Frames {
  private readonly open: Frame[] = [newFrame('root', 0)];

  constructor(private readonly text: string) {}

  get top(): Frame {
    return this.open.at(-1)!;
  }

  /** Keys that lead to the top frame's current value, or to the top frame itself. */
  path(withCurrent: boolean): string[] {
    const frames = withCurrent ? this.open : this.open.slice(0, -1);
    return frames.filter(({ kind }) => kind === 'object').map(({ key }) => key);
  }

  get depth(): number {
    return this.open.length;
  }

  take(token: Token): void {
    const { top } = this;
    if (token.kind === '{') this.open.push(newFrame('object', token.start));
    else if (token.kind === '[') this.open.push(newFrame('array', token.start));
    else if (token.kind === '}') this.close('object', token.end);
    else if (token.kind === ']') this.close('array', token.end);
    else if (token.kind === ',') top.state = top.kind === 'object' ? 'key' : 'value';
    else if (token.kind === ':') top.state = top.state === 'colon' ? 'value' : top.state;
    else if (token.kind !== 'comment') this.takeWord(top, token);
  }

  private takeWord(top: Frame, { start, end, kind, unclosed }: Token): void {
    const word = kind === 'string' ? this.text.slice(start + 1, unclosed ? end : end - 1) : '';
    top.lastEnd = end;
    top.lastUnclosed = unclosed;
    if (top.kind === 'object' && (top.state === 'key' || top.state === 'after')) {
      top.key = word;
      top.strings.push(word);
      top.state = 'colon';
      return;
    }
    if (top.kind === 'array' && kind === 'string') top.strings.push(word);
    top.state = 'after';
  }

  private close(kind: Frame['kind'], end: number): void {
    const at = this.open.findLastIndex((frame) => frame.kind === kind);
    if (at < 0) return;
    this.open.length = at;
    this.top.state = 'after';
    this.top.lastEnd = end;
    this.top.lastUnclosed = false;
  }
}

function newFrame(kind: Frame['kind'], start: number): Frame {
  const state = kind === 'object' ? 'key' : 'value';
  return { kind, start, state, key: '', strings: [], lastEnd: start, lastUnclosed: false };
}
