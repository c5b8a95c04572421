import type { SemanticTokens } from 'vscode-languageserver/node';
import { SemanticTokensBuilder } from '../host/lsp';
import { guard } from '../host/guard';
import type { ServerParts } from '../host/parts';
import { type OffsetRange, semanticTokens, tokenModifiers, tokenTypes } from '../service';
import { distinct, openPolicies, toOffsets } from './openPolicies';

/** What the numbers of an answer mean. */
export const tokenLegend = { tokenTypes: [...tokenTypes], tokenModifiers: [...tokenModifiers] };

/** Colours that the grammar can't know. */
export function handleSemanticTokens(parts: ServerParts): void {
  const { connection } = parts;
  const nothing: SemanticTokens = { data: [] };
  connection.languages.semanticTokens.on(({ textDocument }, token) =>
    guard<SemanticTokens>('Semantic tokens', token, connection.console, nothing, () =>
      tokensOf(parts, textDocument.uri),
    ),
  );
  connection.languages.semanticTokens.onRange(({ textDocument, range }, token) =>
    guard<SemanticTokens>('Semantic tokens', token, connection.console, nothing, () => {
      const document = parts.documents.get(textDocument.uri);
      return document ? tokensOf(parts, textDocument.uri, toOffsets(range, document)) : nothing;
    }),
  );
}

async function tokensOf(parts: ServerParts, uri: string, within?: OffsetRange): Promise<SemanticTokens> {
  const document = parts.documents.get(uri);
  const all = { start: 0, end: document?.getText().length ?? 0 };
  const tokens = (await openPolicies(parts, uri)).flatMap(({ file }) =>
    semanticTokens(file.policy, within ?? all, parts.catalog()),
  );
  const builder = new SemanticTokensBuilder();
  for (const { range, type, modifiers } of distinct(tokens, ({ range: { start } }) => String(start)).sort(
    (a, b) => a.range.start - b.range.start,
  )) {
    const { line, character } = document!.positionAt(range.start);
    const bits = modifiers.reduce((sum, name) => sum | (1 << tokenModifiers.indexOf(name)), 0);
    builder.push(line, character, range.end - range.start, tokenTypes.indexOf(type), bits);
  }
  return builder.build();
}
