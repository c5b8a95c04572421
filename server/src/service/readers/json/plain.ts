import type { PolicyNode } from '../../model/nodes';
import { JsonArray, JsonBare, JsonEntry, JsonObject, JsonString } from './nodes';

/** A text that was read without a surprise. */
export interface PlainJson {
  readonly root: PolicyNode;
  /** Characters of white space between the tokens. */
  readonly space: number;
  /** No character is above U+00FF. */
  readonly isLatin1: boolean;
}

/**
 * Reads JSON as nearly all policies are written: well-formed, and no string with an escape. At the first surprise
 * it gives up and answers undefined; whoever recovers from mistakes then reads the text from its start. This is
 * several times as fast, which decides how fast checking is. RFC 8259.
 *
 * @param mostDepth gives up where objects and lists are nested deeper
 */
export function readPlainJson(text: string, mostDepth: number): PlainJson | undefined {
  const reader = new PlainReader(text, mostDepth);
  try {
    return reader.read();
  } catch (thrown) {
    if (thrown !== surprise) throw thrown;
    return undefined;
  }
}

const surprise = new Error('Not plain JSON');

const code = (character: string) => character.charCodeAt(0);
const [tab, lineFeed, carriageReturn, space] = [9, 10, 13, 32] as const;
const [quote, backslash, comma, colon] = [code('"'), code('\\'), code(','), code(':')];
const [openBrace, closeBrace, openBracket, closeBracket] = [code('{'), code('}'), code('['), code(']')];

const bareKinds = new Map([
  ['true', 'boolean'],
  ['false', 'boolean'],
  ['null', 'null'],
] as const);
const numberForm = /^-?(0|[1-9]\d*)(\.\d+)?([eE][+-]?\d+)?$/;

/** Members of all that is open. A list cut from it has the size it needs, which one that grows has not. */
class Pile<Member> {
  count = 0;
  private readonly members: Member[] = [];

  push(member: Member): void {
    this.members[this.count++] = member;
  }

  /** Takes off all members from there on. */
  takeFrom(first: number): Member[] {
    const taken = this.members.slice(first, this.count);
    this.count = first;
    return taken;
  }
}

class PlainReader {
  private at = 0;
  private spaces = 0;
  private depth = 0;
  private readonly entries = new Pile<JsonEntry>();
  private readonly items = new Pile<PolicyNode>();
  /** All characters of strings, or-ed. */
  private bits = 0;

  constructor(
    private readonly text: string,
    private readonly mostDepth: number,
  ) {}

  read(): PlainJson {
    this.skipSpace();
    const root = this.value();
    this.skipSpace();
    if (this.at !== this.text.length) throw surprise;
    return { root, space: this.spaces, isLatin1: this.bits <= 0xff };
  }

  /** Steps over white space; the code of the character behind it, NaN at the end. */
  private skipSpace(): number {
    const { text } = this;
    let at = this.at;
    let next = text.charCodeAt(at);
    while (next === space || next === lineFeed || next === carriageReturn || next === tab) {
      next = text.charCodeAt(++at);
    }
    this.spaces += at - this.at;
    this.at = at;
    return next;
  }

  private value(): PolicyNode {
    switch (this.text.charCodeAt(this.at)) {
      case quote:
        return this.string();
      case openBrace:
        return this.object();
      case openBracket:
        return this.array();
      default:
        return this.bare();
    }
  }

  private object(): JsonObject {
    const start = this.at;
    const { entries } = this;
    const first = entries.count;
    this.open();
    let next = this.skipSpace();
    while (next !== closeBrace) {
      if (next !== quote) throw surprise;
      entries.push(this.entry());
      next = this.separator(closeBrace);
    }
    return new JsonObject(start, this.close(), entries.takeFrom(first));
  }

  private entry(): JsonEntry {
    const entry = new JsonEntry(this.string());
    if (this.skipSpace() !== colon) throw surprise;
    this.at++;
    this.skipSpace();
    entry.value = this.value();
    entry.end = this.at;
    return entry;
  }

  private array(): JsonArray {
    const start = this.at;
    const { items } = this;
    const first = items.count;
    this.open();
    let next = this.skipSpace();
    while (next !== closeBracket) {
      items.push(this.value());
      next = this.separator(closeBracket);
    }
    return new JsonArray(start, this.close(), items.takeFrom(first));
  }

  private open(): void {
    if (++this.depth > this.mostDepth) throw surprise;
    this.at++;
  }

  private close(): number {
    this.depth--;
    return ++this.at;
  }

  /** Steps to the next member; the code it begins with, or the closing mark. */
  private separator(closing: number): number {
    const mark = this.skipSpace();
    if (mark === closing) return mark;
    if (mark !== comma) throw surprise;
    this.at++;
    const next = this.skipSpace();
    if (next === closing) throw surprise;
    return next;
  }

  private string(): JsonString {
    const { text } = this;
    const start = this.at;
    let at = start + 1;
    let bits = this.bits;
    for (let next = text.charCodeAt(at); next !== quote; next = text.charCodeAt(++at)) {
      // Also the end of the text: NaN is not at least a space.
      if (next === backslash || !(next >= space)) throw surprise;
      bits |= next;
    }
    this.bits = bits;
    this.at = at + 1;
    return new JsonString(text.slice(start + 1, at), start, at + 1);
  }

  private bare(): JsonBare {
    const { text } = this;
    const start = this.at;
    let at = start;
    while (isOfWord(text.charCodeAt(at))) at++;
    const word = text.slice(start, at);
    const kind = bareKinds.get(word as 'true') ?? (numberForm.test(word) ? 'number' : undefined);
    if (!kind) throw surprise;
    this.at = at;
    return new JsonBare(kind, word, start, at);
  }
}

/** Letters, digits, and the signs of numbers. */
function isOfWord(character: number): boolean {
  return (
    (character >= 97 && character <= 122) ||
    (character >= 48 && character <= 57) ||
    character === 43 ||
    character === 45 ||
    character === 46 ||
    character === 69
  );
}
