import {
  type Event,
  EventEmitter,
  type FileChangeEvent,
  FileChangeType,
  FilePermission,
  type FileStat,
  type FileSystemProvider,
  FileSystemError,
  FileType,
  type TextDocumentWillSaveEvent,
  TextDocumentSaveReason,
  type Uri,
  workspace,
} from 'vscode';
import { livePolicyScheme } from '../../../server/src/protocol/livePolicies';
import type { Connection } from '../aws/api';
import type { Disposable } from '../emitter';
import { inertInMessage } from '../inert';
import { type LivePolicy, policyAt } from './livePolicy';
import { mayWrite } from './mayWrite';
import { readShown, type RemotePolicy } from './remote';
import { laidOut } from './text';

/** A policy that was read, as the editor has it. */
interface Opened {
  readonly remote: RemotePolicy;
  readonly content: Uint8Array;
  /** Milliseconds since 1970 when this content was first seen here. */
  readonly mtime: number;
  readonly isReadOnly: boolean;
}

/** Saves a document's text, asking the person. Throws where nothing was written. */
export type SaveLive = (
  uri: Uri,
  policy: LivePolicy,
  edited: string,
  opened: RemotePolicy,
) => Promise<RemotePolicy>;

/** Policies of the account as files of the editor: read when opened, written only with the person's consent. */
export class LiveFiles implements FileSystemProvider, Disposable {
  readonly #changed = new EventEmitter<FileChangeEvent[]>();
  readonly onDidChangeFile: Event<FileChangeEvent[]> = this.#changed.event;
  readonly #opened = new Map<string, Opened>();
  readonly #savedBy = new Map<string, TextDocumentSaveReason>();
  readonly #owned: Disposable[];

  constructor(
    private readonly connection: () => Promise<Connection>,
    private readonly saveLive: SaveLive,
  ) {
    this.#owned = [
      this.#changed,
      workspace.registerFileSystemProvider(livePolicyScheme, this, { isCaseSensitive: true }),
      workspace.onWillSaveTextDocument((event) => {
        this.#noteReason(event);
      }),
      workspace.onDidCloseTextDocument(({ uri }) => {
        if (uri.scheme === livePolicyScheme) this.#opened.delete(uri.toString());
      }),
    ];
  }

  async stat(uri: Uri): Promise<FileStat> {
    const { content, mtime, isReadOnly } = this.#opened.get(uri.toString()) ?? (await this.#read(uri));
    return {
      type: FileType.File,
      ctime: 0,
      mtime,
      size: content.length,
      ...(isReadOnly && { permissions: FilePermission.Readonly }),
    };
  }

  async readFile(uri: Uri): Promise<Uint8Array> {
    return (await this.#read(uri)).content;
  }

  async writeFile(uri: Uri, content: Uint8Array): Promise<void> {
    const policy = this.#policy(uri);
    const reason = this.#savedBy.get(uri.toString()) ?? TextDocumentSaveReason.Manual;
    this.#savedBy.delete(uri.toString());
    if (reason !== TextDocumentSaveReason.Manual)
      throw FileSystemError.Unavailable('A policy in AWS is written only when you save it yourself');
    const opened = this.#opened.get(uri.toString()) ?? (await this.#read(uri));
    if (opened.isReadOnly) throw FileSystemError.NoPermissions('You may not change this policy');
    const edited = new TextDecoder().decode(content);
    const remote = await this.#translating(() => this.saveLive(uri, policy, edited, opened.remote));
    this.#opened.set(uri.toString(), { ...opened, remote, content, mtime: Date.now() });
  }

  /** Tells the editor that a document is to be read again, as after a change was taken back. */
  changed(uri: Uri): void {
    this.#opened.delete(uri.toString());
    this.#changed.fire([{ type: FileChangeType.Changed, uri }]);
  }

  watch(): Disposable {
    return { dispose: () => undefined };
  }

  readDirectory(): [string, FileType][] {
    return [];
  }

  createDirectory(uri: Uri): void {
    throw FileSystemError.NoPermissions(uri);
  }

  delete(uri: Uri): void {
    throw FileSystemError.NoPermissions(uri);
  }

  rename(uri: Uri): void {
    throw FileSystemError.NoPermissions(uri);
  }

  dispose(): void {
    for (const owned of this.#owned) owned.dispose();
  }

  #noteReason({ document, reason }: TextDocumentWillSaveEvent): void {
    if (document.uri.scheme === livePolicyScheme) this.#savedBy.set(document.uri.toString(), reason);
  }

  #policy(uri: Uri): LivePolicy {
    const policy = policyAt(uri.path);
    if (policy === undefined) throw FileSystemError.FileNotFound(uri);
    if (!workspace.isTrusted)
      throw FileSystemError.Unavailable(
        'Your AWS account is not contacted from a workspace that is not trusted',
      );
    return policy;
  }

  async #read(uri: Uri): Promise<Opened> {
    const policy = this.#policy(uri);
    return this.#translating(async () => {
      const connection = await this.connection();
      await this.#isHere(connection, policy);
      const before = this.#opened.get(uri.toString());
      const [remote, isWritable] = await Promise.all([
        readShown(connection, policy),
        before ? !before.isReadOnly : mayWrite(connection, policy),
      ]);
      const content = new TextEncoder().encode(laidOut(remote.text));
      const isSame = before?.remote.text === remote.text;
      const opened = { remote, content, isReadOnly: !isWritable, mtime: isSame ? before.mtime : Date.now() };
      this.#opened.set(uri.toString(), opened);
      return opened;
    });
  }

  /** A document that was left open must not show the policy of the same name in another account. */
  async #isHere({ sts, place }: Connection, { account }: LivePolicy): Promise<void> {
    const here = (await sts.identity()).account;
    if (here === account) return;
    throw FileSystemError.Unavailable(
      `This policy belongs to account ${account}; profile ${place.profile ?? 'default'} leads to account ${here}`,
    );
  }

  /** The editor shows the message of its own kind of error as it is. */
  async #translating<T>(work: () => Promise<T>): Promise<T> {
    try {
      return await work();
    } catch (error) {
      if (error instanceof FileSystemError) throw error;
      throw FileSystemError.Unavailable(
        inertInMessage(error instanceof Error ? error.message : String(error), 600),
      );
    }
  }
}
