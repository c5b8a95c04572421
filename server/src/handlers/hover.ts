import { MarkupKind } from '../host/lsp';
import { guard } from '../host/guard';
import type { ServerParts } from '../host/parts';
import { hover } from '../service';

export function handleHover(parts: ServerParts): void {
  const { connection, documents, catalog } = parts;
  connection.onHover(({ textDocument, position }, token) =>
    guard('Hover', token, connection.console, null, async () => {
      const document = documents.get(textDocument.uri);
      if (!document) return null;
      const offset = document.offsetAt(position);
      const [file] = parts.policiesAt(document, offset, await parts.settings.get(document.uri));
      const found = file && hover(file, offset, catalog());
      if (!found) return null;
      return {
        contents: { kind: MarkupKind.Markdown, value: found.markdown },
        range: { start: document.positionAt(found.range.start), end: document.positionAt(found.range.end) },
      };
    }),
  );
}
