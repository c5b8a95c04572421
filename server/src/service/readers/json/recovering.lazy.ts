import { type ParseErrorCode, printParseErrorCode, visit } from 'jsonc-parser';
import type { OffsetRange, PolicyNode } from '../../model/nodes';
import type { CommentNode, SyntaxProblem } from '../../model/policyDocument';
import { AlteredString, JsonArray, JsonBare, JsonEntry, JsonObject, JsonString } from './nodes';

export interface JsonOptions {
  /** Comments and trailing commas are part of the language (JSONC), not mistakes. */
  readonly comments: boolean;
}

/** What could be made of a text, however broken. */
export interface RecoveredJson {
  readonly root: PolicyNode | undefined;
  readonly problems: readonly SyntaxProblem[];
  readonly comments: readonly CommentNode[];
  /** Characters of tokens: all but white space, comments and what was skipped. */
  readonly tokenLength: number;
}

/**
 * Reads any text as JSON or JSONC, with exact offsets and as far as it makes sense. Never throws.
 *
 * @param mostDepth what is nested deeper is not read: the parser's recursion has an end
 */
export function recoverJson(text: string, options: JsonOptions, mostDepth: number): RecoveredJson {
  const builder = new TreeBuilder(text, options, mostDepth);
  builder.build();
  return builder;
}

class TooDeep extends Error {}

/** Turns the parser's events into nodes. What is left open at the end of the text ends where the text ends. */
class TreeBuilder implements RecoveredJson {
  root: PolicyNode | undefined;
  readonly problems: SyntaxProblem[] = [];
  readonly comments: CommentNode[] = [];
  tokenLength = 0;
  private readonly open: (JsonObject | JsonArray)[] = [];

  constructor(
    private readonly text: string,
    private readonly options: JsonOptions,
    private readonly mostDepth: number,
  ) {}

  build(): void {
    try {
      this.visit();
    } catch (error) {
      if (!(error instanceof TooDeep)) throw error;
      const top = this.open.at(-1);
      this.problems.push({ range: at(top?.start ?? 0, 1), message: 'This is nested too deeply' });
    }
    for (const node of this.open) {
      node.end = this.text.length;
      node.unclosed = true;
    }
    this.checkEmptiness();
  }

  private visit(): void {
    visit(
      this.text,
      {
        onObjectBegin: (offset) => this.begin(new JsonObject(offset, offset + 1)),
        onArrayBegin: (offset) => this.begin(new JsonArray(offset, offset + 1)),
        onObjectEnd: (offset, length) => this.finish(offset, length),
        onArrayEnd: (offset, length) => this.finish(offset, length),
        onObjectProperty: (name, offset, length) => this.property(name, offset, length),
        onLiteralValue: (value: unknown, offset, length) => this.literal(value, offset, length),
        onSeparator: (_character, _offset, length) => {
          this.tokenLength += length;
        },
        onComment: (offset, length) => this.comment(offset, length),
        onError: (code, offset, length) => this.problem(code, offset, length),
      },
      { disallowComments: !this.options.comments, allowTrailingComma: this.options.comments },
    );
  }

  private begin(node: JsonObject | JsonArray): void {
    this.tokenLength += 1;
    this.add(node);
    this.open.push(node);
    if (this.open.length > this.mostDepth) throw new TooDeep();
  }

  /** The parser ends what is never closed too, with nothing at the end of the text. */
  private finish(offset: number, length: number): void {
    const node = this.open.pop();
    if (!node) return;
    const end = offset + length;
    node.end = end;
    if (length === 0) node.unclosed = true;
    else this.tokenLength += length;
    this.closeEntry(end);
  }

  private property(name: string, offset: number, length: number): void {
    this.tokenLength += length;
    const object = this.open.at(-1);
    if (object?.kind !== 'object') return;
    object.entries.push(new JsonEntry(this.stringNode(name, offset, length)));
  }

  private literal(value: unknown, offset: number, length: number): void {
    this.tokenLength += length;
    this.add(
      typeof value === 'string' ? this.stringNode(value, offset, length) : this.bare(value, offset, length),
    );
    this.closeEntry(offset + length);
  }

  private bare(value: unknown, offset: number, length: number): JsonBare {
    const kind = value === null ? 'null' : typeof value === 'boolean' ? 'boolean' : 'number';
    const end = offset + length;
    return new JsonBare(kind, this.text.slice(offset, end), offset, end);
  }

  private add(node: PolicyNode): void {
    const parent = this.open.at(-1);
    if (!parent) {
      this.root ??= node;
    } else if (parent.kind === 'array') {
      parent.items.push(node);
    } else {
      const entry = parent.entries.at(-1);
      if (entry && !entry.value) entry.value = node;
    }
  }

  /** A value that ends stretches the entry it belongs to. */
  private closeEntry(end: number): void {
    const parent = this.open.at(-1);
    const entry = parent?.kind === 'object' ? parent.entries.at(-1) : undefined;
    if (entry) entry.end = end;
  }

  private stringNode(text: string, offset: number, length: number): JsonString {
    const end = offset + length;
    if (length - text.length === 2) return new JsonString(text, offset, end);
    const unclosed = length < 2 || this.text[end - 1] !== '"' || isEscapedQuote(this.text, offset, length);
    const offsets = characterOffsets(this.text, offset + 1, text.length);
    return new AlteredString(text, offset, end, offsets, unclosed);
  }

  private comment(offset: number, length: number): void {
    const text = this.text.slice(offset, offset + length).replace(/^\/[/*]|\*\/$/g, '');
    this.comments.push({ range: this.within(offset, length), text: text.trim() });
  }

  private problem(code: ParseErrorCode, offset: number, length: number): void {
    this.problems.push({ range: this.within(offset, length), message: describe(code) });
  }

  /** The scanner counts a character too many for a comment that is opened at the very end of the text. */
  private within(offset: number, length: number): OffsetRange {
    const end = Math.min(offset + length, this.text.length);
    return { start: Math.min(offset, end), end };
  }

  /** The parser accepts an empty text and text behind the value in silence only in parts; JSON does not. */
  private checkEmptiness(): void {
    if (this.root || this.problems.length > 0) return;
    this.problems.push({ range: at(0, this.text.length), message: 'A JSON object is expected here' });
  }
}

function at(offset: number, length: number): { start: number; end: number } & OffsetRange {
  return { start: offset, end: offset + length };
}

function isEscapedQuote(text: string, offset: number, length: number): boolean {
  let backslashes = 0;
  for (let i = offset + length - 2; i > offset && text[i] === '\\'; i--) backslashes++;
  return backslashes % 2 === 1;
}

/** Where each character of an unescaped value stands in the escaped text. */
function characterOffsets(text: string, start: number, count: number): number[] {
  const offsets: number[] = [];
  let at = start;
  for (let i = 0; i < count; i++) {
    offsets.push(at);
    if (text[at] !== '\\') at += 1;
    else at += text[at + 1] === 'u' ? 6 : 2;
  }
  return offsets;
}

const messages: Record<string, string> = {
  InvalidSymbol: 'This is not a JSON value',
  InvalidNumberFormat: 'This number is not written as JSON wants it',
  PropertyNameExpected: 'A key in double quotes is expected here',
  ValueExpected: 'A value is expected here',
  ColonExpected: 'A colon is expected here',
  CommaExpected: 'A comma is expected here',
  CloseBraceExpected: 'A closing brace is expected here',
  CloseBracketExpected: 'A closing bracket is expected here',
  EndOfFileExpected: 'The policy ends before this; nothing may follow',
  InvalidCommentToken: 'JSON has no comments',
  UnexpectedEndOfComment: 'This comment is not closed',
  UnexpectedEndOfString: 'This string has no closing quote',
  UnexpectedEndOfNumber: 'This number is not finished',
  InvalidUnicode: 'This is not a \\u escape of four hexadecimal digits',
  InvalidEscapeCharacter: 'JSON has no such escape',
  InvalidCharacter: 'This character must be escaped in a JSON string',
};

function describe(code: ParseErrorCode): string {
  return messages[printParseErrorCode(code)] ?? 'This is not well-formed JSON';
}
