import { explain } from './explain';
import type { Attempt } from './failure';
import { factsOf } from './failureKind';
import type { Denial } from './model';

/** The part of an attempt that a connection knows by itself. */
export type Circumstances = Pick<Attempt, 'profile' | 'region' | 'endpoint'>;

/** Reads the encoded part of a denial; undefined where nobody may. */
export type Decode = (encodedMessage: string) => Promise<Denial | undefined>;

/** Runs calls to one service and turns what they throw into an `AwsFailure` that says what was tried. */
export class Caller {
  constructor(
    private readonly circumstances: Circumstances,
    private readonly decode?: Decode,
  ) {}

  async one<T>(action: string, doing: string, call: () => Promise<T>): Promise<T> {
    try {
      return await call();
    } catch (error) {
      const denial = await this.#denial(error);
      const attempt: Attempt = { action, doing, ...this.circumstances };
      throw explain(error, denial === undefined ? attempt : { ...attempt, denial });
    }
  }

  async *pages<T>(action: string, doing: string, pages: () => AsyncIterable<T>): AsyncIterable<T> {
    try {
      yield* pages();
    } catch (error) {
      throw explain(error, { action, doing, ...this.circumstances });
    }
  }

  /** EC2 hides what it refused in an encoded part of the message. */
  async #denial(error: unknown): Promise<Denial | undefined> {
    const encoded = /Encoded authorization failure message: (\S+)/.exec(factsOf(error).message)?.[1];
    return encoded === undefined ? undefined : this.decode?.(encoded);
  }
}
