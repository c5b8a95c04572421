import type { FormattingOptions, TextEdit } from 'vscode-languageserver/node';
import { guard } from '../host/guard';
import type { ServerParts } from '../host/parts';
import type { OffsetRange } from '../service';
import { openPoliciesOnce, toOffsets, toRange } from './openPolicies';

/** Lays a policy out, or a part of it. A policy inside another text is that text's to lay out. */
export function handleFormatting(parts: ServerParts): void {
  const { connection } = parts;
  connection.onDocumentFormatting(({ textDocument, options }, token) =>
    guard<TextEdit[]>('Formatting', token, connection.console, [], () =>
      format(parts, textDocument.uri, options),
    ),
  );
  connection.onDocumentRangeFormatting(({ textDocument, options, range }, token) =>
    guard<TextEdit[]>('Formatting', token, connection.console, [], () => {
      const document = parts.documents.get(textDocument.uri);
      return document ? format(parts, textDocument.uri, options, toOffsets(range, document)) : [];
    }),
  );
}

async function format(
  parts: ServerParts,
  uri: string,
  options: FormattingOptions,
  range?: OffsetRange,
): Promise<TextEdit[]> {
  return (await openPoliciesOnce(parts, uri)).flatMap(({ document, file: { owner, syntax } }) => {
    const edits = owner === undefined ? syntax.format?.(document.getText(), options, range) : undefined;
    return (edits ?? []).map((edit) => ({ range: toRange(edit.range, document), newText: edit.newText }));
  });
}
