import { type ParseErrorCode, printParseErrorCode, visit } from 'jsonc-parser';
import type { BareNode, Entry, OffsetRange, PolicyNode, StringNode } from '../model/nodes';
import { type CommentNode, PolicyDocument, type SyntaxProblem } from '../model/policyDocument';

export interface JsonOptions {
  /** Comments and trailing commas are part of the language (JSONC), not mistakes. */
  readonly comments: boolean;
}

/** Deeper nesting than this is not read: no policy needs it, and the parser's recursion has an end. */
const maximumDepth = 100;

/** Reads a policy that is the whole of a JSON or JSONC text. Never throws. */
export function readJson(text: string, options: JsonOptions): PolicyDocument {
  const builder = new TreeBuilder(text, options);
  builder.build();
  return new PolicyDocument(
    builder.root,
    builder.problems,
    { withoutWhitespace: builder.tokenLength, all: text.length },
    builder.comments,
    {
      hasPlainCharacters: !/[^\t\n\r\u0020-\u00ff]/.test(text),
      // Of an escape (\u0024) nothing can be said from here.
      hasVariables: text.includes('${') || text.includes('\\u'),
    },
  );
}

interface OpenObject {
  kind: 'object';
  unclosed?: boolean;
  range: { start: number; end: number };
  entries: (Entry & { value: PolicyNode | undefined; range: { start: number; end: number } })[];
}
interface OpenArray {
  kind: 'array';
  unclosed?: boolean;
  range: { start: number; end: number };
  items: PolicyNode[];
}

class TooDeep extends Error {}

/** Turns the parser's events into nodes. What is left open at the end of the text ends where the text ends. */
class TreeBuilder {
  root: PolicyNode | undefined;
  readonly problems: SyntaxProblem[] = [];
  readonly comments: CommentNode[] = [];
  tokenLength = 0;
  private readonly open: (OpenObject | OpenArray)[] = [];

  constructor(
    private readonly text: string,
    private readonly options: JsonOptions,
  ) {}

  build(): void {
    try {
      this.visit();
    } catch (error) {
      if (!(error instanceof TooDeep)) throw error;
      const top = this.open.at(-1);
      this.problems.push({ range: at(top?.range.start ?? 0, 1), message: 'This is nested too deeply' });
    }
    for (const node of this.open) {
      node.range.end = this.text.length;
      node.unclosed = true;
    }
    this.checkEmptiness();
  }

  private visit(): void {
    visit(
      this.text,
      {
        onObjectBegin: (offset) => this.begin({ kind: 'object', range: at(offset, 1), entries: [] }),
        onArrayBegin: (offset) => this.begin({ kind: 'array', range: at(offset, 1), items: [] }),
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

  private begin(node: OpenObject | OpenArray): void {
    this.tokenLength += 1;
    this.add(node);
    this.open.push(node);
    if (this.open.length > maximumDepth) throw new TooDeep();
  }

  /** The parser ends what is never closed too, with nothing at the end of the text. */
  private finish(offset: number, length: number): void {
    const node = this.open.pop();
    if (!node) return;
    const end = offset + length;
    node.range.end = end;
    if (length === 0) node.unclosed = true;
    else this.tokenLength += length;
    this.closeEntry(end);
  }

  private property(name: string, offset: number, length: number): void {
    this.tokenLength += length;
    const object = this.open.at(-1);
    if (object?.kind !== 'object') return;
    const key = this.stringNode(name, offset, length);
    object.entries.push({ key, value: undefined, range: at(offset, length) });
  }

  private literal(value: unknown, offset: number, length: number): void {
    this.tokenLength += length;
    this.add(
      typeof value === 'string' ? this.stringNode(value, offset, length) : this.bare(value, offset, length),
    );
    this.closeEntry(offset + length);
  }

  private bare(value: unknown, offset: number, length: number): BareNode {
    const kind = value === null ? 'null' : typeof value === 'boolean' ? 'boolean' : 'number';
    return { kind, text: this.text.slice(offset, offset + length), range: at(offset, length) };
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
    if (entry) entry.range.end = end;
  }

  private stringNode(text: string, offset: number, length: number): StringNode {
    const range = at(offset, length);
    const raw = length - text.length;
    if (raw === 2) return { kind: 'string', text, range, contentStart: offset + 1 };
    const unclosed =
      length < 2 || this.text[offset + length - 1] !== '"' || isEscapedQuote(this.text, offset, length);
    return {
      kind: 'string',
      text,
      range,
      contentStart: offset + 1,
      offsets: characterOffsets(this.text, offset + 1, text.length),
      ...(unclosed && { unclosed }),
    };
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
