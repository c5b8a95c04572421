import type { ChangeRun } from '../../../client/src/changes/run';

/** A run that remembers what it was told and does not really wait. */
export class TestRun implements ChangeRun {
  readonly controller = new AbortController();
  readonly signal: ChangeRun['signal'] = this.controller.signal;
  readonly steps: string[] = [];
  waited = 0;

  /** @param cancelAt cancels as soon as a step is reported that matches */
  constructor(private readonly cancelAt?: RegExp) {}

  report(step: string): void {
    this.steps.push(step);
    if (this.cancelAt?.test(step)) this.controller.abort();
  }

  pause(ms: number): Promise<void> {
    this.waited += ms;
    return Promise.resolve();
  }
}
