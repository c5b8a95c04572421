import type { FormattingOptions, TextEdit } from 'vscode-languageserver/node';
import { guard } from '../host/guard';
import type { ServerParts } from '../host/parts';
import { formatPolicy, type OffsetRange } from '../service';
import { openPoliciesOnce, toOffsets, toRange } from './openPolicies';

/** Lays policies out. Inside another text each is laid out as a whole, if the range touches it, and nothing around it. */
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
  return (await openPoliciesOnce(parts, uri)).flatMap(({ document, file }) => {
    const text = document.getText();
    const edits =
      file.owner === undefined
        ? file.syntax.format?.(text, options, range)
        : touches(file.range, range)
          ? formatPolicy(file, text)
          : [];
    return (edits ?? []).map((edit) => ({ range: toRange(edit.range, document), newText: edit.newText }));
  });
}

function touches({ start, end }: OffsetRange, range: OffsetRange | undefined): boolean {
  return !range || (start <= range.end && end >= range.start);
}
