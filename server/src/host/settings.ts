import type { Connection } from 'vscode-languageserver/node';
import { DidChangeConfigurationNotification } from './lsp';
import { defaultSettings, type ServerSettings } from '../protocol/settings';

const section = 'trustwright';

/**
 * The editor's settings for each resource: a folder of the workspace can have its own. Fetched when first needed, dropped
 * when they change and when the resource is closed. Resources with the same settings share one object.
 */
export class Settings {
  private readonly held = new Map<string, Promise<ServerSettings>>();
  private readonly distinct = new Map<string, ServerSettings>();

  constructor(
    private readonly connection: Connection,
    private readonly client: { canAsk: boolean; canRegister: boolean; initial: unknown },
    private readonly onChange: () => void,
  ) {
    connection.onDidChangeConfiguration(({ settings }: { settings: unknown }) => {
      if (!client.canAsk) client.initial = (settings as Record<string, unknown> | undefined)?.[section];
      this.held.clear();
      this.distinct.clear();
      this.onChange();
    });
  }

  /** Asks to be told of changes; call once the client is initialised. */
  async register(): Promise<void> {
    if (!this.client.canRegister) return;
    await this.connection.client.register(DidChangeConfigurationNotification.type, { section });
  }

  /** The settings that hold for a resource; without one, those of the workspace. */
  get(uri?: string): Promise<ServerSettings> {
    const key = this.client.canAsk ? (uri ?? '') : '';
    const held = this.held.get(key) ?? this.fetch(key);
    this.held.set(key, held);
    return held;
  }

  /** Drops what is held of a resource that was closed. */
  forget(uri: string): void {
    this.held.delete(uri);
  }

  private async fetch(scopeUri: string): Promise<ServerSettings> {
    const raw: unknown = this.client.canAsk
      ? await this.connection.workspace.getConfiguration({ section, ...(scopeUri && { scopeUri }) })
      : this.client.initial;
    return this.shared(complete(raw));
  }

  private shared(settings: ServerSettings): ServerSettings {
    const key = JSON.stringify(settings);
    const known = this.distinct.get(key) ?? settings;
    this.distinct.set(key, known);
    return known;
  }
}

function complete(raw: unknown): ServerSettings {
  const given = (typeof raw === 'object' && raw !== null ? raw : {}) as Partial<ServerSettings>;
  return {
    files: given.files ?? defaultSettings.files,
    trustPolicyQuota: given.trustPolicyQuota ?? defaultSettings.trustPolicyQuota,
    severity: given.severity ?? defaultSettings.severity,
    codeLens: given.codeLens ?? defaultSettings.codeLens,
    statementSummaries: given.statementSummaries ?? defaultSettings.statementSummaries,
    inlayHints: given.inlayHints ?? defaultSettings.inlayHints,
    links: given.links ?? defaultSettings.links,
  };
}
