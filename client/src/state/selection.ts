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
}

const key = 'trustwright.place';

/** The profile and region the person chose, remembered by workspace. What is not chosen follows the environment. */
export class Selection implements Disposable {
  readonly #changed = new Emitter<void>();
  readonly onDidChange = this.#changed.event;

  constructor(private readonly memory: Memory) {}

  get choice(): Choice {
    const { profile, regions } = this.#remembered;
    return { profile, region: regions?.[profile ?? ''] };
  }

  /** Chooses a profile, or with undefined what the environment says. Each profile keeps the region chosen for it. */
  async chooseProfile(profile: string | undefined): Promise<void> {
    const { regions = {} } = this.#remembered;
    await this.#remember({ ...(profile === undefined ? {} : { profile }), regions });
  }

  async chooseRegion(region: string): Promise<void> {
    const { profile, regions } = this.#remembered;
    await this.#remember({
      ...(profile === undefined ? {} : { profile }),
      regions: { ...regions, [profile ?? '']: region },
    });
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
