import { type ChildProcess, fork } from 'node:child_process';
import { readFileSync } from 'node:fs';
import {
  type CompletionClientCapabilities,
  CompletionItemTag,
  CompletionRequest,
  createProtocolConnection,
  DidChangeTextDocumentNotification,
  DidOpenTextDocumentNotification,
  DocumentDiagnosticRequest,
  HoverRequest,
  InitializedNotification,
  InitializeRequest,
  IPCMessageReader,
  IPCMessageWriter,
  type Position,
  type ProtocolConnection,
} from 'vscode-languageserver/node';

/** As VS Code tells of itself. */
const completionOfEditor: CompletionClientCapabilities = {
  completionItem: { snippetSupport: true, tagSupport: { valueSet: [CompletionItemTag.Deprecated] } },
  completionList: {
    itemDefaults: ['commitCharacters', 'editRange', 'insertTextFormat', 'insertTextMode', 'data'],
  },
};

/** A server process on the other end of an IPC channel, as an editor starts it. */
export class IpcClient {
  private version = 1;
  private constructor(
    private readonly child: ChildProcess,
    readonly connection: ProtocolConnection,
  ) {}

  static async start(module: string): Promise<IpcClient> {
    const child = fork(module, ['--node-ipc'], { stdio: ['ignore', 'ignore', 'inherit', 'ipc'] });
    const connection = createProtocolConnection(new IPCMessageReader(child), new IPCMessageWriter(child));
    connection.listen();
    await connection.sendRequest(InitializeRequest.type, {
      processId: process.pid,
      rootUri: null,
      capabilities: { textDocument: { diagnostic: {}, completion: completionOfEditor } },
    });
    await connection.sendNotification(InitializedNotification.type, {});
    return new IpcClient(child, connection);
  }

  open(uri: string, text: string): Promise<void> {
    return this.connection.sendNotification(DidOpenTextDocumentNotification.type, {
      textDocument: { uri, languageId: 'iam-policy', version: this.version, text },
    });
  }

  diagnose(uri: string) {
    return this.connection.sendRequest(DocumentDiagnosticRequest.type, { textDocument: { uri } });
  }

  complete(uri: string, position: Position) {
    return this.connection.sendRequest(CompletionRequest.type, { textDocument: { uri }, position });
  }

  hover(uri: string, position: Position) {
    return this.connection.sendRequest(HoverRequest.type, { textDocument: { uri }, position });
  }

  /** Types a character at the start of the text, or takes it away again, and asks for diagnostics. */
  async edit(uri: string): Promise<void> {
    this.version++;
    const insert = this.version % 2 === 0;
    const range = { start: { line: 0, character: 0 }, end: { line: 0, character: insert ? 0 : 1 } };
    await this.connection.sendNotification(DidChangeTextDocumentNotification.type, {
      textDocument: { uri, version: this.version },
      contentChanges: [{ range, text: insert ? ' ' : '' }],
    });
    await this.diagnose(uri);
  }

  /** Resident memory in MB. Linux only; NaN elsewhere. */
  memory(): number {
    try {
      const status = readFileSync(`/proc/${this.child.pid}/status`, 'utf8');
      return Number(/VmRSS:\s+(\d+)/.exec(status)?.[1]) / 1024;
    } catch {
      return NaN;
    }
  }

  stop(): void {
    this.connection.dispose();
    this.child.kill();
  }
}
