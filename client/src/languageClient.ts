import {
  commands,
  type Disposable,
  type ExtensionContext,
  type LogOutputChannel,
  type TextDocument,
  window,
  workspace,
} from 'vscode';
import {
  CloseAction,
  type ErrorHandler,
  ErrorAction,
  LanguageClient,
  type LanguageClientOptions,
  RevealOutputChannelOn,
  State,
  type ServerOptions,
  TransportKind,
} from 'vscode-languageclient/node';
import { accountValuesChanged, type AccountValues } from '../../server/src/protocol/accountValues';
import type { ClientOptions } from '../../server/src/protocol/clientOptions';
import { livePolicyScheme } from '../../server/src/protocol/livePolicies';
import { policyLanguages } from '../../server/src/protocol/languages';
import { ServerDeaths } from './serverDeaths';

const schemes = ['file', 'untitled', livePolicyScheme];

/** The language server's process as the editor sees it: started once, revived when it dies, restarted on request. */
export class PolicyLanguageClient {
  readonly #deaths = new ServerDeaths();
  readonly #client: LanguageClient;
  #account: AccountValues | null = null;
  /** Whether anybody has asked for the server. */
  #wanted = false;

  constructor(
    context: ExtensionContext,
    private readonly log: LogOutputChannel,
  ) {
    this.#client = new LanguageClient(
      'trustwright',
      'Trustwright',
      serverOptions(context.asAbsolutePath('dist/server.js')),
      this.#clientOptions(),
    );
    this.#client.onDidChangeState(({ newState }) => {
      if (newState === State.Running && this.#account) this.#sendAccount();
    });
  }

  /** Starts the server as soon as there is a document it could have to do with. */
  startWhenNeeded(): Disposable {
    const isOurs = ({ languageId }: TextDocument) => policyLanguages.includes(languageId);
    if (workspace.textDocuments.some(isOurs)) {
      void this.start();
      return { dispose: () => undefined };
    }
    const listener = workspace.onDidOpenTextDocument((document) => {
      if (!isOurs(document)) return;
      listener.dispose();
      void this.start();
    });
    return listener;
  }

  /** Starts the server. A failure is told to the person and never thrown. */
  async start(): Promise<void> {
    this.#wanted = true;
    try {
      await this.#client.start();
    } catch (error) {
      this.log.error('The policy language server did not start:', error);
      this.#tellItStopped('did not start');
    }
  }

  /** Stops the server, if it runs, and starts it afresh. */
  async restart(): Promise<void> {
    this.#deaths.reset();
    try {
      await this.#client.restart();
    } catch (error) {
      this.log.error('The policy language server did not restart:', error);
      this.#tellItStopped('did not start');
    }
  }

  /** Tells the server what the account has, for completion; null takes it back. Said again after a restart. */
  tellAccount(values: AccountValues | null): void {
    this.#account = values;
    if (this.#client.state === State.Running) this.#sendAccount();
  }

  /**
   * Asks the server something of ours, starting it if need be and waiting until it runs.
   * @returns null where the server does not run or does not know
   */
  async ask<T>(method: string, params: unknown): Promise<T | null> {
    try {
      if (!this.#wanted || this.#client.state === State.Starting) await this.start();
      if (this.#client.state !== State.Running) return null;
      return await this.#client.sendRequest<T | null>(method, params);
    } catch (error) {
      this.log.warn(`The policy language server did not answer ${method}:`, error);
      return null;
    }
  }

  #sendAccount(): void {
    this.#client.sendNotification(accountValuesChanged, this.#account).catch((error: unknown) => {
      this.log.warn('The policy language server was not told of the account:', error);
    });
  }

  async dispose(): Promise<void> {
    await this.#client.dispose().catch((error: unknown) => {
      this.log.warn('The policy language server did not stop cleanly:', error);
    });
  }

  #clientOptions(): LanguageClientOptions {
    return {
      documentSelector: policyLanguages.flatMap((language) =>
        schemes.map((scheme) => ({ language, scheme })),
      ),
      initializationOptions: {
        knowsJson: true,
        copiesText: true,
        suggestsAgain: true,
      } satisfies ClientOptions,
      synchronize: { configurationSection: 'trustwright' },
      diagnosticCollectionName: 'trustwright',
      outputChannel: this.log,
      revealOutputChannelOn: RevealOutputChannelOn.Never,
      errorHandler: this.#errorHandler(),
    };
  }

  #errorHandler(): ErrorHandler {
    return {
      error: (_error, _message, count) => ({
        action: count !== undefined && count <= 3 ? ErrorAction.Continue : ErrorAction.Shutdown,
        handled: true,
      }),
      closed: () => {
        if (this.#deaths.shouldRestart()) {
          return {
            action: CloseAction.Restart,
            message: 'The policy language server ended unexpectedly; starting it again.',
            handled: true,
          };
        }
        this.#tellItStopped('stopped repeatedly and is not started again');
        return {
          action: CloseAction.DoNotRestart,
          message: 'The policy language server died repeatedly; it is not started again.',
          handled: true,
        };
      },
    };
  }

  #tellItStopped(what: string): void {
    const showLog = 'Show Log';
    const restart = 'Restart Server';
    const message = `Trustwright's policy language server ${what}, so policies are not checked.`;
    void window.showErrorMessage(message, showLog, restart).then((choice) => {
      if (choice === showLog) void commands.executeCommand('trustwright.showLog');
      if (choice === restart) void commands.executeCommand('trustwright.restartServer');
    });
  }
}

const serverOptions = (module: string): ServerOptions => ({
  run: { module, transport: TransportKind.ipc },
  debug: { module, transport: TransportKind.ipc, options: { execArgv: ['--nolazy', '--inspect=6009'] } },
});
