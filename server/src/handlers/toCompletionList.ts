import type {
  CompletionClientCapabilities,
  CompletionItem,
  CompletionList,
  Range,
} from 'vscode-languageserver/node';
import { CompletionItemKind, CompletionItemTag, InsertTextFormat, InsertTextMode } from '../host/lsp';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import {
  type Completion,
  type Completions,
  hasInOrder,
  type OffsetRange,
  plainText,
  type SuggestionKind,
} from '../service';

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

/** The same the other way round: documentation is looked up by an item's kind and label, so that it carries nothing else. */
export function suggestionKindOf(item: CompletionItem): SuggestionKind | undefined {
  return kindsByItem.get(item.kind);
}

const kindsByItem: ReadonlyMap<CompletionItemKind | undefined, SuggestionKind> = new Map(
  Object.entries(kinds).map(([kind, item]) => [item, kind as SuggestionKind]),
);

/** What a client may be sent in one answer, in characters of JSON. */
const longest = 148_000;

/** How a client wants its items. */
interface Form {
  /** The range of most items, which is said once. */
  readonly common: OffsetRange | undefined;
  /** That items are snippets is said once. */
  readonly hasDefaults: boolean;
  readonly takesSnippets: boolean;
  readonly takesTags: boolean;
  /** The client can open the suggestions again once one is accepted. */
  readonly suggestsAgain: boolean;
}

/** What is to be completed, for whom. */
export interface Asked {
  readonly document: TextDocument;
  readonly offset: number;
  readonly client: CompletionClientCapabilities;
  readonly suggestsAgain: boolean;
}

/**
 * Completions as the protocol has them. What most items share is said once where the client can read that, which
 * halves the answer; what is too long even so is cut, and the client told to ask again as the person types.
 * https://microsoft.github.io/language-server-protocol/specifications/lsp/3.17/specification/#completionList
 */
export function toCompletionList({ items, isIncomplete }: Completions, asked: Asked): CompletionList {
  const form = formFor(asked, items[0]?.range);
  const toItem = (completion: Completion): CompletionItem => ({
    ...describe(completion, form),
    ...edits(completion, form, asked.document),
  });
  const all = items.map(toItem);
  const kept = isTooLong(all) ? asManyAsFit(matching(items, asked).map(toItem)) : all;
  return {
    isIncomplete: isIncomplete || kept.length < all.length,
    itemDefaults: {
      ...(form.common && { editRange: toRange(form.common, asked.document) }),
      ...(form.hasDefaults && snippetDefaults),
    },
    items: kept,
  };
}

function formFor({ client, suggestsAgain }: Asked, range: OffsetRange | undefined): Form {
  const shared = client.completionList?.itemDefaults ?? [];
  const { snippetSupport: takesSnippets = false, tagSupport } = client.completionItem ?? {};
  return {
    common: shared.includes('editRange') ? range : undefined,
    hasDefaults: takesSnippets && shared.includes('insertTextFormat') && shared.includes('insertTextMode'),
    takesSnippets,
    takesTags: tagSupport?.valueSet.includes(CompletionItemTag.Deprecated) ?? false,
    suggestsAgain,
  };
}

function isTooLong(items: readonly CompletionItem[]): boolean {
  return items.length > 200 && JSON.stringify(items).length > longest;
}

/** Short names first: what is seldom wanted has a long one. */
function asManyAsFit(items: readonly CompletionItem[]): CompletionItem[] {
  let size = 0;
  return [...items]
    .sort((a, b) => a.label.length - b.label.length)
    .filter((item) => (size += JSON.stringify(item).length + 1) <= longest);
}

/** Those that what is typed leads to. */
function matching(items: readonly Completion[], { document, offset }: Asked): Completion[] {
  const text = document.getText();
  return items.filter(({ filter, range }) =>
    hasInOrder(filter.toLowerCase(), text.slice(range.start, offset).toLowerCase()),
  );
}

/** Lines of a snippet are indented as the one it is written to. */
const snippetDefaults = {
  insertTextFormat: InsertTextFormat.Snippet,
  insertTextMode: InsertTextMode.adjustIndentation,
};

function describe(
  { suggestion, filter, asksAgain }: Completion,
  { takesTags, suggestsAgain }: Form,
): CompletionItem {
  const { label, kind, detail, rank = 0, deprecated } = suggestion;
  return {
    label,
    kind: kinds[kind],
    ...(detail && { detail }),
    // What comes first is sorted by its label, the rest behind all labels; what is alike in rank by its label again.
    ...(rank > 0 && { sortText: `~${String(rank).padStart(3, '0')}` }),
    ...(filter !== label && { filterText: filter }),
    ...(deprecated && takesTags && { tags: [CompletionItemTag.Deprecated] }),
    ...(asksAgain && suggestsAgain && { command: askAgain }),
  };
}

const askAgain = { title: 'Suggest', command: 'editor.action.triggerSuggest' };

function edits(
  { suggestion, range, insert, besides }: Completion,
  { common, hasDefaults, takesSnippets }: Form,
  document: TextDocument,
): Partial<CompletionItem> {
  const isCommon = common?.start === range.start && common.end === range.end;
  const newText = takesSnippets ? insert : plainText(insert);
  return {
    ...(!isCommon && { textEdit: { range: toRange(range, document), newText } }),
    ...(isCommon && newText !== suggestion.label && { textEditText: newText }),
    ...(besides.length > 0 && {
      additionalTextEdits: besides.map((edit) => ({
        range: toRange(edit.range, document),
        newText: edit.text,
      })),
    }),
    // A text without marks is the same either way.
    ...(takesSnippets && !hasDefaults && /[$\\\n]/.test(insert) && snippetDefaults),
  };
}

function toRange({ start, end }: OffsetRange, document: TextDocument): Range {
  return { start: document.positionAt(start), end: document.positionAt(end) };
}
