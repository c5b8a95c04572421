import type { InlayHint } from 'vscode-languageserver/node';
import { InlayHintKind, MarkupKind } from '../host/lsp';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { guard } from '../host/guard';
import type { ServerParts } from '../host/parts';
import { type InlayHint as PolicyHint, inlayHints } from '../service';
import { distinct, openPolicies, toOffsets } from './openPolicies';

/** Says behind a wildcard how many actions it stands for, where the settings want it. */
export function handleInlayHints(parts: ServerParts): void {
  const { connection, catalog } = parts;
  connection.languages.inlayHint.on(({ textDocument, range }, token) =>
    guard<InlayHint[]>('Inlay hints', token, connection.console, [], async () =>
      distinct(
        (await openPolicies(parts, textDocument.uri)).flatMap(({ document, settings, file }) =>
          settings.inlayHints
            ? inlayHints(file.policy, toOffsets(range, document), catalog()).map((hint) =>
                toHint(hint, document),
              )
            : [],
        ),
        ({ position: { line, character } }) => `${line}:${character}`,
      ),
    ),
  );
}

function toHint({ offset, label, tooltip }: PolicyHint, document: TextDocument): InlayHint {
  return {
    position: document.positionAt(offset),
    label,
    kind: InlayHintKind.Type,
    paddingLeft: true,
    ...(tooltip !== undefined && { tooltip: { kind: MarkupKind.Markdown, value: tooltip } }),
  };
}
