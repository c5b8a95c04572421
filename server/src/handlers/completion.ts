import type { ClientCapabilities, CompletionItem, CompletionList } from 'vscode-languageserver/node';
import { MarkupKind } from '../host/lsp';
import { guard } from '../host/guard';
import type { ServerParts } from '../host/parts';
import type { ClientOptions } from '../protocol/clientOptions';
import { complete, describeSuggestion, templateSnippets } from '../service';
import { suggestionKindOf, toCompletionList } from './toCompletionList';

/** Completion and, for the item that has the focus, its documentation. */
export function handleCompletion(
  parts: ServerParts,
  { textDocument }: ClientCapabilities,
  { suggestsAgain = false }: ClientOptions,
): void {
  const { connection, documents, catalog, account } = parts;
  const nothing: CompletionList = { isIncomplete: false, items: [] };
  connection.onCompletion(({ textDocument: { uri }, position }, token) =>
    guard('Completion', token, connection.console, nothing, async () => {
      const document = documents.get(uri);
      if (!document) return nothing;
      const settings = await parts.settings.get(uri);
      const offset = document.offsetAt(position);
      const [file = parts.policyToBe(document)] = parts.policiesAt(document, offset, settings);
      const text = document.getText();
      const found = file
        ? complete(file, offset, text, catalog(), account.current)
        : resourcesFor(document.languageId, text, offset);
      if (!found) return nothing;
      const client = textDocument?.completion ?? {};
      return toCompletionList(found, { document, offset, client, suggestsAgain });
    }),
  );
  connection.onCompletionResolve((item, token) =>
    guard('Completion', token, connection.console, item, () => describe(item)),
  );

  function resourcesFor(languageId: string, text: string, offset: number) {
    return /^(yaml|cloudformation)$/.test(languageId) ? templateSnippets(text, offset) : undefined;
  }

  function describe(item: CompletionItem): CompletionItem {
    const kind = suggestionKindOf(item);
    const written = item.textEdit?.newText ?? item.textEditText ?? item.insertText;
    const value = kind && describeSuggestion(kind, item.label, catalog(), written);
    return value === undefined ? item : { ...item, documentation: { kind: MarkupKind.Markdown, value } };
  }
}
