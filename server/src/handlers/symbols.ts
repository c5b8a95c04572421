import type { DocumentSymbol } from 'vscode-languageserver/node';
import { SymbolKind } from '../host/lsp';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { guard } from '../host/guard';
import type { ServerParts } from '../host/parts';
import { documentSymbols, type PolicyFile, type PolicySymbol } from '../service';
import { openPoliciesOnce, toRange } from './openPolicies';

const kinds: Record<PolicySymbol['kind'], SymbolKind> = {
  policy: SymbolKind.Package,
  statement: SymbolKind.Object,
  element: SymbolKind.Property,
  operator: SymbolKind.Operator,
  key: SymbolKind.Key,
};

/** The outline of a policy. */
export function handleSymbols(parts: ServerParts): void {
  const { connection } = parts;
  connection.onDocumentSymbol(({ textDocument }, token) =>
    guard<DocumentSymbol[]>('Symbols', token, connection.console, [], async () =>
      (await openPoliciesOnce(parts, textDocument.uri)).flatMap(({ document, file }) =>
        outlineOf(file).map((symbol) => toSymbol(symbol, document)),
      ),
    ),
  );
}

/** Of a policy inside another text, under the name of its owner. */
function outlineOf({ policy, owner, range }: PolicyFile): readonly PolicySymbol[] {
  const symbols = documentSymbols(policy);
  if (owner === undefined) return symbols;
  const selection = { start: range.start, end: range.start };
  return [{ name: owner, detail: '', kind: 'policy', range, selection, children: symbols }];
}

function toSymbol(symbol: PolicySymbol, document: TextDocument): DocumentSymbol {
  return {
    name: symbol.name,
    detail: symbol.detail,
    kind: kinds[symbol.kind],
    range: toRange(symbol.range, document),
    selectionRange: toRange(symbol.selection, document),
    children: symbol.children.map((child) => toSymbol(child, document)),
  };
}
