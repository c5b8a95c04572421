import type { Connection } from '../aws/api';
import { accountInArn } from '../aws/model';
import { type Disposable, Emitter } from '../emitter';
import type { AssumeOptions } from './options';
import type { RoleSession, SessionEvent } from './roleSession';

/** A role session with what is known of it beside its credentials. */
export interface OpenSession {
  readonly id: string;
  readonly roleArn: string;
  /** Undefined where the profile's provider chose it. */
  readonly sessionName: string | undefined;
  readonly options: AssumeOptions;
  /** Where it acts, and whose settings its terminals have. */
  readonly connection: Connection;
  readonly session: RoleSession;
  /** The session it was assumed from; undefined where a profile's identity assumed it. */
  readonly base: OpenSession | undefined;
  /** Whose identity began the chain: an ARN, or the profile where AWS was not asked. */
  readonly origin: string;
  /** Gets new credentials with whatever that takes of the person. */
  readonly renew: () => Promise<void>;
}

export type NewSession = Omit<OpenSession, 'id'>;

/**
 * The sessions of this window. A session lives as long as something needs it: a terminal, a session assumed from it, or
 * the person who holds it.
 */
export class OpenSessions implements Disposable {
  readonly #changed = new Emitter<void>();
  readonly onDidChange = this.#changed.event;
  readonly #happened = new Emitter<{ readonly open: OpenSession; readonly event: SessionEvent }>();
  readonly onEvent = this.#happened.event;
  readonly #sessions = new Map<string, { readonly open: OpenSession; readonly listener: Disposable }>();
  readonly #holds = new Map<string, number>();
  readonly #accountNames = new Map<string, string>();
  readonly #confirmed = new Map<string, string>();
  #count = 0;

  get all(): readonly OpenSession[] {
    return [...this.#sessions.values()].map(({ open }) => open);
  }

  byId(id: string): OpenSession | undefined {
    return this.#sessions.get(id)?.open;
  }

  /** Takes a session in. Nothing holds it yet. */
  add(session: NewSession): OpenSession {
    const open: OpenSession = { ...session, id: `session-${++this.#count}` };
    const listener = open.session.onEvent((event) => {
      this.#happened.fire({ open, event });
      this.#changed.fire();
    });
    this.#sessions.set(open.id, { open, listener });
    void this.#learnAccountName(open);
    this.#changed.fire();
    return open;
  }

  /** Keeps a session alive until the hold is disposed. */
  hold({ id }: OpenSession): Disposable {
    this.#holds.set(id, (this.#holds.get(id) ?? 0) + 1);
    let held = true;
    return {
      dispose: () => {
        if (!held) return;
        held = false;
        this.#holds.set(id, (this.#holds.get(id) ?? 1) - 1);
        this.#closeUnneeded();
        this.#changed.fire();
      },
    };
  }

  /** Ends a session, and with it those assumed from it: they could not be renewed. */
  close({ id }: OpenSession): void {
    const entry = this.#sessions.get(id);
    if (entry === undefined) return;
    for (const dependent of this.dependentsOf(entry.open)) this.close(dependent);
    this.#sessions.delete(id);
    this.#holds.delete(id);
    entry.open.session.dispose();
    entry.listener.dispose();
    this.#closeUnneeded();
    this.#changed.fire();
  }

  /** Notes who AWS says a session is. */
  confirm({ id }: OpenSession, arn: string): void {
    this.#confirmed.set(id, arn);
    this.#changed.fire();
  }

  /** Who AWS has confirmed a session to be; undefined until it has. */
  confirmed({ id }: OpenSession): string | undefined {
    return this.#confirmed.get(id);
  }

  /** Sessions assumed from this one. */
  dependentsOf({ id }: OpenSession): readonly OpenSession[] {
    return this.all.filter(({ base }) => base?.id === id);
  }

  /** How people call the account of a role: its alias where AWS told, else its number. */
  accountName(roleArn: string): string {
    const account = accountInArn(roleArn) ?? '';
    return this.#accountNames.get(account) ?? account;
  }

  dispose(): void {
    for (const open of this.all) this.close(open);
    this.#changed.dispose();
    this.#happened.dispose();
  }

  #closeUnneeded(): void {
    for (const open of this.all) {
      const needed = (this.#holds.get(open.id) ?? 1) > 0 || this.dependentsOf(open).length > 0;
      if (!needed) this.close(open);
    }
  }

  async #learnAccountName({ roleArn, connection, session }: OpenSession): Promise<void> {
    const account = accountInArn(roleArn);
    const credentials = session.credentials();
    if (account === undefined || credentials === undefined || this.#accountNames.has(account)) return;
    const alias = await connection.accountAlias(credentials);
    if (alias === undefined) return;
    this.#accountNames.set(account, alias);
    this.#changed.fire();
  }
}

/** The steps by which somebody became a role: who began, the roles between, the role. */
export const chainOf = ({ base, origin, roleArn }: OpenSession): readonly string[] => [
  ...(base === undefined ? [origin] : chainOf(base)),
  roleArn,
];
