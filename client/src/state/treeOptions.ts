import { type Disposable, Emitter } from '../emitter';
import { type Filter, isEmpty, readFilter } from './filter';
import type { Memory } from './selection';

/** How instances are grouped: not at all, by their state, by their role, or by the value of a tag. */
export type Grouping = 'none' | 'state' | 'role' | `tag:${string}`;

interface Remembered {
  readonly grouping?: Grouping;
  /** ARNs and instance ids. */
  readonly favourites?: readonly string[];
}

const key = 'trustwright.tree';

/** How a person wants the tree: what is searched for, how it is grouped, which things are favourites. */
export class TreeOptions implements Disposable {
  readonly #changed = new Emitter<void>();
  readonly onDidChange = this.#changed.event;
  #text = '';
  #filter: Filter = readFilter('');
  #favourites: ReadonlySet<string>;

  constructor(private readonly memory: Memory) {
    this.#favourites = new Set(this.#remembered.favourites ?? []);
  }

  /** What the tree is searched for now; undefined where everything is shown. */
  get filter(): Filter | undefined {
    return isEmpty(this.#filter) ? undefined : this.#filter;
  }

  get filterText(): string {
    return this.#text;
  }

  set filterText(text: string) {
    if (text === this.#text) return;
    this.#text = text;
    this.#filter = readFilter(text);
    this.#changed.fire();
  }

  get grouping(): Grouping {
    return this.#remembered.grouping ?? 'none';
  }

  async groupBy(grouping: Grouping): Promise<void> {
    await this.#remember({ ...this.#remembered, grouping });
  }

  isFavourite(identifier: string): boolean {
    return this.#favourites.has(identifier);
  }

  /** Makes a thing a favourite, or no favourite any more. */
  async toggleFavourite(identifier: string): Promise<void> {
    const favourites = new Set(this.#favourites);
    if (!favourites.delete(identifier)) favourites.add(identifier);
    this.#favourites = favourites;
    await this.#remember({ ...this.#remembered, favourites: [...favourites] });
  }

  dispose(): void {
    this.#changed.dispose();
  }

  get #remembered(): Remembered {
    return this.memory.get<Remembered>(key) ?? {};
  }

  async #remember(value: Remembered): Promise<void> {
    await this.memory.update(key, value);
    this.#changed.fire();
  }
}
