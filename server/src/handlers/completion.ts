import {
  type CompletionItem,
  CompletionItemKind,
  type CompletionList,
  InsertTextFormat,
  MarkupKind,
} from 'vscode-languageserver/node';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { guard } from '../host/guard';
import type { ServerParts } from '../host/parts';
import { complete, type Completion, describeActionPattern, type SuggestionKind } from '../service';

const kinds: Record<SuggestionKind, CompletionItemKind> = {
  element: CompletionItemKind.Property,
  value: CompletionItemKind.EnumMember,
  service: CompletionItemKind.Module,
  action: CompletionItemKind.Function,
  principal: CompletionItemKind.Constant,
  operator: CompletionItemKind.Operator,
  conditionKey: CompletionItemKind.Field,
};

/** Completion and, for the item that has the focus, its documentation. */
export function handleCompletion(parts: ServerParts): void {
  const { connection, documents, catalog } = parts;
  const nothing: CompletionList = { isIncomplete: false, items: [] };
  connection.onCompletion(({ textDocument, position }, token) =>
    guard('Completion', token, connection.console, nothing, async () => {
      const document = documents.get(textDocument.uri);
      const file = document && parts.policyIn(document, await parts.settings.get());
      if (!file) return nothing;
      const found = complete(file, document.offsetAt(position), document.getText(), catalog());
      return { isIncomplete: false, items: found.map((completion) => toItem(completion, document)) };
    }),
  );
  connection.onCompletionResolve((item, token) =>
    guard('Completion', token, connection.console, item, () => {
      if (item.kind !== CompletionItemKind.Function) return item;
      const value = describeActionPattern(item.label, catalog());
      return value === undefined ? item : { ...item, documentation: { kind: MarkupKind.Markdown, value } };
    }),
  );
}

function toItem({ suggestion, range, insert }: Completion, document: TextDocument): CompletionItem {
  const { label, kind, detail, rank, continues } = suggestion;
  return {
    label,
    kind: kinds[kind],
    ...(detail && { detail }),
    ...(rank !== undefined && { sortText: `${String(rank).padStart(3, '0')}${label}` }),
    filterText: document.getText()[range.start - 1] === '"' ? label : `"${label}`,
    insertTextFormat: InsertTextFormat.Snippet,
    textEdit: {
      range: { start: document.positionAt(range.start), end: document.positionAt(range.end) },
      newText: insert,
    },
    ...(continues && { command: { title: 'Suggest', command: 'editor.action.triggerSuggest' } }),
  };
}
