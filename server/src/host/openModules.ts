import { basename, dirname } from 'node:path';
import type { Connection, TextDocuments } from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { URI } from 'vscode-uri';
import {
  type HostDocument,
  isModuleFile,
  isSameFacts,
  languageOfFile,
  type ModuleFacts,
  type TemplateFact,
} from '../service';
import { DidChangeWatchedFilesNotification } from './lsp';
import { ModuleFiles } from './moduleFiles';

/** The other files of a document's module. */
export interface Beside {
  readonly facts: ModuleFacts;
  documentOf(path: string): TextDocument | undefined;
}

/** Milliseconds of quiet after which documents are looked at again that others say something about. */
const quiet = 200;

/** Modules that open documents are parts of, with what is typed and not yet saved. */
export class OpenModules {
  private readonly files: ModuleFiles;
  private readonly changed = new Set<string>();
  private timer: NodeJS.Timeout | undefined;
  private isWatching = false;

  /**
   * @param factsOf an open document
   * @param onChange is told of documents that have to be looked at again
   */
  constructor(
    private readonly connection: Connection,
    private readonly documents: TextDocuments<TextDocument>,
    private readonly options: {
      readonly canWatch: boolean;
      readonly factsOf: (document: TextDocument) => readonly TemplateFact[];
      readonly onChange: (documents: readonly TextDocument[]) => void;
    },
  ) {
    this.files = new ModuleFiles((path) => {
      const document = this.documentAt(path);
      return document && { text: document.getText(), facts: options.factsOf(document) };
    });
    connection.onDidChangeWatchedFiles(({ changes }) => {
      for (const { uri } of changes) this.touch(uri);
    });
    connection.onShutdown(() => clearTimeout(this.timer));
  }

  /** What stands beside a document; undefined where it is no part of a module on disk. */
  async beside(uri: string): Promise<Beside | undefined> {
    const path = pathOf(uri);
    if (path === undefined) return undefined;
    this.watch();
    const files = await this.files.beside(path);
    return {
      facts: new Map([...files].map(([other, { facts }]) => [other, facts])),
      documentOf: (other) => {
        const text = files.get(other)?.text ?? '';
        return (
          this.documentAt(other) ??
          TextDocument.create(URI.file(other).toString(), languageOfFile(basename(other)), 0, text)
        );
      },
    };
  }

  /** A document was read: what it says may make others right or wrong. */
  read(uri: string, now: HostDocument | undefined, before: HostDocument | undefined): void {
    const path = pathOf(uri);
    if (path === undefined) return;
    const said = before ? before.facts : this.files.lastRead(path)?.facts;
    if (said && !isSameFacts(said, now?.facts ?? [])) this.touch(uri);
  }

  /** A document was closed: the file on disk counts again. */
  closed(uri: string): void {
    const path = pathOf(uri);
    if (path === undefined) return;
    if (this.openIn(dirname(path)).length === 0) this.files.forget(dirname(path));
    else this.touch(uri);
  }

  private touch(uri: string): void {
    const path = pathOf(uri);
    if (path === undefined || !this.openIn(dirname(path)).some((one) => one.uri !== uri)) return;
    this.changed.add(dirname(path));
    clearTimeout(this.timer);
    this.timer = setTimeout(() => {
      const documents = [...this.changed].flatMap((folder) => this.openIn(folder));
      this.changed.clear();
      if (documents.length > 0) this.options.onChange(documents);
    }, quiet);
  }

  /** Asks to be told of files that change on disk; once there is a module. */
  private watch(): void {
    if (this.isWatching || !this.options.canWatch) return;
    this.isWatching = true;
    void this.connection.client.register(DidChangeWatchedFilesNotification.type, {
      watchers: [{ globPattern: '**/*.{tf,tofu,tf.json,tofu.json}' }],
    });
  }

  private openIn(folder: string): TextDocument[] {
    return this.documents.all().filter(({ uri }) => {
      const path = pathOf(uri);
      return path !== undefined && dirname(path) === folder;
    });
  }

  private documentAt(path: string): TextDocument | undefined {
    return this.documents.all().find(({ uri }) => pathOf(uri) === path);
  }
}

/** The path of a file that is a part of a module. */
function pathOf(uri: string): string | undefined {
  if (!uri.startsWith('file:') || !/(tf|tofu)(\.json)?$/i.test(uri)) return undefined;
  const { fsPath } = URI.parse(uri);
  return isModuleFile(basename(fsPath)) ? fsPath : undefined;
}
