import { isAwsFailure, type AwsFailure } from '../aws/failure';
import type { AssumedRole, Identity, SessionCredentials } from '../aws/model';
import { type Disposable, Emitter } from '../emitter';

/** Asks STS for the role once more. */
export type Assume = () => Promise<AssumedRole>;

/** Time as a session sees it, so that tests need not wait. */
export interface Clock {
  /** Milliseconds since 1970. */
  now(): number;
  /** Calls back again and again until disposed. */
  every(ms: number, tick: () => void): Disposable;
}

export type SessionEvent =
  | { readonly kind: 'renewed' }
  /** The credentials still work until they expire. */
  | { readonly kind: 'renewalFailed'; readonly failure: AwsFailure }
  | { readonly kind: 'endingSoon' }
  | { readonly kind: 'ended' };

const minute = 60_000;
const tickMs = 10_000;
/** Well before botocore's own 15 minutes, so that a program is never given credentials it finds too old. */
const renewBeforeMs = 20 * minute;
const warnBeforeMs = 5 * minute;

/**
 * Credentials of one role, held in memory and renewed in the background long before they expire. Where STS does not
 * answer, the present ones go on working until their end. A session that took an MFA code cannot be renewed without the
 * person; it says so in time.
 */
export class RoleSession implements Disposable {
  readonly #events = new Emitter<SessionEvent>();
  readonly onEvent = this.#events.event;
  readonly identity: Identity;
  readonly #ticking: Disposable;
  #credentials: SessionCredentials | undefined;
  #renewAt = 0;
  #failures = 0;
  #renewing = false;
  #told: 'nothing' | 'soon' | 'ended' = 'nothing';

  /**
   * Assumes the role and starts to look after the session.
   * @param renew how to assume it again without the person; undefined where that is impossible
   * @throws AwsFailure where STS refuses
   */
  static async start(
    first: Assume,
    renew: Assume | undefined,
    clock: Clock = systemClock,
  ): Promise<RoleSession> {
    return new RoleSession(await first(), renew, clock);
  }

  private constructor(
    assumed: AssumedRole,
    private readonly renew: Assume | undefined,
    private readonly clock: Clock,
  ) {
    this.identity = assumed.identity;
    this.#take(assumed);
    this.#ticking = clock.every(tickMs, () => {
      this.#tick();
    });
  }

  /** Whether it is renewed without the person. */
  get isRenewable(): boolean {
    return this.renew !== undefined;
  }

  get expiresAt(): Date | undefined {
    return this.#credentials?.expiresAt;
  }

  /** Credentials that work now, from memory; undefined where they have expired or the session was closed. */
  readonly credentials = (): SessionCredentials | undefined =>
    this.#credentials !== undefined && this.#credentials.expiresAt.getTime() > this.clock.now()
      ? this.#credentials
      : undefined;

  /** Goes on with credentials got in another way, as with a new MFA code. */
  async renewWith(assume: Assume): Promise<void> {
    this.#take(await assume());
    this.#events.fire({ kind: 'renewed' });
  }

  dispose(): void {
    this.#ticking.dispose();
    this.#credentials = undefined;
    this.#events.dispose();
  }

  #take({ credentials }: AssumedRole): void {
    const left = credentials.expiresAt.getTime() - this.clock.now();
    this.#credentials = credentials;
    this.#renewAt = credentials.expiresAt.getTime() - Math.min(renewBeforeMs, left / 2);
    this.#failures = 0;
    this.#told = 'nothing';
  }

  #tick(): void {
    const left = (this.#credentials?.expiresAt.getTime() ?? 0) - this.clock.now();
    if (this.renew !== undefined && this.clock.now() >= this.#renewAt) void this.#renewNow(this.renew);
    if (left <= 0) this.#tell('ended');
    else if (left <= warnBeforeMs && (this.renew === undefined || this.#failures > 0)) this.#tell('soon');
  }

  async #renewNow(renew: Assume): Promise<void> {
    if (this.#renewing) return;
    this.#renewing = true;
    try {
      const assumed = await renew();
      if (this.#credentials === undefined) return;
      this.#take(assumed);
      this.#events.fire({ kind: 'renewed' });
    } catch (error) {
      this.#renewalFailed(error);
    } finally {
      this.#renewing = false;
    }
  }

  #renewalFailed(error: unknown): void {
    this.#failures++;
    this.#renewAt = this.clock.now() + Math.min(5 * minute, 15_000 * 2 ** this.#failures);
    // One failure may be a hiccup; the person hears of it when it lasts, and once.
    if (this.#failures === 2 && isAwsFailure(error))
      this.#events.fire({ kind: 'renewalFailed', failure: error });
  }

  #tell(what: 'soon' | 'ended'): void {
    if (this.#told === what || this.#told === 'ended') return;
    this.#told = what;
    this.#events.fire({ kind: what === 'soon' ? 'endingSoon' : 'ended' });
  }
}

const systemClock: Clock = {
  now: () => Date.now(),
  every: (ms, tick) => {
    const timer = setInterval(tick, ms);
    timer.unref();
    return {
      dispose: () => {
        clearInterval(timer);
      },
    };
  },
};
