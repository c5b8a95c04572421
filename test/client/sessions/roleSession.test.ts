import assert from 'node:assert/strict';
import { setImmediate as settle } from 'node:timers/promises';
import { explain } from '../../../client/src/aws/explain';
import type { AssumedRole } from '../../../client/src/aws/model';
import { type Clock, RoleSession, type SessionEvent } from '../../../client/src/sessions/roleSession';

const minute = 60_000;

/** Time that passes when told to. */
class TestClock implements Clock {
  time = Date.parse('2030-01-01T00:00:00Z');
  #ticks = new Map<() => void, { ms: number; next: number }>();
  now(): number {
    return this.time;
  }
  every(ms: number, tick: () => void) {
    this.#ticks.set(tick, { ms, next: this.time + ms });
    return { dispose: () => void this.#ticks.delete(tick) };
  }
  async pass(ms: number): Promise<void> {
    const end = this.time + ms;
    while (this.time < end) {
      this.time = Math.min(end, this.time + 10_000);
      for (const [tick, timer] of this.#ticks) {
        if (timer.next > this.time) continue;
        timer.next = this.time + timer.ms;
        tick();
      }
      await settle();
    }
  }
  get timers(): number {
    return this.#ticks.size;
  }
}

describe('a role session', () => {
  let clock: TestClock;
  let count: number;
  let broken: boolean;
  let events: SessionEvent[];
  beforeEach(() => {
    clock = new TestClock();
    count = 0;
    broken = false;
    events = [];
  });

  const assume = (lifetime: number) => (): Promise<AssumedRole> => {
    if (broken) {
      const attempt = {
        action: 'sts:AssumeRole',
        doing: 'assume role R',
        profile: 'dev',
        region: 'r',
        endpoint: undefined,
      };
      return Promise.reject(explain({ code: 'ECONNREFUSED' }, attempt));
    }
    count++;
    const expiresAt = new Date(clock.now() + lifetime);
    return Promise.resolve({
      credentials: { accessKeyId: `ASIA${count}`, secretAccessKey: 's', sessionToken: 't', expiresAt },
      identity: { account: '123456789012', arn: 'arn' },
    });
  };
  const start = async (lifetime: number, renewable = true) => {
    const session = await RoleSession.start(
      assume(lifetime),
      renewable ? assume(lifetime) : undefined,
      clock,
    );
    session.onEvent((event) => events.push(event));
    return session;
  };
  const kinds = () => events.map(({ kind }) => kind);

  it('has always more than botocore’s fifteen minutes left', async () => {
    const session = await start(60 * minute);
    for (let elapsed = 0; elapsed < 180; elapsed++) {
      await clock.pass(minute);
      const left = (session.expiresAt?.getTime() ?? 0) - clock.now();
      assert.ok(left > 15 * minute, `${left / minute} minutes left after ${elapsed}`);
    }
    assert.ok(count >= 4 && count <= 6, `${count} calls in three hours`);
  });

  it('renews a short session at half its time', async () => {
    await start(15 * minute);
    await clock.pass(7 * minute);
    assert.equal(count, 1);
    await clock.pass(minute);
    assert.equal(count, 2);
  });

  it('goes on with the present credentials while STS is away, tells it once, and recovers', async () => {
    const session = await start(60 * minute);
    await clock.pass(39 * minute);
    broken = true;
    await clock.pass(12 * minute);
    assert.equal(session.credentials()?.accessKeyId, 'ASIA1');
    assert.deepEqual(kinds(), ['renewalFailed']);
    broken = false;
    await clock.pass(6 * minute);
    assert.equal(session.credentials()?.accessKeyId, 'ASIA2');
    assert.deepEqual(kinds(), ['renewalFailed', 'renewed']);
  });

  it('says once, with the reason, that STS is away where the end is near', async () => {
    await start(8 * minute);
    broken = true;
    await clock.pass(7 * minute);
    assert.deepEqual(kinds(), ['renewalFailed']);
    await clock.pass(2 * minute);
    assert.deepEqual(kinds(), ['renewalFailed', 'ended']);
  });

  it('gives nothing after the end, and says so', async () => {
    const session = await start(60 * minute);
    broken = true;
    await clock.pass(61 * minute);
    assert.equal(session.credentials(), undefined);
    assert.deepEqual(kinds(), ['renewalFailed', 'endingSoon', 'ended']);
    broken = false;
    await clock.pass(6 * minute);
    assert.equal(session.credentials()?.accessKeyId, 'ASIA2');
  });

  it('does not renew what took an MFA code, but warns five minutes before', async () => {
    const session = await start(60 * minute, false);
    await clock.pass(54 * minute);
    assert.deepEqual(kinds(), []);
    await clock.pass(2 * minute);
    assert.deepEqual(kinds(), ['endingSoon']);
    await session.renewWith(assume(60 * minute));
    assert.equal(session.credentials()?.accessKeyId, 'ASIA2');
    await clock.pass(50 * minute);
    assert.deepEqual(kinds(), ['endingSoon', 'renewed']);
    assert.equal(count, 2);
  });

  it('asks once at a time however slow STS is', async () => {
    let answer: (() => void) | undefined;
    let calls = 0;
    const slow = () => {
      calls++;
      return new Promise<AssumedRole>((resolve) => {
        answer = () => void assume(60 * minute)().then(resolve);
      });
    };
    const session = await RoleSession.start(assume(60 * minute), slow, clock);
    await clock.pass(50 * minute);
    assert.equal(calls, 1);
    assert.equal(session.credentials()?.accessKeyId, 'ASIA1');
    answer?.();
    await settle();
    assert.equal(session.credentials()?.accessKeyId, 'ASIA2');
  });

  it('forgets everything when closed, even what STS answers afterwards', async () => {
    let answer: (() => void) | undefined;
    const slow = () =>
      new Promise<AssumedRole>((resolve) => {
        answer = () => void assume(60 * minute)().then(resolve);
      });
    const session = await RoleSession.start(assume(60 * minute), slow, clock);
    await clock.pass(45 * minute);
    session.dispose();
    answer?.();
    await settle();
    assert.equal(session.credentials(), undefined);
    assert.equal(clock.timers, 0);
  });
});
