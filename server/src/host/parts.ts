import type { Connection, TextDocuments } from 'vscode-languageserver/node';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { ServerSettings } from '../protocol/settings';
import type { Catalog, PolicyFile, PolicyService } from '../service';
import type { HeldAccount } from './heldAccount';
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
  /** The policy in an open document. */
  readonly policyIn: (document: TextDocument, settings: ServerSettings) => PolicyFile | undefined;
  /** The policy in another text of that document. */
  readonly read: (document: TextDocument, text: string, settings: ServerSettings) => PolicyFile | undefined;
  /** The policy that an empty document may become. */
  readonly policyToBe: (document: TextDocument) => PolicyFile | undefined;
  /** What the account at hand has. */
  readonly account: HeldAccount;
}
