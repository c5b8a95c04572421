import { SelectionRange } from '../host/lsp';
import { guard } from '../host/guard';
import type { ServerParts } from '../host/parts';
import { selectionRanges } from '../service';
import { toRange } from './openPolicies';

/** What a selection grows to, step by step. */
export function handleSelection(parts: ServerParts): void {
  const { connection } = parts;
  connection.onSelectionRanges(({ textDocument, positions }, token) =>
    guard<SelectionRange[]>('Selection ranges', token, connection.console, [], async () => {
      const document = parts.documents.get(textDocument.uri);
      const settings = await parts.settings.get(textDocument.uri);
      // The answer has one for each position, whether there is anything to say about it or not.
      return positions.map((position) => {
        const offset = document?.offsetAt(position) ?? 0;
        const [file] = document ? parts.policiesAt(document, offset, settings) : [];
        const steps = file
          ? selectionRanges(file.policy, offset).map((range) => toRange(range, document!))
          : [];
        const nested = steps.reduceRight<SelectionRange | undefined>(
          (parent, range) => SelectionRange.create(range, parent),
          undefined,
        );
        return nested ?? SelectionRange.create({ start: position, end: position });
      });
    }),
  );
}
