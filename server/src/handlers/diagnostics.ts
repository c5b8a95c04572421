import type {
  Diagnostic,
  DiagnosticServerCancellationData,
  DocumentDiagnosticReport,
} from 'vscode-languageserver/node';
import { DocumentDiagnosticReportKind } from '../host/lsp';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { guard } from '../host/guard';
import type { ServerParts } from '../host/parts';
import { restsOnOthers } from '../service';
import { toDiagnostics } from './toDiagnostics';

/** All diagnostics of a document; none for a text that is no policy. */
export async function diagnose(document: TextDocument, parts: ServerParts): Promise<Diagnostic[]> {
  const settings = await parts.settings.get(document.uri);
  const rests = restsOnOthers(parts.opened(document, settings)?.facts ?? []);
  const beside = rests ? await parts.modules.beside(document.uri) : undefined;
  // Meanwhile somebody may have typed.
  const opened = parts.opened(document, settings);
  if (!opened || document.getText().trim() === '') return [];
  const findings = parts.service(settings).checkAll(opened, document.getText(), beside?.facts);
  return toDiagnostics(findings, document, (path) => beside?.documentOf(path));
}

/** Answers the editor when it asks for diagnostics (pull). */
export function handlePullDiagnostics(parts: ServerParts): void {
  const { connection, documents } = parts;
  const nothing: DocumentDiagnosticReport = { kind: DocumentDiagnosticReportKind.Full, items: [] };
  connection.languages.diagnostics.on(({ textDocument }, token) =>
    guard<DocumentDiagnosticReport, DiagnosticServerCancellationData>(
      'Diagnostics',
      token,
      connection.console,
      nothing,
      async () => {
        const document = documents.get(textDocument.uri);
        return document ? { ...nothing, items: await diagnose(document, parts) } : nothing;
      },
    ),
  );
}
