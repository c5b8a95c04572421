import { createScanner, type ScanError, type SyntaxKind } from 'jsonc-parser';

export type TokenKind = '{' | '}' | '[' | ']' | ':' | ',' | 'string' | 'bare' | 'comment';

export interface Token {
  readonly kind: TokenKind;
  readonly start: number;
  readonly end: number;
  /** Of a string: it has no closing quote. */
  readonly unclosed: boolean;
}

// The library's enums exist in its types only, so their values are written out.
const kinds: Partial<Record<SyntaxKind, TokenKind>> = {
  1: '{',
  2: '}',
  3: '[',
  4: ']',
  5: ',',
  6: ':',
  10: 'string',
  12: 'comment',
  13: 'comment',
};
const lineBreak = 14 satisfies SyntaxKind;
const blank = 15 satisfies SyntaxKind;
const endOfText = 17 satisfies SyntaxKind;
const noClosingQuote = 2 satisfies ScanError;

/** The tokens of a JSON text from the offset on, blanks left out; what is no JSON comes as `bare` words. */
export function* tokensFrom(text: string, start: number): Generator<Token> {
  const scanner = createScanner(text, false);
  // A byte order mark is no part of the text.
  scanner.setPosition(start === 0 && text.startsWith('\ufeff') ? 1 : start);
  for (let token: number = scanner.scan(); token !== endOfText; token = scanner.scan()) {
    if (token === lineBreak || token === blank) continue;
    const from = scanner.getTokenOffset();
    yield {
      kind: kinds[token as SyntaxKind] ?? 'bare',
      start: from,
      end: Math.min(from + scanner.getTokenLength(), text.length),
      unclosed: (scanner.getTokenError() as number) === noClosingQuote,
    };
  }
}
