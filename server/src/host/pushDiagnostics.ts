import type { Diagnostic } from 'vscode-languageserver/node';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { ServerParts } from './parts';

/** Milliseconds of quiet after a change before diagnostics are sent. */
const quiet = 50;

/** Sends diagnostics to editors that do not ask for them. Closing a document drops what is under way for it. */
export class PushDiagnostics {
  private readonly timers = new Map<string, NodeJS.Timeout>();

  constructor(
    private readonly parts: ServerParts,
    private readonly diagnose: (document: TextDocument, parts: ServerParts) => Promise<Diagnostic[]>,
  ) {
    parts.documents.onDidChangeContent(({ document }) => this.schedule(document));
    parts.documents.onDidClose(({ document }) => this.clear(document.uri));
  }

  /** Looks at documents again, as after a change of settings. */
  refresh(documents: readonly TextDocument[]): void {
    for (const document of documents) this.schedule(document);
  }

  private schedule(document: TextDocument): void {
    clearTimeout(this.timers.get(document.uri));
    this.timers.set(
      document.uri,
      setTimeout(() => void this.send(document), quiet),
    );
  }

  private async send({ uri }: TextDocument): Promise<void> {
    const { documents, connection } = this.parts;
    this.timers.delete(uri);
    const document = documents.get(uri);
    if (!document) return;
    try {
      const { version } = document;
      const diagnostics = await this.diagnose(document, this.parts);
      if (documents.get(uri)?.version === version) {
        await connection.sendDiagnostics({ uri, version, diagnostics });
      }
    } catch (error) {
      connection.console.error(`Diagnostics failed: ${String(error)}`);
    }
  }

  private clear(uri: string): void {
    clearTimeout(this.timers.get(uri));
    this.timers.delete(uri);
    void this.parts.connection.sendDiagnostics({ uri, diagnostics: [] });
  }
}
