import { type LogOutputChannel, type Terminal, ThemeColor, ThemeIcon, window } from 'vscode';
import type { Connection } from '../aws/api';
import { accountInArn, nameInArn } from '../aws/model';
import type { Disposable } from '../emitter';
import { guarded } from '../errors';
import { inert, inertInMessage } from '../inert';
import { type CredentialDoor, CredentialEndpoint } from './credentialEndpoint';
import { configFile, terminalEnvironment } from './environment';
import { writeTerminalFiles } from './files';
import { identityProblem } from './identity';
import type { RoleSession, SessionEvent } from './session';
import { clockTime, SessionStatus } from './sessionStatus';

/** A session and what its terminal is to be. */
export interface RoleTerminalRequest {
  readonly session: RoleSession;
  readonly connection: Connection;
  readonly roleArn: string;
  readonly sessionName: string;
  /** Gets new credentials with the person's help, where the session cannot be renewed without. */
  readonly renewByHand?: () => Promise<void>;
}

interface RoleTerminal extends RoleTerminalRequest, Disposable {
  readonly terminal: Terminal;
}

/** The terminals that act as a role. Each has a session and a door of its own; both end with the terminal. */
export class RoleTerminals implements Disposable {
  readonly #endpoint = new CredentialEndpoint();
  readonly #terminals = new Map<Terminal, RoleTerminal>();
  readonly #status = new SessionStatus();
  readonly #owned: Disposable[];

  /** @param folder where the secret-free files of the terminals go */
  constructor(
    private readonly folder: string,
    private readonly log: LogOutputChannel,
  ) {
    this.#owned = [
      this.#endpoint,
      this.#status,
      window.onDidCloseTerminal((terminal) => {
        this.#close(terminal);
      }),
      window.onDidChangeActiveTerminal(() => {
        this.#showStatus();
      }),
    ];
  }

  /** Opens a terminal whose programs act as the role, and checks with AWS that they do. */
  async open(request: RoleTerminalRequest): Promise<void> {
    const { session, connection, roleArn } = request;
    const door = await this.#endpoint.open(session.credentials);
    const terminal = await this.#createTerminal(request, door).catch((error: unknown) => {
      door.dispose();
      throw error;
    });
    const listener = session.onEvent((event) => {
      this.#heard(terminal, event);
    });
    const dispose = () => {
      for (const owned of [listener, door, session]) owned.dispose();
    };
    this.#terminals.set(terminal, { ...request, terminal, dispose });
    this.log.info(`Opened a terminal as ${roleArn} in ${connection.place.region}`);
    terminal.show();
    this.#showStatus();
    await this.#verify(terminal, request);
  }

  /** Whether a terminal holds this session, and ends it in time. */
  owns(session: RoleSession): boolean {
    return [...this.#terminals.values()].some((each) => each.session === session);
  }

  dispose(): void {
    for (const terminal of [...this.#terminals.keys()]) this.#close(terminal);
    for (const owned of this.#owned) owned.dispose();
  }

  async #createTerminal(request: RoleTerminalRequest, door: CredentialDoor): Promise<Terminal> {
    const { connection, roleArn, session } = request;
    const { place, settings } = connection;
    const files = await writeTerminalFiles(this.folder, configFile(place, settings));
    const account = accountInArn(roleArn) ?? '';
    const renewal = session.isRenewable ? 'renewed automatically' : 'not renewed without a new MFA code';
    return window.createTerminal({
      name: `${nameInArn(roleArn)} @ ${account}`,
      iconPath: new ThemeIcon('key'),
      color: new ThemeColor('terminal.ansiYellow'),
      env: terminalEnvironment({ place, settings, door, files, inherited: process.env }),
      // A terminal restored without its session would act as somebody else under this name.
      isTransient: true,
      message: inert(
        `Programs in this terminal act as role ${nameInArn(roleArn)} of account ${account} in ${place.region} ` +
          `until ${clockTime(session.expiresAt)}, ${renewal}. Close the terminal to end the session.`,
        400,
      ),
    });
  }

  async #verify(
    terminal: Terminal,
    { session, connection, roleArn, sessionName }: RoleTerminalRequest,
  ): Promise<void> {
    const credentials = session.credentials();
    if (credentials === undefined) return;
    const identity = await connection.sts.identity(credentials);
    const problem = identityProblem(roleArn, sessionName, identity);
    if (problem === undefined) return;
    this.#close(terminal);
    terminal.dispose();
    await window.showErrorMessage('The terminal was closed: it has the wrong identity.', {
      modal: true,
      detail: inertInMessage(problem, 500),
    });
  }

  #heard(terminal: Terminal, event: SessionEvent): void {
    this.#showStatus();
    const known = this.#terminals.get(terminal);
    if (known === undefined) return;
    const role = nameInArn(known.roleArn);
    const until = clockTime(known.session.expiresAt);
    switch (event.kind) {
      case 'renewed':
        this.log.info(`Renewed the session of ${known.roleArn} until ${until}`);
        return;
      case 'renewalFailed':
        this.log.warn(`Could not renew the session of ${known.roleArn}: ${event.failure.message}`);
        void window.showWarningMessage(
          inertInMessage(
            `Role ${role} could not be renewed; its terminal works until ${until}. ${event.failure.message}`,
            500,
          ),
        );
        return;
      case 'endingSoon':
        void this.#offerRenewal(known, `The session of role ${role} ends at ${until}.`);
        return;
      case 'ended':
        void this.#offerRenewal(
          known,
          `The session of role ${role} has ended: its terminal has no credentials.`,
        );
        return;
    }
  }

  async #offerRenewal({ renewByHand }: RoleTerminal, message: string): Promise<void> {
    const renew = 'Enter New MFA Code';
    const buttons = renewByHand === undefined ? [] : [renew];
    const choice = await window.showWarningMessage(inertInMessage(message), ...buttons);
    if (choice === renew && renewByHand !== undefined) await guarded(this.log, renewByHand);
  }

  #close(terminal: Terminal): void {
    const known = this.#terminals.get(terminal);
    if (known === undefined) return;
    this.#terminals.delete(terminal);
    known.dispose();
    this.log.info(`Ended the session of ${known.roleArn}`);
    this.#showStatus();
  }

  #showStatus(): void {
    const active = window.activeTerminal && this.#terminals.get(window.activeTerminal);
    if (active === undefined) this.#status.hide();
    else this.#status.show(active);
  }
}
