import type { Memory } from '../state/selection';
import type { AssumeOptions } from './options';

interface Remembered {
  readonly options: AssumeOptions;
  /** Milliseconds since 1970. */
  readonly usedAt: number;
}

type Roles = Readonly<Record<string, Remembered>>;

const key = 'trustwright.assumedRoles';
const explainedKey = 'trustwright.assumingExplained';
const most = 50;

/** The roles a person has assumed and how, in the editor's memory: names and choices, no secret. */
export class RememberedRoles {
  constructor(
    private readonly memory: Memory,
    private readonly now: () => number = Date.now,
  ) {}

  /** ARNs of the roles that were assumed last, the latest first. */
  get recent(): readonly string[] {
    return Object.entries(this.#roles)
      .sort(([, a], [, b]) => b.usedAt - a.usedAt)
      .map(([arn]) => arn);
  }

  optionsOf(roleArn: string): AssumeOptions | undefined {
    return this.#roles[roleArn]?.options;
  }

  /** Keeps how a role was assumed. A base session will be gone next time, so the chosen profile stands in for it. */
  async remember(roleArn: string, options: AssumeOptions): Promise<void> {
    const base = options.base.kind === 'session' ? { kind: 'chosen' as const } : options.base;
    const roles = { ...this.#roles, [roleArn]: { options: { ...options, base }, usedAt: this.now() } };
    const kept = Object.entries(roles)
      .sort(([, a], [, b]) => b.usedAt - a.usedAt)
      .slice(0, most);
    await this.memory.update(key, Object.fromEntries(kept));
  }

  async forget(): Promise<void> {
    await this.memory.update(key, undefined);
  }

  /** Whether the person was told what assuming a role means. */
  get explained(): boolean {
    return this.memory.get<boolean>(explainedKey) === true;
  }

  async rememberExplained(): Promise<void> {
    await this.memory.update(explainedKey, true);
  }

  get #roles(): Roles {
    return this.memory.get<Roles>(key) ?? {};
  }
}
