import { type Connection, DidChangeConfigurationNotification } from 'vscode-languageserver/node';
import { defaultSettings, type ServerSettings } from '../protocol/settings';

const section = 'trustwright';

/** The editor's settings, fetched when first needed and dropped when they change. */
export class Settings {
  private current: Promise<ServerSettings> | undefined;

  constructor(
    private readonly connection: Connection,
    private readonly client: { canAsk: boolean; canRegister: boolean; initial: unknown },
    private readonly onChange: () => void,
  ) {
    connection.onDidChangeConfiguration(({ settings }: { settings: unknown }) => {
      if (!client.canAsk) client.initial = (settings as Record<string, unknown> | undefined)?.[section];
      this.current = undefined;
      this.onChange();
    });
  }

  /** Asks to be told of changes; call once the client is initialised. */
  async register(): Promise<void> {
    if (!this.client.canRegister) return;
    await this.connection.client.register(DidChangeConfigurationNotification.type, { section });
  }

  get(): Promise<ServerSettings> {
    return (this.current ??= this.fetch());
  }

  private async fetch(): Promise<ServerSettings> {
    const raw: unknown = this.client.canAsk
      ? await this.connection.workspace.getConfiguration(section)
      : this.client.initial;
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
}
