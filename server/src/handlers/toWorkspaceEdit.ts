import type { WorkspaceEdit } from 'vscode-languageserver/node';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { TextEdit } from '../service';

/** Edits of one document as the protocol has them. */
export function toWorkspaceEdit(edits: readonly TextEdit[], document: TextDocument): WorkspaceEdit {
  return {
    changes: {
      [document.uri]: edits.map(({ range, newText }) => ({
        range: { start: document.positionAt(range.start), end: document.positionAt(range.end) },
        newText,
      })),
    },
  };
}
