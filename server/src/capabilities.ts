import type { ClientCapabilities, Connection, ServerCapabilities } from 'vscode-languageserver/node';
import {
  DocumentFormattingRequest,
  DocumentRangeFormattingRequest,
  DocumentSymbolRequest,
  FoldingRangeRequest,
  SelectionRangeRequest,
  TextDocumentSyncKind,
} from './host/lsp';
import { codeActionKinds } from './handlers/codeActions';
import { tokenLegend } from './handlers/semanticTokens';
import { livePolicyLanguage, livePolicyScheme } from './protocol/livePolicies';
import type { ClientOptions } from './protocol/clientOptions';

/** What the server does for every policy, whatever language the editor takes it for. */
export function capabilities(client: ClientCapabilities, options: ClientOptions): ServerCapabilities {
  return {
    textDocumentSync: TextDocumentSyncKind.Incremental,
    completionProvider: { triggerCharacters: ['"', ':', '{', '[', '$'], resolveProvider: true },
    hoverProvider: true,
    codeLensProvider: { resolveProvider: false },
    codeActionProvider: { codeActionKinds },
    documentLinkProvider: { resolveProvider: false },
    inlayHintProvider: { resolveProvider: false },
    referencesProvider: true,
    renameProvider: { prepareProvider: true },
    semanticTokensProvider: { legend: tokenLegend, full: true, range: true },
    ...(!leavesJson(client, options) && jsonCapabilities),
    ...(client.textDocument?.diagnostic && {
      diagnosticProvider: {
        identifier: 'trustwright',
        // Files of a module say something about each other; an editor that can be asked to look again is asked.
        interFileDependencies: !client.workspace?.diagnostics?.refreshSupport,
        workspaceDiagnostics: false,
      },
    }),
  };
}

/** What an editor that knows JSON does itself for files of that language. */
const jsonCapabilities: ServerCapabilities = {
  documentFormattingProvider: true,
  documentRangeFormattingProvider: true,
  documentSymbolProvider: true,
  foldingRangeProvider: true,
  selectionRangeProvider: true,
};

/**
 * Whether the editor lays out, folds and outlines JSON itself, so that a second formatter would make it ask which to
 * take, and a second outline would stand below the first.
 */
function leavesJson({ textDocument }: ClientCapabilities, { knowsJson }: ClientOptions): boolean {
  return Boolean(knowsJson && textDocument?.formatting?.dynamicRegistration);
}

/** Offers the same for policies alone where JSON is left to the editor. Call once the client is initialised. */
export async function registerForPolicies(
  { client: registry }: Connection,
  client: ClientCapabilities,
  options: ClientOptions,
): Promise<void> {
  if (!leavesJson(client, options)) return;
  const documentSelector = [
    ...['file', 'untitled'].map((scheme) => ({ language: 'iam-policy', scheme })),
    { language: livePolicyLanguage, scheme: livePolicyScheme },
  ];
  const own = { documentSelector };
  await registry.register(DocumentFormattingRequest.type, own);
  await registry.register(DocumentRangeFormattingRequest.type, own);
  await registry.register(DocumentSymbolRequest.type, own);
  await registry.register(FoldingRangeRequest.type, own);
  await registry.register(SelectionRangeRequest.type, own);
}
