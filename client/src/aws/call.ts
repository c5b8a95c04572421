import { explain } from './explain';
import type { Attempt } from './failure';

/** The part of an attempt that a connection knows by itself. */
export type Circumstances = Pick<Attempt, 'profile' | 'region' | 'endpoint'>;

/** Runs calls to one service and turns what they throw into an `AwsFailure` that says what was tried. */
export class Caller {
  constructor(private readonly circumstances: Circumstances) {}

  async one<T>(action: string, doing: string, call: () => Promise<T>): Promise<T> {
    try {
      return await call();
    } catch (error) {
      throw explain(error, { action, doing, ...this.circumstances });
    }
  }

  async *pages<T>(action: string, doing: string, pages: () => AsyncIterable<T>): AsyncIterable<T> {
    try {
      yield* pages();
    } catch (error) {
      throw explain(error, { action, doing, ...this.circumstances });
    }
  }
}
