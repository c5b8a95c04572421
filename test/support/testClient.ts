import { PassThrough } from 'node:stream';
import {
  type ClientCapabilities,
  type CodeAction,
  CodeActionRequest,
  type CompletionItem,
  CompletionRequest,
  CompletionResolveRequest,
  createProtocolConnection,
  DidChangeTextDocumentNotification,
  DidCloseTextDocumentNotification,
  DidOpenTextDocumentNotification,
  type Diagnostic,
  type DocumentDiagnosticReport,
  DocumentDiagnosticRequest,
  type Hover,
  HoverRequest,
  InitializedNotification,
  InitializeRequest,
  type InitializeResult,
  type Position,
  type ProtocolConnection,
  PublishDiagnosticsNotification,
  type PublishDiagnosticsParams,
  StreamMessageReader,
  StreamMessageWriter,
  type TextDocumentContentChangeEvent,
} from 'vscode-languageserver/node';
import { createConnection } from 'vscode-languageserver/node';
import { startServer } from '../../server/src/server';
import { testCatalog } from './catalog';

/** A client and the real server in one process, with streams between them. */
export class TestClient {
  readonly published: PublishDiagnosticsParams[] = [];
  private constructor(
    readonly connection: ProtocolConnection,
    readonly initialized: InitializeResult,
  ) {}

  static async start(
    capabilities: ClientCapabilities = {},
    initializationOptions?: unknown,
    prepare: (connection: ProtocolConnection) => void = () => undefined,
  ): Promise<TestClient> {
    const [up, down] = [new PassThrough(), new PassThrough()];
    startServer(createConnection(new StreamMessageReader(up), new StreamMessageWriter(down)), testCatalog);
    const connection = createProtocolConnection(new StreamMessageReader(down), new StreamMessageWriter(up));
    prepare(connection);
    connection.listen();
    const result = await connection.sendRequest(InitializeRequest.type, {
      processId: null,
      rootUri: null,
      capabilities,
      initializationOptions,
    });
    const client = new TestClient(connection, result);
    connection.onNotification(
      PublishDiagnosticsNotification.type,
      (params) => void client.published.push(params),
    );
    await connection.sendNotification(InitializedNotification.type, {});
    return client;
  }

  async open(uri: string, text: string, languageId = 'json'): Promise<void> {
    await this.connection.sendNotification(DidOpenTextDocumentNotification.type, {
      textDocument: { uri, languageId, version: 1, text },
    });
  }

  async change(
    uri: string,
    version: number,
    ...contentChanges: TextDocumentContentChangeEvent[]
  ): Promise<void> {
    const textDocument = { uri, version };
    await this.connection.sendNotification(DidChangeTextDocumentNotification.type, {
      textDocument,
      contentChanges,
    });
  }

  async close(uri: string): Promise<void> {
    await this.connection.sendNotification(DidCloseTextDocumentNotification.type, { textDocument: { uri } });
  }

  /** Codes of the document's diagnostics, as the server answers when asked. */
  async pullCodes(uri: string): Promise<string[]> {
    return (await this.pull(uri)).map(({ code }) => String(code));
  }

  /** All diagnostics, asked for. */
  async pull(uri: string): Promise<Diagnostic[]> {
    const report: DocumentDiagnosticReport = await this.connection.sendRequest(
      DocumentDiagnosticRequest.type,
      {
        textDocument: { uri },
      },
    );
    return report.kind === 'full' ? report.items : [];
  }

  async complete(uri: string, position: Position): Promise<CompletionItem[]> {
    const answer = await this.connection.sendRequest(CompletionRequest.type, {
      textDocument: { uri },
      position,
    });
    return Array.isArray(answer) ? answer : (answer?.items ?? []);
  }

  resolve(item: CompletionItem): Promise<CompletionItem> {
    return this.connection.sendRequest(CompletionResolveRequest.type, item);
  }

  hover(uri: string, position: Position): Promise<Hover | null> {
    return this.connection.sendRequest(HoverRequest.type, { textDocument: { uri }, position });
  }

  async codeActions(uri: string, diagnostic: Diagnostic): Promise<CodeAction[]> {
    const answer = await this.connection.sendRequest(CodeActionRequest.type, {
      textDocument: { uri },
      range: diagnostic.range,
      context: { diagnostics: [diagnostic] },
    });
    return (answer ?? []).filter((action): action is CodeAction => 'edit' in action);
  }

  stop(): void {
    this.connection.dispose();
  }
}
