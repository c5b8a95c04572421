import type { Connection, Place } from '../aws/api';
import { explain } from '../aws/explain';
import { type AwsFailure, stopsEverything } from '../aws/failure';
import type { Association, Instance, InstanceProfile, Role, RolePolicies } from '../aws/model';
import { type Disposable, Emitter } from '../emitter';
import { Links } from './links';
import { idle, type Listing } from './listing';

/** The lists a person sees, by name. */
export interface Lists {
  readonly instances: Listing<Instance>;
  readonly associations: Listing<Association>;
  readonly roles: Listing<Role>;
  readonly profiles: Listing<InstanceProfile>;
}

export type ListName = keyof Lists;
const listNames: readonly ListName[] = ['instances', 'associations', 'roles', 'profiles'];

/** Opens a connection to the place that is chosen now. */
export type Connect = () => Promise<Connection>;

type Item<N extends ListName> = Lists[N]['items'][number];
type Sources = { [N in ListName]: (connection: Connection, signal: AbortSignal) => AsyncIterable<Item<N>[]> };

const sources: Sources = {
  instances: ({ ec2 }, signal) => ec2.instances(signal),
  associations: ({ ec2 }, signal) => ec2.associations(undefined, signal),
  roles: ({ iam }, signal) => iam.roles(signal),
  profiles: ({ iam }, signal) => iam.instanceProfiles(signal),
};

const nothing: Lists = { instances: idle, associations: idle, roles: idle, profiles: idle };

/**
 * What is known of the account for the chosen profile and region, with an event on every change.
 * Listing takes one paged call a list and none an item. Answers that arrive after the place changed or a newer refresh
 * began are dropped, so the things of one account are never shown under the name of another.
 */
export class Account implements Disposable {
  readonly #changed = new Emitter<void>();
  readonly onDidChange = this.#changed.event;
  #lists: Lists = nothing;
  #links: Links | undefined;
  #connection: Promise<Connection> | undefined;
  #connectionFailure: AwsFailure | undefined;
  #place: Place | undefined;
  #work = new AbortController();
  readonly #policies = new Map<string, Promise<RolePolicies>>();

  constructor(private readonly connect: Connect) {}

  get lists(): Lists {
    return this.#lists;
  }

  /** Who is linked to whom, in what has arrived so far. */
  get links(): Links {
    return (this.#links ??= new Links(this.#lists));
  }

  /** Where the things shown come from; undefined until a connection was opened. */
  get place(): Place | undefined {
    return this.#place;
  }

  /** The failure that stops every call, such as missing credentials; undefined while calls can work. */
  get blockedBy(): AwsFailure | undefined {
    if (this.#connectionFailure) return this.#connectionFailure;
    const failures = listNames.flatMap((name) => this.#lists[name].failure ?? []);
    return failures.find((failure) => stopsEverything(failure.kind));
  }

  /**
   * The connection to the chosen place, opened when first wanted.
   * @throws AwsFailure where the place does not exist
   */
  connection(): Promise<Connection> {
    return (this.#connection ??= this.#open());
  }

  /** Forgets everything: the place changed. The next `load` starts from nothing. */
  reset(): void {
    this.#work.abort();
    // Not disposed: a change or a terminal's session may still use it.
    this.#connection = undefined;
    this.#work = new AbortController();
    this.#connectionFailure = undefined;
    this.#place = undefined;
    this.#lists = nothing;
    this.#forgetDetails();
    this.#changed.fire();
  }

  /** Loads what has never been loaded. After a failure it takes a refresh, so that nobody asks in a loop. */
  async load(): Promise<void> {
    if (this.#connectionFailure) return;
    const wanted = listNames.filter((name) => this.#lists[name].status === 'idle');
    if (wanted.length > 0) await this.#loadLists(wanted);
  }

  /** Loads everything again through a new connection, so that edited credential files count. Old items stay meanwhile. */
  async refresh(): Promise<void> {
    this.#work.abort();
    this.#connection = undefined;
    this.#work = new AbortController();
    this.#connectionFailure = undefined;
    this.#forgetDetails();
    await this.#loadLists(listNames);
  }

  /** The policies of a role: two calls when first asked for, none until the next refresh. */
  policiesOf(roleName: string): Promise<RolePolicies> {
    const known = this.#policies.get(roleName);
    if (known) return known;
    const { signal } = this.#work;
    const asked = this.connection().then(({ iam }) => iam.policiesOf(roleName, signal));
    this.#policies.set(roleName, asked);
    asked.catch(() => this.#policies.delete(roleName));
    return asked;
  }

  dispose(): void {
    this.#work.abort();
    void this.#connection?.then((connection) => connection.dispose()).catch(() => undefined);
    this.#changed.dispose();
  }

  async #open(): Promise<Connection> {
    const { signal } = this.#work;
    try {
      const connection = await this.connect();
      if (!signal.aborted) this.#place = connection.place;
      return connection;
    } catch (error) {
      // The next call tries again: the person may have mended the files meanwhile.
      if (!signal.aborted) this.#connection = undefined;
      throw error;
    }
  }

  async #loadLists(names: readonly ListName[]): Promise<void> {
    const { signal } = this.#work;
    for (const name of names) this.#set(name, { status: 'loading', items: this.#lists[name].items });
    this.#changed.fire();
    try {
      const connection = await this.connection();
      if (!signal.aborted) await Promise.all(names.map((name) => this.#loadList(name, connection, signal)));
    } catch (error) {
      if (signal.aborted) return;
      this.#connectionFailure = failureOf(error);
      for (const name of names) this.#set(name, idle);
      this.#changed.fire();
    }
  }

  async #loadList<N extends ListName>(name: N, connection: Connection, signal: AbortSignal): Promise<void> {
    const refreshing = this.#lists[name].items.length > 0;
    let items: Item<N>[] = [];
    try {
      for await (const page of sources[name](connection, signal)) {
        if (signal.aborted) return;
        items = [...items, ...page];
        if (!refreshing) this.#publish(name, { status: 'loading', items });
      }
      if (!signal.aborted) this.#publish(name, { status: 'ready', items });
    } catch (error) {
      if (!signal.aborted) this.#publish(name, { status: 'failed', items, failure: failureOf(error) });
    }
  }

  #publish<N extends ListName>(
    name: N,
    listing: { status: Listing<unknown>['status']; items: readonly Item<N>[]; failure?: AwsFailure },
  ): void {
    this.#set(name, listing);
    this.#changed.fire();
  }

  #set(name: ListName, listing: Listing<unknown>): void {
    this.#lists = { ...this.#lists, [name]: listing };
    this.#links = undefined;
  }

  #forgetDetails(): void {
    this.#policies.clear();
    this.#links = undefined;
  }
}

/** The AWS layer throws nothing but failures; whatever else comes is shown as an unexpected error, not lost. */
const failureOf = (error: unknown): AwsFailure =>
  explain(error, {
    action: '',
    doing: 'read the account',
    profile: undefined,
    region: '',
    endpoint: undefined,
  });
