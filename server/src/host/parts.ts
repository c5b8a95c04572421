import type { Connection, TextDocuments } from 'vscode-languageserver/node';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { ServerSettings } from '../protocol/settings';
import type { Catalog, HostDocument, PolicyFile, PolicyService } from '../service';
import type { HeldAccount } from './heldAccount';
import type { OpenModules } from './openModules';
import type { Settings } from './settings';

/** What the handlers work with. */
export interface ServerParts {
  readonly connection: Connection;
  readonly documents: TextDocuments<TextDocument>;
  readonly settings: Settings;
  /** Opened when first asked for. */
  readonly catalog: () => Catalog;
  /** The rules under the given settings; kept while they stay the same. */
  readonly service: (settings: ServerSettings) => PolicyService;
  /** An open document with its policies; undefined where it has none. */
  readonly opened: (document: TextDocument, settings: ServerSettings) => HostDocument | undefined;
  /** The policies of an open document around the offset, the one that says most of it first. */
  readonly policiesAt: (
    document: TextDocument,
    offset: number,
    settings: ServerSettings,
  ) => readonly PolicyFile[];
  /** The policies in another text of that document. */
  readonly read: (document: TextDocument, text: string, settings: ServerSettings) => readonly PolicyFile[];
  /** Modules of several files that open documents are parts of. */
  readonly modules: OpenModules;
  /** The policy that an empty document may become. */
  readonly policyToBe: (document: TextDocument) => PolicyFile | undefined;
  /** What the account at hand has. */
  readonly account: HeldAccount;
}
