/**
 * Decides whether a language server that died is started again.
 * A server that dies once is a hiccup; one that keeps dying would only burn the processor.
 */
export class ServerDeaths {
  #times: number[] = [];

  /** @param limit how many restarts are allowed within `windowMs` milliseconds */
  constructor(
    private readonly limit = 4,
    private readonly windowMs = 3 * 60_000,
  ) {}

  /** Notes a death at `now` (milliseconds) and answers whether to start the server again. */
  shouldRestart(now = Date.now()): boolean {
    this.#times = [...this.#times.filter((time) => now - time < this.windowMs), now];
    return this.#times.length <= this.limit;
  }

  /** Forgets the past, as when a person asked for a restart. */
  reset(): void {
    this.#times = [];
  }
}
