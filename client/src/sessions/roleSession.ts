import { isAwsFailure, type AwsFailure, needsPerson } from '../aws/failure';
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
  | { readonly kind: 'ended' }
  | { readonly kind: 'locked' };

/** `locked`: the person took the credentials away and can bring them back. `ended`: they have expired. */
export type SessionState = 'active' | 'locked' | 'ended';

const minute = 60_000;
/** Well before botocore's own 15 minutes, so that a program is never given credentials it finds too old. */
const renewBeforeMs = 20 * minute;
const warnBeforeMs = 5 * minute;
/** Between looks at the clock: ten seconds, less where the credentials themselves last seconds. */
const tickMs = (lifetime: number) => Math.min(10_000, Math.max(200, lifetime / 40));

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
  #toldFailure = false;
  #renewal: Promise<void> | undefined;
  #told: 'nothing' | 'soon' | 'ended' = 'nothing';
  #locked = false;
  #closed = false;

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
    this.#ticking = clock.every(tickMs(this.millisecondsLeft), () => {
      this.#tick();
    });
  }

  /** Whether it is renewed without the person. */
  get isRenewable(): boolean {
    return this.renew !== undefined;
  }

  get state(): SessionState {
    if (this.#locked) return 'locked';
    return this.credentials() === undefined ? 'ended' : 'active';
  }

  get expiresAt(): Date | undefined {
    return this.#credentials?.expiresAt;
  }

  /** 0 where it has ended or is locked. */
  get millisecondsLeft(): number {
    return Math.max(0, (this.#credentials?.expiresAt.getTime() ?? 0) - this.clock.now());
  }

  /** Credentials that work now, from memory; undefined where they have expired or were taken away. */
  readonly credentials = (): SessionCredentials | undefined =>
    this.millisecondsLeft > 0 ? this.#credentials : undefined;

  /** Renews it now: by itself where it can, else with credentials got in another way, as with a new MFA code. */
  async renewWith(assume: Assume | undefined = this.renew): Promise<void> {
    if (assume === undefined) throw new Error('the session cannot be renewed without a new MFA code');
    const assumed = await assume();
    if (this.#closed) return;
    this.#locked = false;
    this.#take(assumed);
    this.#events.fire({ kind: 'renewed' });
  }

  /** Forgets the credentials and renews them no more, until `renewWith`. */
  lock(): void {
    this.#locked = true;
    this.#credentials = undefined;
    this.#events.fire({ kind: 'locked' });
  }

  dispose(): void {
    this.#closed = true;
    this.#ticking.dispose();
    this.#credentials = undefined;
    this.#events.dispose();
  }

  #take({ credentials }: AssumedRole): void {
    this.#credentials = credentials;
    const left = this.millisecondsLeft;
    this.#renewAt = credentials.expiresAt.getTime() - Math.min(renewBeforeMs, left / 2);
    this.#failures = 0;
    this.#toldFailure = false;
    this.#told = 'nothing';
  }

  #tick(): void {
    if (this.#locked) return;
    const left = this.millisecondsLeft;
    if (this.renew !== undefined && this.clock.now() >= this.#renewAt)
      this.#renewal ??= this.#renewNow(this.renew).finally(() => (this.#renewal = undefined));
    if (left <= 0) this.#tell('ended');
    else if (left <= warnBeforeMs && (this.renew === undefined || this.#toldFailure)) this.#tell('soon');
  }

  async #renewNow(renew: Assume): Promise<void> {
    try {
      const assumed = await renew();
      if (this.#closed || this.#locked) return;
      this.#take(assumed);
      this.#events.fire({ kind: 'renewed' });
    } catch (error) {
      this.#renewalFailed(error);
    }
  }

  #renewalFailed(error: unknown): void {
    this.#failures++;
    const patience = Math.min(5 * minute, 15_000 * 2 ** this.#failures);
    const left = this.millisecondsLeft;
    this.#renewAt = this.clock.now() + (left > 0 ? Math.min(patience, left / 4) : patience);
    if (!isAwsFailure(error)) return;
    // One failure may be a hiccup; the person hears of it when it lasts, and once. Where only the person can help or
    // the end is near, they hear of it at once.
    const near = left <= warnBeforeMs;
    if (this.#toldFailure || (this.#failures < 2 && !near && !needsPerson(error.kind))) return;
    this.#toldFailure = true;
    // It says when the end is, so that no second message has to.
    if (near && left > 0) this.#told = 'soon';
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
