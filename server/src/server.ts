import type { Connection, InitializeParams } from 'vscode-languageserver/node';
import { CodeLensRefreshRequest, InlayHintRefreshRequest, TextDocuments } from './host/lsp';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { handleCodeActions } from './handlers/codeActions';
import { handleCodeLens } from './handlers/codeLens';
import { handleCompletion } from './handlers/completion';
import { diagnose, handlePullDiagnostics } from './handlers/diagnostics';
import { handleFolding } from './handlers/folding';
import { handleFormatting } from './handlers/formatting';
import { handleHover } from './handlers/hover';
import { handlePolicyInspection } from './handlers/policyInspection';
import { handleTrustEvaluation } from './handlers/trustEvaluation';
import { handleInlayHints } from './handlers/inlayHints';
import { handleLinks } from './handlers/links';
import { handleNames } from './handlers/names';
import { handleSelection } from './handlers/selection';
import { handleSemanticTokens } from './handlers/semanticTokens';
import { handleSymbols } from './handlers/symbols';
import { capabilities, registerForPolicies } from './capabilities';
import { handleBoundary } from './handlers/boundary';
import { handlePolicyChange } from './handlers/policyChange';
import { handleServiceTrust } from './handlers/serviceTrust';
import { HeldAccount } from './host/heldAccount';
import { OpenModules } from './host/openModules';
import type { ServerParts } from './host/parts';
import { PolicyFiles, readPolicies } from './host/policyFiles';
import { PushDiagnostics } from './host/pushDiagnostics';
import { Settings } from './host/settings';
import type { ClientOptions } from './protocol/clientOptions';
import type { ServerSettings } from './protocol/settings';
import { type Catalog, createPolicyService, policiesAt, type PolicyService } from './service';

/** Serves the connection until it is closed. The catalog is opened when first needed. */
export function startServer(connection: Connection, openCatalog: () => Catalog): void {
  connection.onInitialize((params) => {
    const parts = build(connection, params, openCatalog);
    handleCodeActions(parts, optionsOf(params));
    handleCodeLens(parts);
    handleCompletion(parts, params.capabilities, optionsOf(params));
    handleFolding(parts);
    handleFormatting(parts);
    handleHover(parts);
    handlePolicyInspection(parts);
    handleTrustEvaluation(parts);
    handleInlayHints(parts);
    handleLinks(parts);
    handleNames(parts);
    handleSelection(parts);
    handleSemanticTokens(parts);
    handleSymbols(parts);
    handleBoundary(parts);
    handlePolicyChange(parts);
    handleServiceTrust(parts);
    parts.documents.listen(connection);
    return {
      serverInfo: { name: 'Trustwright' },
      capabilities: capabilities(params.capabilities, optionsOf(params)),
    };
  });
  connection.listen();
}

function build(connection: Connection, params: InitializeParams, openCatalog: () => Catalog): ServerParts {
  const { workspace, textDocument } = params.capabilities;
  const pulls = Boolean(textDocument?.diagnostic);
  const documents = new TextDocuments(TextDocument);
  const files = new PolicyFiles((uri, now, before) => modules.read(uri, now, before));
  const catalog = once(openCatalog);
  const settings = new Settings(
    connection,
    {
      canAsk: Boolean(workspace?.configuration),
      canRegister: Boolean(workspace?.didChangeConfiguration?.dynamicRegistration),
      initial: params.initializationOptions,
    },
    () => {
      if (push) push.refresh(documents.all());
      else void refreshPulled();
      if (workspace?.codeLens?.refreshSupport) void connection.sendRequest(CodeLensRefreshRequest.type);
      if (workspace?.inlayHint?.refreshSupport) void connection.sendRequest(InlayHintRefreshRequest.type);
    },
  );
  const modules = new OpenModules(connection, documents, {
    canWatch: Boolean(workspace?.didChangeWatchedFiles?.dynamicRegistration),
    factsOf: (document) => files.factsOf(document),
    onChange: (changed) => void (push ? push.refresh(changed) : refreshPulled()),
  });
  const parts: ServerParts = {
    connection,
    documents,
    settings,
    catalog,
    service: forEach((current) =>
      createPolicyService({
        catalog: catalog(),
        severity: current.severity,
        limits: { trustPolicy: current.trustPolicyQuota },
      }),
    ),
    opened: (document, current) => files.open(document, current),
    policiesAt: (document, offset, current) =>
      policiesAt(files.open(document, current)?.policies ?? [], offset),
    read: (document, text, current) => readPolicies(document, text, current)?.policies ?? [],
    modules,
    policyToBe: (document) => files.openEmpty(document),
    account: new HeldAccount(connection),
  };
  const push = pulls ? undefined : new PushDiagnostics(parts, diagnose);
  if (pulls) handlePullDiagnostics(parts);
  const refreshPulled = async () => {
    if (workspace?.diagnostics?.refreshSupport) await connection.languages.diagnostics.refresh();
  };
  documents.onDidClose(({ document }) => {
    files.close(document.uri);
    modules.closed(document.uri);
    settings.forget(document.uri);
  });
  connection.onInitialized(() => {
    void settings.register();
    void registerForPolicies(connection, params.capabilities, optionsOf(params));
  });
  return parts;
}

function optionsOf({ initializationOptions: options }: InitializeParams): ClientOptions {
  return typeof options === 'object' && options !== null ? (options as ClientOptions) : {};
}

function once<T>(make: () => T): () => T {
  let made: T | undefined;
  return () => (made ??= make());
}

/** Remembers the rules for all settings in use. */
function forEach(
  make: (settings: ServerSettings) => PolicyService,
): (settings: ServerSettings) => PolicyService {
  const made = new WeakMap<ServerSettings, PolicyService>();
  return (settings) => {
    const service = made.get(settings) ?? make(settings);
    made.set(settings, service);
    return service;
  };
}
