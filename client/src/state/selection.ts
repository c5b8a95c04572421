import type { Choice } from '../aws/connect';
import { type Disposable, Emitter } from '../emitter';

/** The part of the editor's memory we need: kept by the editor, out of reach of a workspace's settings. */
export interface Memory {
  get<T>(key: string): T | undefined;
  update(key: string, value: unknown): Thenable<void>;
}

interface Remembered {
  readonly profile?: string;
  /** Region by profile; the empty name stands for "no profile chosen". */
  readonly regions?: Readonly<Record<string, string>>;
  /** Regions shown besides, by profile. */
  readonly moreRegions?: Readonly<Record<string, readonly string[]>>;
}

const key = 'trustwright.place';

/** The profile and region the person chose, remembered by workspace. What is not chosen follows the environment. */
export class Selection implements Disposable {
  readonly #changed = new Emitter<void>();
  readonly onDidChange = this.#changed.event;
  readonly #regionsShown = new Emitter<void>();
  /** More or fewer regions are shown of the same place. */
  readonly onDidShowRegions = this.#regionsShown.event;

  constructor(private readonly memory: Memory) {}

  get choice(): Choice {
    const { profile, regions, moreRegions } = this.#remembered;
    const name = profile ?? '';
    const more = moreRegions?.[name];
    return { profile, region: regions?.[name], ...(more && { moreRegions: more }) };
  }

  /** Chooses a profile, or with undefined what the environment says. Each profile keeps the regions chosen for it. */
  async chooseProfile(profile: string | undefined): Promise<void> {
    const remembered: { profile?: string } = { ...this.#remembered };
    if (profile === undefined) delete remembered.profile;
    else remembered.profile = profile;
    await this.#remember(remembered);
  }

  async chooseRegion(region: string): Promise<void> {
    const { profile, regions } = this.#remembered;
    await this.#remember({ ...this.#remembered, regions: { ...regions, [profile ?? '']: region } });
  }

  /** Chooses whose instances are shown besides those of the region; the place stays the same. */
  async showRegions(more: readonly string[]): Promise<void> {
    const { profile, moreRegions } = this.#remembered;
    const value = { ...this.#remembered, moreRegions: { ...moreRegions, [profile ?? '']: more } };
    await this.memory.update(key, value);
    this.#regionsShown.fire();
  }

  dispose(): void {
    this.#changed.dispose();
    this.#regionsShown.dispose();
  }

  get #remembered(): Remembered {
    return this.memory.get<Remembered>(key) ?? {};
  }

  async #remember(value: Remembered): Promise<void> {
    await this.memory.update(key, value);
    this.#changed.fire();
  }
}
