import type { FoldingRange } from 'vscode-languageserver/node';
import { FoldingRangeKind } from '../host/lsp';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { guard } from '../host/guard';
import type { ServerParts } from '../host/parts';
import { type FoldingRange as Foldable, foldingRanges } from '../service';
import { openPoliciesOnce, toRange } from './openPolicies';

/**
 * What of a policy can be hidden: objects, lists and comments of several lines. A text around a policy is the editor's to
 * fold, and it would not if we folded parts of it.
 */
export function handleFolding(parts: ServerParts): void {
  const { connection } = parts;
  connection.onFoldingRanges(({ textDocument }, token) =>
    guard<FoldingRange[]>('Folding', token, connection.console, [], async () =>
      (await openPoliciesOnce(parts, textDocument.uri)).flatMap(({ document, file }) =>
        file.owner === undefined
          ? foldingRanges(file.policy).flatMap((range) => toLines(range, document))
          : [],
      ),
    ),
  );
}

/** The line with the closing bracket stays in view; nothing where no line would be hidden. */
function toLines({ kind, ...range }: Foldable, document: TextDocument): FoldingRange[] {
  const { start, end } = toRange(range, document);
  const isComment = kind === 'comment';
  const endLine = isComment ? end.line : end.line - 1;
  if (endLine <= start.line) return [];
  return [{ startLine: start.line, endLine, ...(isComment && { kind: FoldingRangeKind.Comment }) }];
}
