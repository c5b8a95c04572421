import type { Connection, Place } from '../aws/api';
import { explain } from '../aws/explain';
import { type AwsFailure, stopsEverything } from '../aws/failure';
import type { Association, Instance, InstanceProfile, Role } from '../aws/model';
import { type Disposable, Emitter } from '../emitter';
import { type AskBlocked, boundaryEffect } from './boundary';
import type { BoundaryEffect } from './diagnosis';
import { Links } from './links';
import { idle, type Listing } from './listing';
import { merged, nothingInRegion, type RegionLists } from './regional';
import { type RoleContents, RoleDetailsCache } from './roleDetails';
import { type EvaluateTrust, TrustVerdicts } from './trustVerdicts';

/** The lists a person sees, by name; instances and associations of all regions shown. */
export interface Lists {
  readonly instances: Listing<Instance>;
  readonly associations: Listing<Association>;
  readonly roles: Listing<Role>;
  readonly profiles: Listing<InstanceProfile>;
}

/** Opens a connection to the place that is chosen now. */
export type Connect = () => Promise<Connection>;

export interface AccountOptions {
  /** Regions whose instances are shown besides those of the place. */
  readonly moreRegions?: () => readonly string[];
  readonly evaluateTrust?: EvaluateTrust;
}

interface GlobalLists {
  readonly roles: Listing<Role>;
  readonly profiles: Listing<InstanceProfile>;
}

const nothing: GlobalLists = { roles: idle, profiles: idle };

/**
 * What is known of the account for the chosen profile and regions, with an event on every change.
 * Listing takes one paged call a list and region, and none an item. Answers that arrive after the place changed or a
 * newer refresh began are dropped, so the things of one account are never shown under the name of another.
 */
export class Account implements Disposable {
  readonly #changed = new Emitter<void>();
  readonly onDidChange = this.#changed.event;
  /** Whether EC2 may assume the roles. */
  readonly trust: TrustVerdicts;
  #global: GlobalLists = nothing;
  #regional: ReadonlyMap<string, RegionLists> = new Map();
  #lists: Lists | undefined;
  #links: Links | undefined;
  #connection: Promise<Connection> | undefined;
  #connectionFailure: AwsFailure | undefined;
  #place: Place | undefined;
  #loading = false;
  #work = new AbortController();
  readonly #boundaries = new WeakMap<RoleContents, Promise<BoundaryEffect | undefined>>();
  readonly #details = new RoleDetailsCache(() => this.connection());

  constructor(
    private readonly connect: Connect,
    private readonly options: AccountOptions = {},
  ) {
    this.trust = new TrustVerdicts(options.evaluateTrust ?? (() => Promise.resolve(null)));
    this.trust.onDidChange(() => {
      this.#changed.fire();
    });
  }

  get lists(): Lists {
    return (this.#lists ??= this.#merge());
  }

  /** The regions shown, that of the place first; empty until a connection was opened. */
  get regions(): ReadonlyMap<string, RegionLists> {
    return this.#regional;
  }

  /** Who is linked to whom, in what has arrived so far. */
  get links(): Links {
    return (this.#links ??= new Links(this.lists));
  }

  /** Where the things shown come from; undefined until a connection was opened. */
  get place(): Place | undefined {
    return this.#place;
  }

  /** The failure that stops every call, such as missing credentials; undefined while calls can work. */
  get blockedBy(): AwsFailure | undefined {
    if (this.#connectionFailure) return this.#connectionFailure;
    const { roles, profiles } = this.#global;
    const regional = [...this.#regional.values()].flatMap((lists) => [lists.instances, lists.associations]);
    const failures = [...regional, roles, profiles].flatMap(({ failure }) => failure ?? []);
    return failures.find((failure) => stopsEverything(failure.kind));
  }

  /**
   * The connection to the chosen place, opened when first wanted.
   * @throws AwsFailure where the place does not exist
   */
  connection(): Promise<Connection> {
    return (this.#connection ??= this.#open());
  }

  /** The connection to the region an instance is in. */
  async connectionTo({ region }: Pick<Instance, 'region'>): Promise<Connection> {
    return (await this.connection()).in(region);
  }

  /** Forgets everything: the place changed. The next `load` starts from nothing. */
  reset(): void {
    this.#work.abort();
    // Not disposed: a change or a terminal's session may still use it.
    this.#connection = undefined;
    this.#work = new AbortController();
    this.#connectionFailure = undefined;
    this.#place = undefined;
    this.#loading = false;
    this.#global = nothing;
    this.#regional = new Map();
    this.#forget();
    this.#changed.fire();
  }

  /** Loads what has never been loaded. After a failure it takes a refresh, so that nobody asks in a loop. */
  async load(): Promise<void> {
    if (this.#connectionFailure || this.#loading) return;
    const regional = [...this.#regional.values()];
    const isNew = regional.length === 0 || regional.some(({ instances }) => instances.status === 'idle');
    if (isNew || this.#global.roles.status === 'idle')
      await this.#loadLists((listing) => listing.status === 'idle');
  }

  /** Loads everything again through a new connection, so that edited credential files count. Old items stay meanwhile. */
  async refresh(): Promise<void> {
    this.#work.abort();
    this.#connection = undefined;
    this.#work = new AbortController();
    this.#connectionFailure = undefined;
    this.#details.clear();
    await this.#loadLists(() => true);
  }

  /** Shows the regions that are chosen now: loads those that are new, and drops those no longer wanted. */
  async regionsChanged(): Promise<void> {
    if (this.#place === undefined) return this.load();
    this.#showRegions();
    this.#changed.fire();
    await this.load();
  }

  /** What a role may do and when it was last used: three calls when first asked for, none until the next refresh. */
  roleContents(roleName: string): Promise<RoleContents> {
    return this.#details.get(roleName, this.#work.signal);
  }

  /** What a role's permissions boundary takes from it, read once until the next refresh. */
  async boundaryOf(contents: RoleContents, askBlocked: AskBlocked): Promise<BoundaryEffect | undefined> {
    const known = this.#boundaries.get(contents);
    if (known) return known;
    const { signal } = this.#work;
    const asked = this.connection().then((connection) =>
      boundaryEffect(connection, contents, askBlocked, signal),
    );
    this.#boundaries.set(contents, asked);
    return asked;
  }

  /** The contents of a role where they were read already. */
  knownContents(roleName: string): RoleContents | undefined {
    return this.#details.known(roleName);
  }

  /** Reads one instance and its associations again: two calls. */
  async refreshInstance({ id, region }: Pick<Instance, 'id' | 'region'>): Promise<void> {
    const { signal } = this.#work;
    const { ec2 } = await this.connectionTo({ region });
    const [instance, associations] = await Promise.all([
      ec2.instance(id, signal),
      all(ec2.associations(id, signal)),
    ]);
    const lists = this.#regional.get(region);
    if (signal.aborted || lists === undefined) return;
    this.#setRegional(region, {
      instances: withItems(
        lists.instances,
        replaced(lists.instances.items, (one) => one.id === id, instance),
      ),
      associations: withItems(lists.associations, [
        ...lists.associations.items.filter(({ instanceId }) => instanceId !== id),
        ...associations,
      ]),
    });
    this.#changed.fire();
  }

  /** Reads one role again, and what was read of its policies: one call, and three when it is opened next. */
  async refreshRole(roleName: string): Promise<void> {
    const { signal } = this.#work;
    const { iam } = await this.connection();
    const role = await unlessGone(iam.role(roleName, signal));
    if (signal.aborted) return;
    this.#details.forget(roleName);
    const { roles } = this.#global;
    this.#setGlobal({
      roles: withItems(
        roles,
        replaced(roles.items, ({ name }) => name === roleName, role),
      ),
    });
    this.#changed.fire();
    if (role) await this.trust.learn([role]);
  }

  /** Reads one instance profile again: one call. */
  async refreshProfile(name: string): Promise<void> {
    const { signal } = this.#work;
    const { iam } = await this.connection();
    const profile = await unlessGone(iam.instanceProfile(name, signal));
    if (signal.aborted) return;
    const { profiles } = this.#global;
    this.#setGlobal({
      profiles: withItems(
        profiles,
        replaced(profiles.items, (one) => one.name === name, profile),
      ),
    });
    this.#changed.fire();
  }

  dispose(): void {
    this.#work.abort();
    void this.#connection?.then((connection) => connection.dispose()).catch(() => undefined);
    this.trust.dispose();
    this.#changed.dispose();
  }

  async #open(): Promise<Connection> {
    const { signal } = this.#work;
    try {
      const connection = await this.connect();
      if (!signal.aborted) {
        this.#place = connection.place;
        this.#showRegions();
      }
      return connection;
    } catch (error) {
      // The next call tries again: the person may have mended the files meanwhile.
      if (!signal.aborted) this.#connection = undefined;
      throw error;
    }
  }

  #regionsToShow(): readonly string[] {
    const more = this.options.moreRegions?.() ?? [];
    return this.#place === undefined ? [] : [...new Set([this.#place.region, ...more])];
  }

  #showRegions(): void {
    const known = this.#regional;
    this.#regional = new Map(this.#regionsToShow().map((name) => [name, known.get(name) ?? nothingInRegion]));
    this.#forgetMerged();
  }

  async #loadLists(wanted: (listing: Listing<unknown>) => boolean): Promise<void> {
    const { signal } = this.#work;
    this.#loading = true;
    this.#changed.fire();
    try {
      const connection = await this.connection();
      if (signal.aborted) return;
      this.#loading = false;
      await Promise.all(this.#startLoading(connection, signal, wanted));
    } catch (error) {
      if (signal.aborted) return;
      this.#loading = false;
      this.#connectionFailure = failureOf(error);
      this.#global = nothing;
      this.#regional = new Map();
      this.#forgetMerged();
      this.#changed.fire();
    }
  }

  #startLoading(
    connection: Connection,
    signal: AbortSignal,
    wanted: (listing: Listing<unknown>) => boolean,
  ): Promise<void>[] {
    const { iam } = connection;
    const tasks: (() => Promise<void>)[] = [];
    const { roles, profiles } = this.#global;
    if (wanted(roles)) {
      const show = (listing: Listing<Role>) => {
        this.#setGlobal({ roles: listing });
        void this.trust.learn(listing.items);
      };
      tasks.push(() => this.#loadList(roles, iam.roles(signal), signal, show));
    }
    if (wanted(profiles)) {
      const show = (listing: Listing<InstanceProfile>) => {
        this.#setGlobal({ profiles: listing });
        void this.trust.learn(listing.items.flatMap((profile) => profile.roles));
      };
      tasks.push(() => this.#loadList(profiles, iam.instanceProfiles(signal), signal, show));
    }
    for (const [region, lists] of this.#regional) {
      const { ec2 } = connection.in(region);
      if (wanted(lists.instances)) {
        const show = (instances: Listing<Instance>) => this.#setRegional(region, { instances });
        tasks.push(() => this.#loadList(lists.instances, ec2.instances(signal), signal, show));
      }
      if (wanted(lists.associations)) {
        const show = (associations: Listing<Association>) => this.#setRegional(region, { associations });
        tasks.push(() =>
          this.#loadList(lists.associations, ec2.associations(undefined, signal), signal, show),
        );
      }
    }
    return tasks.map((task) => task());
  }

  async #loadList<T>(
    before: Listing<T>,
    pages: AsyncIterable<T[]>,
    signal: AbortSignal,
    show: (listing: Listing<T>) => void,
  ): Promise<void> {
    const refreshing = before.items.length > 0;
    const publish = (listing: Listing<T>) => {
      show(listing);
      this.#changed.fire();
    };
    const items: T[] = [];
    publish({ status: 'loading', items: before.items });
    try {
      for await (const page of pages) {
        if (signal.aborted) return;
        items.push(...page);
        if (!refreshing) publish({ status: 'loading', items: [...items] });
      }
      if (!signal.aborted) publish({ status: 'ready', items });
    } catch (error) {
      if (!signal.aborted) publish({ status: 'failed', items, failure: failureOf(error) });
    }
  }

  #setGlobal(lists: Partial<GlobalLists>): void {
    this.#global = { ...this.#global, ...lists };
    this.#forgetMerged();
  }

  #setRegional(region: string, lists: Partial<RegionLists>): void {
    const known = this.#regional.get(region);
    if (known === undefined) return;
    this.#regional = new Map(this.#regional).set(region, { ...known, ...lists });
    this.#forgetMerged();
  }

  #merge(): Lists {
    const all = [...this.#regional.values()];
    const { roles, profiles } = this.#global;
    const opening: Listing<never> = this.#loading ? { status: 'loading', items: [] } : idle;
    const started = <T>(listing: Listing<T>) =>
      listing.status === 'idle' && listing.items.length === 0 ? opening : listing;
    return {
      instances: started(merged(all.map(({ instances }) => instances))),
      associations: started(merged(all.map(({ associations }) => associations))),
      roles: started(roles),
      profiles: started(profiles),
    };
  }

  #forget(): void {
    this.#details.clear();
    this.#forgetMerged();
  }

  #forgetMerged(): void {
    this.#lists = undefined;
    this.#links = undefined;
  }
}

const all = async <T>(pages: AsyncIterable<T[]>): Promise<T[]> => {
  const items: T[] = [];
  for await (const page of pages) items.push(...page);
  return items;
};

const withItems = <T>(listing: Listing<T>, items: readonly T[]): Listing<T> => ({ ...listing, items });

/** The items with one of them replaced, added or, where it is gone, left out. */
const replaced = <T>(items: readonly T[], same: (item: T) => boolean, item: T | undefined): readonly T[] => {
  if (item === undefined) return items.filter((one) => !same(one));
  return items.some(same) ? items.map((one) => (same(one) ? item : one)) : [...items, item];
};

const unlessGone = async <T>(asked: Promise<T>): Promise<T | undefined> => {
  try {
    return await asked;
  } catch (error) {
    if (failureOf(error).kind === 'notFound') return undefined;
    throw error;
  }
};

/** The AWS layer throws nothing but failures; whatever else comes is shown as an unexpected error, not lost. */
const failureOf = (error: unknown): AwsFailure =>
  explain(error, {
    action: '',
    doing: 'read the account',
    profile: undefined,
    region: '',
    endpoint: undefined,
  });
