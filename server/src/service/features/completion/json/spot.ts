import type { OffsetRange } from '../../../model/nodes';
import type { Piece, Place, Spot, Written } from '../place';
import type { Template } from '../snippet';
import { type Cursor, readCursor, type Word } from './cursor';
import { renderJson, renderString } from './render';

/** The place at the offset of a JSON text; undefined where nothing can be written. */
export function spotInJson(text: string, offset: number, start = 0): Spot | undefined {
  const cursor = readCursor(text, offset, start);
  const place = cursor && placeOf(text, offset, cursor);
  if (!place) return undefined;
  const writer = new JsonWriter(text, cursor, place);
  return { place, write: (piece) => writer.write(piece) };
}

function placeOf(text: string, offset: number, { frames, word, next, following }: Cursor): Place | undefined {
  const { top } = frames;
  const isBehindValue = top.state === 'after';
  if (isBehindValue && top.kind === 'root') return undefined;
  // Right behind a quote that was just closed nobody waits for more.
  if ((isBehindValue || top.state === 'colon') && !word.quoted && word.start === top.lastEnd)
    return undefined;
  const role = top.kind === 'object' && (top.state === 'key' || isBehindValue) ? 'key' : 'value';
  // Another value stands there already.
  if (role === 'value' && !word.quoted && top.kind === 'object' && isValue(text, next)) return undefined;
  if (top.kind === 'root' && next) return undefined;
  if (word.quoted && isBehindColon(text, offset, word)) return undefined;
  return {
    path: frames.path(role === 'value'),
    role,
    siblings: top.kind === 'object' ? siblings(top.strings, following, role, top.key) : [],
    valueBehind: role === 'key' ? shapeBehind(text, next) : undefined,
    inList: top.kind === 'array',
    items: top.kind === 'array' ? [...top.strings, ...following] : [],
    inString: word.quoted,
    typed: text.slice(word.contentStart, Math.max(offset, word.contentStart)),
    word: text.slice(word.contentStart, word.contentEnd),
    offset,
  };
}

const shapes: Readonly<Record<string, Place['valueBehind']>> = { '"': 'string', '{': 'object', '[': 'list' };

/** What the key's value looks like, also where the colon between them is missing. */
function shapeBehind(text: string, next: Cursor['next']): Place['valueBehind'] {
  if (next?.kind === ':') return shapeAt(text, next.end);
  return next && isValue(text, next) ? shapeAt(text, next.start) : undefined;
}

function shapeAt(text: string, from: number): Place['valueBehind'] {
  return shapes[/^\s*(.)/.exec(text.slice(from, from + 200))?.[1] ?? ''];
}

function siblings(before: readonly string[], behind: readonly string[], role: Place['role'], key: string) {
  const others = role === 'value' ? before.filter((one) => one !== key) : before;
  return [...others, ...behind];
}

/** A value begins here, not the next key. */
function isValue(text: string, next: Cursor['next']): boolean {
  if (next?.kind === '{' || next?.kind === '[') return true;
  return next?.kind === 'string' && !/^\s*:/.test(text.slice(next.end, next.end + 200));
}

/** The closing quote of a key is missing, and the cursor stands behind the colon: it can't be told what is wanted. */
function isBehindColon(text: string, offset: number, { contentStart, closed, cut }: Word): boolean {
  const typed = text.slice(contentStart, offset);
  if (typed.endsWith(':')) return /^[ \t]*"\S/.test(text.slice(offset, offset + 200)) && cut;
  return (cut || !closed) && /^[^"\s]*[:,][\s{[]/.test(typed);
}

/** Writes pieces at one place. What belongs to each of them is made once: there can be hundreds. */
class JsonWriter {
  private readonly besides: Written['besides'];
  private readonly commaBehind: string;
  /** The opening quote is written too: there is none, or the cursor stands before it. */
  private readonly opens: boolean;
  private readonly inside: OffsetRange;
  private readonly around: OffsetRange;

  constructor(
    private readonly text: string,
    private readonly cursor: Cursor,
    private readonly place: Place,
  ) {
    const { start, contentStart, contentEnd, end, quoted } = cursor.word;
    this.besides = this.missingBefore();
    this.commaBehind = this.commaBefore(cursor.next);
    // Behind a bare word the quote closes what lacks its opening one.
    const isBefore = place.offset <= start && /[\s,:[{]/.test(text[start - 1] ?? ' ');
    this.opens = !quoted || isBefore;
    this.inside = { start: this.opens ? start : contentStart, end: contentEnd };
    this.around = { start: this.inside.start, end };
  }

  write(piece: Piece): Written {
    if (piece.kind === 'part') return this.part(piece);
    if (piece.kind === 'key') return this.key(piece.key, piece.value);
    if (piece.kind === 'entries') return this.entries(piece.entries);
    const { values } = piece;
    const [first] = values;
    if (values.length === 1 && typeof first === 'string') return this.string(first, this.commaBehind);
    return this.whole(
      this.place.inList ? this.items(values) : renderJson(values.length === 1 ? first! : values),
    );
  }

  private part({ from, to, text }: Extract<Piece, { kind: 'part' }>): Written {
    const { contentStart } = this.cursor.word;
    const range = { start: contentStart + from, end: contentStart + to };
    return { range, insert: renderString(text), beginsWithQuote: false, besides: [] };
  }

  private key(key: string, value: Template): Written {
    const { next, word } = this.cursor;
    if (next?.kind === ':') return this.string(key, '');
    if (isValue(this.text, next)) return this.string(key, next!.start === word.end ? ': ' : ':');
    return this.string(key, `: ${renderJson(value)}${this.commaBehind}`);
  }

  /** Writes a string with its quotes as far as they are missing, and what follows it. */
  private string(content: string, behind: string): Written {
    const { closed } = this.cursor.word;
    const { besides } = this;
    const inner = renderString(content);
    const insert = this.opens ? `"${inner}` : inner;
    if (closed && behind === '') return { range: this.inside, insert, beginsWithQuote: false, besides };
    return { range: this.around, insert: `${insert}"${behind}`, beginsWithQuote: false, besides };
  }

  /** Writes something that is no string, in place of the string or word under the cursor. */
  private whole(rendered: string): Written {
    const { start, end, quoted } = this.cursor.word;
    const insert = `${rendered}${this.commaBehind}`;
    return { range: { start, end }, insert, beginsWithQuote: quoted, besides: this.besides };
  }

  private items(values: readonly Template[]): string {
    const { frames, word } = this.cursor;
    const isOneLine = !this.text.slice(frames.top.start, word.start).includes('\n');
    const separator = isOneLine && values.every((value) => typeof value === 'string') ? ', ' : ',\n';
    return values.map((value) => renderJson(value)).join(separator);
  }

  /** Several entries; an object without line breaks gets some. */
  private entries(entries: Readonly<Record<string, Template>>): Written {
    const { frames, word, next } = this.cursor;
    const around = this.text.slice(frames.top.start, word.start) + this.text.slice(word.end, next?.start);
    const isOneLine = !around.includes('\n');
    const indent = isOneLine ? '\t' : '';
    const lines = Object.entries(entries).map(
      ([key, value]) => `${indent}"${renderString(key)}": ${renderJson(value, indent)}`,
    );
    const rendered = lines.join(',\n');
    return this.whole(isOneLine ? `\n${rendered}\n` : rendered);
  }

  private commaBefore(next: Cursor['next']): string {
    const startsValue = next && (next.kind === 'string' || next.kind === '{' || next.kind === '[');
    if (!startsValue) return '';
    return next.start === this.cursor.word.end ? ', ' : ',';
  }

  /** A comma behind the value before, or a colon behind the key, where it is missing; their closing quote as well. */
  private missingBefore(): Written['besides'] {
    const { kind, state, lastEnd, lastUnclosed } = this.cursor.frames.top;
    if (kind === 'root' || (state !== 'after' && state !== 'colon')) return [];
    const mark = state === 'after' ? ',' : ':';
    const swallowed = lastUnclosed ? /,?\s*$/.exec(this.text.slice(0, lastEnd))![0] : '';
    const at = lastEnd - swallowed.length;
    const closing = lastUnclosed ? '"' : '';
    return [{ range: { start: at, end: at }, text: closing + (swallowed.startsWith(',') ? '' : mark) }];
  }
}
