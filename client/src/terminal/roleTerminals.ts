import {
  commands,
  type LogOutputChannel,
  type Terminal,
  TerminalExitReason,
  type TerminalOptions,
  window,
} from 'vscode';
import { type Disposable, Emitter } from '../emitter';
import { inertInMessage } from '../inert';
import { identityProblem } from '../sessions/identity';
import type { OpenSession, OpenSessions } from '../sessions/openSessions';
import { accountLook } from '../sessions/settings';
import { accountInArn } from '../aws/model';
import type { Memory } from '../state/selection';
import { type CredentialDoor, CredentialEndpoint, type DoorTrace } from './credentialEndpoint';
import type { Delivery } from './delivery';
import type { Supply } from './environment';
import { terminalIdVariable, terminalOptions } from './terminalOptions';
import { type TerminalRecord, TerminalRecords } from './terminalRecords';

/** A terminal that acts as a role, or did until its session was lost. */
export interface RoleTerminal {
  readonly terminal: Terminal;
  readonly roleArn: string;
  /** Its own name, whatever it is marked with. */
  readonly name: string;
  /** Undefined where its keys are in its environment, or its door may not be opened again. */
  readonly trace: DoorTrace | undefined;
  /** Undefined where it has none any more: the session was closed, or the window reloaded. */
  readonly session: OpenSession | undefined;
  /** Whether it outlived the window that opened it. */
  readonly fromEarlierWindow: boolean;
}

interface Entry extends RoleTerminal {
  session: OpenSession | undefined;
  door: Disposable | undefined;
  hold: Disposable | undefined;
}

/** A terminal that the editor is about to open. */
export interface PreparedTerminal extends Disposable {
  readonly options: TerminalOptions;
}

export type TerminalDelivery = Exclude<Delivery, 'exports'>;

/** The terminals that act as a role. Each has a door of its own, which ends with the terminal. */
export class RoleTerminals implements Disposable {
  readonly #endpoint = new CredentialEndpoint();
  readonly #entries = new Map<Terminal, Entry>();
  /** By the id in their environment. */
  readonly #prepared = new Map<string, (terminal: Terminal) => void>();
  readonly #changed = new Emitter<void>();
  readonly onDidChange = this.#changed.event;
  readonly #records: TerminalRecords;
  readonly #owned: Disposable[];

  /** @param files where secret-free files go, and the program behind `credential_process` */
  constructor(
    private readonly sessions: OpenSessions,
    private readonly files: { readonly folder: string; readonly program: string },
    memory: Memory,
    private readonly log: LogOutputChannel,
  ) {
    this.#records = new TerminalRecords(memory);
    this.#owned = [
      this.#endpoint,
      this.#changed,
      window.onDidOpenTerminal((terminal) => void this.#opened(terminal)),
      window.onDidCloseTerminal((terminal) => {
        this.#closed(terminal);
      }),
      window.onDidChangeActiveTerminal((terminal) => {
        if (terminal) this.#showName(this.#entries.get(terminal));
        this.#changed.fire();
      }),
      sessions.onDidChange(() => void this.#follow()),
    ];
    for (const terminal of window.terminals) void this.#opened(terminal);
    const waiting = setTimeout(() => void this.#records.stopWaiting(), 60_000);
    this.#owned.push({ dispose: () => clearTimeout(waiting) });
  }

  get all(): readonly RoleTerminal[] {
    return [...this.#entries.values()];
  }

  /** Terminals whose session is gone. */
  get lost(): readonly RoleTerminal[] {
    return this.all.filter(({ session }) => session === undefined);
  }

  get active(): RoleTerminal | undefined {
    return window.activeTerminal && this.#entries.get(window.activeTerminal);
  }

  of(session: OpenSession): readonly RoleTerminal[] {
    return this.all.filter((each) => each.session === session);
  }

  accountName(roleArn: string): string {
    return accountLook(accountInArn(roleArn) ?? '')?.name ?? this.sessions.accountName(roleArn);
  }

  /** Opens a terminal whose programs act as the role, and checks with AWS that the session is the role's. */
  async open(session: OpenSession, delivery: TerminalDelivery): Promise<Terminal> {
    const prepared = await this.prepare(session, delivery);
    const terminal = window.createTerminal(prepared.options);
    this.#claimPrepared(terminal);
    terminal.show();
    return terminal;
  }

  /** Makes everything ready for a terminal that the editor opens itself, as from its + menu. */
  async prepare(open: OpenSession, delivery: TerminalDelivery): Promise<PreparedTerminal> {
    const hold = this.sessions.hold(open);
    let door: CredentialDoor | undefined;
    try {
      door = delivery === 'environment' ? undefined : await this.#endpoint.open(open.session.credentials);
      const options = await terminalOptions({
        open,
        accountName: this.accountName(open.roleArn),
        supply: supplyOf(open, delivery, door),
        ...this.files,
      });
      return this.#expect(open, options, { door, hold });
    } catch (error) {
      door?.dispose();
      hold.dispose();
      throw error;
    }
  }

  /**
   * Gives a terminal that lost its session another one of the same role.
   * @returns false where that takes a new terminal
   */
  async renewInPlace({ terminal }: RoleTerminal, open: OpenSession): Promise<boolean> {
    const entry = this.#entries.get(terminal);
    if (entry?.trace === undefined || entry.session !== undefined) return false;
    try {
      entry.door = await this.#endpoint.reopen(entry.trace, open.session.credentials);
    } catch (error) {
      this.log.warn('A terminal could not be renewed in place:', error);
      return false;
    }
    entry.session = open;
    entry.hold = this.sessions.hold(open);
    this.#showName(entry);
    this.#changed.fire();
    return true;
  }

  dispose(): void {
    for (const { door } of this.#entries.values()) door?.dispose();
    this.#entries.clear();
    for (const owned of this.#owned) owned.dispose();
  }

  #expect(
    open: OpenSession,
    options: TerminalOptions & { name: string },
    { door, hold }: { door: CredentialDoor | undefined; hold: Disposable },
  ): PreparedTerminal {
    const id = options.env?.[terminalIdVariable] ?? '';
    const dispose = () => {
      clearTimeout(impatience);
      if (!this.#prepared.delete(id)) return;
      door?.dispose();
      hold.dispose();
    };
    const impatience = setTimeout(dispose, 60_000);
    this.#prepared.set(id, (terminal) => {
      clearTimeout(impatience);
      this.#prepared.delete(id);
      this.#add({
        terminal,
        roleArn: open.roleArn,
        name: options.name,
        trace: door?.trace,
        session: open,
        fromEarlierWindow: false,
        door,
        hold,
      });
      this.log.info(`Opened a terminal as ${open.roleArn} in ${open.connection.place.region}`);
    });
    return { options, dispose };
  }

  #claimPrepared(terminal: Terminal): boolean {
    const { env } = terminal.creationOptions as TerminalOptions;
    const claim = this.#prepared.get(env?.[terminalIdVariable] ?? '');
    claim?.(terminal);
    return claim !== undefined;
  }

  #add(entry: Entry): void {
    this.#entries.set(entry.terminal, entry);
    void this.#record(entry);
    this.#changed.fire();
  }

  async #record({ terminal, roleArn, name, trace }: Entry): Promise<void> {
    const pid = (await terminal.processId) ?? 0;
    if (!this.#entries.has(terminal)) return;
    await this.#records.keep(terminal, { roleArn, name, pid, ...(trace === undefined ? {} : { trace }) });
  }

  /** A terminal is there: one we asked for, one an earlier window left, or none of ours. */
  async #opened(terminal: Terminal): Promise<void> {
    if (this.#entries.has(terminal)) return;
    if (this.#claimPrepared(terminal)) {
      // The editor does not always bring a terminal of its + menu to the front.
      terminal.show();
      return;
    }
    if (!this.#records.awaitsTerminals) return;
    const pid = await terminal.processId;
    const record = this.#records.claim(terminal, pid);
    if (record !== undefined) this.#add(lostEntry(terminal, record));
    if (terminal === window.activeTerminal) this.#showName(this.#entries.get(terminal));
  }

  #closed(terminal: Terminal): void {
    const entry = this.#entries.get(terminal);
    if (entry === undefined) return;
    this.#entries.delete(terminal);
    entry.door?.dispose();
    entry.hold?.dispose();
    // A window that is reloaded closes its terminals for us, while their shells go on.
    if (terminal.exitStatus?.reason !== TerminalExitReason.Shutdown) void this.#records.drop(terminal);
    this.log.info(`Closed a terminal of ${entry.roleArn}`);
    this.#changed.fire();
  }

  /** Shuts the doors of sessions that are locked or gone, and opens those of sessions that are back. */
  async #follow(): Promise<void> {
    for (const entry of this.#entries.values()) {
      const { session, trace } = entry;
      if (session === undefined) continue;
      if (this.sessions.byId(session.id) === undefined) {
        entry.door?.dispose();
        Object.assign(entry, { session: undefined, door: undefined, hold: undefined });
      } else if (session.session.state === 'locked') {
        entry.door?.dispose();
        entry.door = undefined;
      } else if (entry.door === undefined && trace !== undefined) {
        entry.door = { dispose: () => undefined };
        entry.door = await this.#endpoint.reopen(trace, session.session.credentials).catch(() => undefined);
      }
      this.#showName(entry);
    }
    this.#changed.fire();
  }

  /** A terminal's tab says when there is no role behind it. The editor renames the active terminal only. */
  #showName(entry: Entry | undefined): void {
    if (entry === undefined || entry.terminal !== window.activeTerminal) return;
    const { name, session, terminal } = entry;
    const wanted = session?.session.credentials() === undefined ? `⚠ no session: ${name}` : name;
    if (terminal.name === wanted) return;
    void commands.executeCommand('workbench.action.terminal.renameWithArg', { name: wanted });
  }
}

const supplyOf = (
  { session }: OpenSession,
  delivery: TerminalDelivery,
  door: CredentialDoor | undefined,
): Supply => {
  if (door !== undefined && delivery !== 'environment') return { kind: delivery, door };
  const credentials = session.credentials();
  if (credentials === undefined) throw new Error('the session has ended');
  return { kind: 'environment', credentials };
};

const lostEntry = (terminal: Terminal, { roleArn, name, trace }: TerminalRecord): Entry => ({
  terminal,
  roleArn,
  name,
  trace,
  session: undefined,
  fromEarlierWindow: true,
  door: undefined,
  hold: undefined,
});

/**
 * Asks AWS who a session is, and is loud where it is somebody else: the session is closed.
 * @returns whether it is the role
 */
export const verifyIdentity = async (sessions: OpenSessions, open: OpenSession): Promise<boolean> => {
  const credentials = open.session.credentials();
  if (credentials === undefined) return true;
  const identity = await open.connection.sts.identity(credentials);
  const problem = identityProblem(open.roleArn, open.sessionName, identity);
  if (problem === undefined) {
    sessions.confirm(open, identity.arn);
    return true;
  }
  sessions.close(open);
  await window.showErrorMessage('The session was ended: it has the wrong identity.', {
    modal: true,
    detail: inertInMessage(problem, 500),
  });
  return false;
};
