import type {
  Location,
  PrepareRenameResult,
  TextDocumentPositionParams,
  WorkspaceEdit,
} from 'vscode-languageserver/node';
import { LSPErrorCodes, ResponseError } from '../host/lsp';
import { guard } from '../host/guard';
import type { ServerParts } from '../host/parts';
import { renameSid, type SidName, sidAt } from '../service';
import { type Opened, toRange } from './openPolicies';
import { toWorkspaceEdit } from './toWorkspaceEdit';

/** Where the name of a statement stands, and another name for it. */
export function handleNames(parts: ServerParts): void {
  const { connection } = parts;
  connection.onReferences(({ context, ...params }, token) =>
    guard<Location[]>('References', token, connection.console, [], async () => {
      const found = await find(parts, params);
      if (!found) return [];
      const { declared, mentioned } = found.sid;
      const ranges = context.includeDeclaration ? [...declared, ...mentioned] : mentioned;
      return ranges.map((range) => ({
        uri: params.textDocument.uri,
        range: toRange(range, found.opened.document),
      }));
    }),
  );
  connection.onPrepareRename((params, token) =>
    guard<PrepareRenameResult | null>('Renaming', token, connection.console, null, async () => {
      const found = await find(parts, params);
      return found && { range: toRange(found.sid.here, found.opened.document), placeholder: found.sid.name };
    }),
  );
  connection.onRenameRequest(({ newName, ...params }, token) =>
    guard<WorkspaceEdit | null | ResponseError>('Renaming', token, connection.console, null, async () => {
      const found = await find(parts, params);
      if (!found)
        return new ResponseError(LSPErrorCodes.RequestFailed, 'Only the Sid of a statement can be renamed.');
      const { document, file } = found.opened;
      const edits = renameSid(file.policy, found.sid, newName, file.kind.kind);
      return typeof edits === 'string'
        ? new ResponseError(LSPErrorCodes.RequestFailed, edits)
        : toWorkspaceEdit(edits, document);
    }),
  );
}

async function find(
  parts: ServerParts,
  { textDocument, position }: TextDocumentPositionParams,
): Promise<{ readonly opened: Opened; readonly sid: SidName } | null> {
  const document = parts.documents.get(textDocument.uri);
  if (!document) return null;
  const settings = await parts.settings.get(document.uri);
  const offset = document.offsetAt(position);
  for (const file of parts.policiesAt(document, offset, settings)) {
    const sid = sidAt(file.policy, document.getText(), offset);
    if (sid) return { opened: { document, settings, file }, sid };
  }
  return null;
}
