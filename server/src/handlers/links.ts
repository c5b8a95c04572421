import type { DocumentLink } from 'vscode-languageserver/node';
import { guard } from '../host/guard';
import type { ServerParts } from '../host/parts';
import { documentLinks } from '../service';
import { distinct, openPolicies, toRange } from './openPolicies';

/** Links to the pages of what a policy names, where the settings want them. */
export function handleLinks(parts: ServerParts): void {
  const { connection, catalog } = parts;
  connection.onDocumentLinks(({ textDocument }, token) =>
    guard<DocumentLink[]>('Links', token, connection.console, [], async () =>
      distinct(
        (await openPolicies(parts, textDocument.uri)).flatMap(({ document, settings, file }) =>
          settings.links
            ? documentLinks(file.policy, catalog()).map(({ range, ...link }) => ({
                ...link,
                range: toRange(range, document),
              }))
            : [],
        ),
        ({ range: { start } }) => `${start.line}:${start.character}`,
      ),
    ),
  );
}
