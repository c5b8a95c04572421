import type {
  CompletionClientCapabilities,
  CompletionItem,
  CompletionList,
  Range,
} from 'vscode-languageserver/node';
import { CompletionItemKind, CompletionItemTag, InsertTextFormat, InsertTextMode } from '../host/lsp';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Completion, Completions, OffsetRange, SuggestionKind } from '../service';

const kinds: Record<SuggestionKind, CompletionItemKind> = {
  template: CompletionItemKind.Snippet,
  element: CompletionItemKind.Property,
  value: CompletionItemKind.EnumMember,
  service: CompletionItemKind.Module,
  action: CompletionItemKind.Function,
  resource: CompletionItemKind.File,
  principal: CompletionItemKind.Constant,
  operator: CompletionItemKind.Operator,
  conditionKey: CompletionItemKind.Field,
  variable: CompletionItemKind.Variable,
};

/** Kinds that documentation is looked up for, so that nothing else has to carry what it takes. */
const described: ReadonlySet<SuggestionKind> = new Set([
  'action',
  'service',
  'conditionKey',
  'variable',
  'operator',
]);

/** What a suggestion's documentation is looked up by. */
export interface ItemData {
  readonly kind: SuggestionKind;
}

/**
 * Completions as the protocol has them. What most items share is said once where the client can read that, which
 * halves the answer.
 * https://microsoft.github.io/language-server-protocol/specifications/lsp/3.17/specification/#completionList
 */
export function toCompletionList(
  { items, isIncomplete }: Completions,
  document: TextDocument,
  client: CompletionClientCapabilities,
): CompletionList {
  const shared = client.completionList?.itemDefaults ?? [];
  const common = shared.includes('editRange') ? items[0]?.range : undefined;
  const canTag = client.completionItem?.tagSupport?.valueSet.includes(CompletionItemTag.Deprecated) ?? false;
  const data = shared.includes('data') ? sharedData(items) : undefined;
  const hasDefaults = shared.includes('insertTextFormat') && shared.includes('insertTextMode');
  return {
    isIncomplete,
    itemDefaults: {
      ...(common && { editRange: toRange(common, document) }),
      ...(data && { data }),
      ...(hasDefaults && snippetDefaults),
    },
    items: items.map((completion) => ({
      ...describe(completion, canTag, data),
      ...edits(completion, common, document),
      ...(!hasDefaults && snippetDefaults),
    })),
  };
}

/** Everything is a snippet, and its lines are indented as the one it is written to. */
const snippetDefaults = {
  insertTextFormat: InsertTextFormat.Snippet,
  insertTextMode: InsertTextMode.adjustIndentation,
};

/** What documentation is looked up by, where that is the same for all that have any. */
function sharedData(items: readonly Completion[]): ItemData | undefined {
  const kind = items.find(({ suggestion }) => described.has(suggestion.kind))?.suggestion.kind;
  const isShared = items.every(({ suggestion: { kind: one } }) => one === kind || !described.has(one));
  return kind && isShared ? { kind } : undefined;
}

function describe(
  { suggestion, filter, asksAgain }: Completion,
  canTag: boolean,
  data: ItemData | undefined,
): CompletionItem {
  const { label, kind, detail, rank = 0, deprecated } = suggestion;
  return {
    label,
    kind: kinds[kind],
    ...(detail && { detail }),
    // What is alike in rank is sorted by its label, and is in that order already.
    sortText: String(rank).padStart(3, '0'),
    ...(filter !== label && { filterText: filter }),
    ...(!data && described.has(kind) && { data: { kind } }),
    ...(deprecated && canTag && { tags: [CompletionItemTag.Deprecated] }),
    ...(asksAgain && { command: askAgain }),
  };
}

const askAgain = { title: 'Suggest', command: 'editor.action.triggerSuggest' };

function edits(
  { suggestion, range, insert, besides }: Completion,
  common: OffsetRange | undefined,
  document: TextDocument,
): Partial<CompletionItem> {
  const isCommon = common?.start === range.start && common.end === range.end;
  const additional = besides.map((edit) => ({ range: toRange(edit.range, document), newText: edit.text }));
  return {
    ...(!isCommon && { textEdit: { range: toRange(range, document), newText: insert } }),
    ...(isCommon && insert !== suggestion.label && { textEditText: insert }),
    ...(additional.length > 0 && { additionalTextEdits: additional }),
  };
}

function toRange({ start, end }: OffsetRange, document: TextDocument): Range {
  return { start: document.positionAt(start), end: document.positionAt(end) };
}
