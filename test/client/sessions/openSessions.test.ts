import assert from 'node:assert/strict';
import { setImmediate as settle } from 'node:timers/promises';
import { assumeFrom } from '../../../client/src/sessions/assumption';
import { chainOf, type OpenSession, OpenSessions } from '../../../client/src/sessions/openSessions';
import { defaultSessionName, requestFor } from '../../../client/src/sessions/options';
import { RememberedRoles } from '../../../client/src/sessions/rememberedRoles';
import { RoleSession } from '../../../client/src/sessions/roleSession';
import { sessionRows } from '../../../client/src/views/sessions/sessionRows';
import { FakeConnection } from '../support/fakeConnection';

const arnOf = (name: string) => `arn:aws:iam::123456789012:role/${name}`;
const base = { kind: 'chosen' as const };
const options = { durationSeconds: 3600, base };

const startSession = (name: string, renewable = true) => {
  const assume = () =>
    Promise.resolve({
      credentials: {
        accessKeyId: `ASIA${name}`,
        secretAccessKey: 'canary-secret',
        sessionToken: 'canary-token',
        expiresAt: new Date(Date.now() + 3_570_000),
      },
      identity: { account: '123456789012', arn: `arn:aws:sts::123456789012:assumed-role/${name}/me` },
    });
  return RoleSession.start(assume, renewable ? assume : undefined);
};

/** Memory as the editor's. */
const memory = () => {
  const values = new Map<string, unknown>();
  return {
    values,
    get: <T>(key: string) => values.get(key) as T | undefined,
    update: (key: string, value: unknown) => {
      values.set(key, value);
      return Promise.resolve();
    },
  };
};

describe('the open sessions of a window', () => {
  let sessions: OpenSessions;
  beforeEach(() => {
    sessions = new OpenSessions();
  });
  afterEach(() => {
    sessions.dispose();
  });
  const add = async (name: string, from?: OpenSession, renewable = true) => {
    const session = await startSession(name, renewable);
    return sessions.add({
      roleArn: arnOf(name),
      sessionName: 'me',
      options,
      connection: new FakeConnection({}),
      session,
      base: from,
      origin: 'arn:aws:iam::123456789012:user/alice',
      renew: () => session.renewWith(),
    });
  };

  it('end with the last thing that holds them', async () => {
    const open = await add('A');
    const [one, two] = [sessions.hold(open), sessions.hold(open)];
    one.dispose();
    one.dispose();
    assert.equal(sessions.all.length, 1);
    two.dispose();
    assert.equal(sessions.all.length, 0);
    assert.equal(open.session.credentials(), undefined);
  });

  it('stay while another was assumed from them, and end it when ended', async () => {
    const first = await add('A');
    const second = await add('B', first);
    const [holdFirst, holdSecond] = [sessions.hold(first), sessions.hold(second)];
    holdFirst.dispose();
    assert.equal(sessions.all.length, 2);
    assert.deepEqual(chainOf(second), ['arn:aws:iam::123456789012:user/alice', arnOf('A'), arnOf('B')]);
    holdSecond.dispose();
    assert.equal(sessions.all.length, 0);
    const [third, fourth] = [await add('C'), undefined];
    await add('D', third);
    sessions.close(third);
    assert.equal(sessions.all.length, 0, String(fourth));
  });

  it('give nothing while locked, and go on when renewed', async () => {
    const { session, renew } = await add('A');
    session.lock();
    assert.deepEqual(
      [session.state, session.credentials(), session.expiresAt],
      ['locked', undefined, undefined],
    );
    await renew();
    assert.equal(session.state, 'active');
  });

  it('are the base of others with what they have in memory, and say so when they have nothing', async () => {
    const first = await add('A');
    let by: string | undefined;
    const connection = new FakeConnection({});
    Object.defineProperty(connection, 'sts', {
      value: {
        assumeRole: (_: unknown, { credentials }: { credentials: { accessKeyId: string } }) => {
          by = credentials.accessKeyId;
          return Promise.resolve();
        },
      },
    });
    const request = { roleArn: arnOf('B'), sessionName: 'me', durationSeconds: 900 };
    await assumeFrom({ connection, session: first }, request);
    assert.equal(by, 'ASIAA');
    first.session.lock();
    await assert.rejects(
      assumeFrom({ connection, session: first }, request),
      /the session of role A, from which it is assumed, is locked\. Renew that session first/,
    );
  });

  it('are rows with chain, confirmation, end and options, and no secret', async () => {
    const first = await add('A');
    const second = await add('B', first, false);
    sessions.confirm(second, 'arn:aws:sts::123456789012:assumed-role/B/me');
    await settle();
    const rows = sessionRows({
      sessions: sessions.all,
      terminalsOf: () => [],
      lost: [],
      accountName: () => 'acme-dev',
      confirmed: (open) => sessions.confirmed(open),
    });
    assert.deepEqual(
      rows.map(({ label, description, context }) => [label, description, context]),
      [
        ['A', 'acme-dev · 59 min left', 'session.active'],
        ['B', 'acme-dev · 59 min left', 'session.active'],
      ],
    );
    const facts = rows[1]!.children!().map(({ label, description }) => `${label}: ${description}`);
    assert.ok(facts.includes('Chain: user/alice → A → B'), facts.join());
    assert.ok(facts.includes('Confirmed by AWS: assumed-role/B/me'));
    assert.ok(facts.some((fact) => /Ends: \d\d:\d\d, needs a new MFA code/.test(fact)));
    assert.doesNotMatch(JSON.stringify(rows.map(({ details }) => details)), /canary/);
  });
});

describe('what is remembered of assumed roles', () => {
  it('is how, the latest first, at most fifty, and never a secret or a base that will be gone', async () => {
    let time = 0;
    const kept = memory();
    const remembered = new RememberedRoles(kept, () => ++time);
    for (let i = 0; i < 60; i++) await remembered.remember(arnOf(`R${i}`), options);
    const chained = { ...options, externalId: 'x-1', base: { kind: 'session' as const, id: 'session-1' } };
    await remembered.remember(arnOf('R5'), chained);
    assert.equal(remembered.recent.length, 50);
    assert.equal(remembered.recent[0], arnOf('R5'));
    assert.deepEqual(remembered.optionsOf(arnOf('R5')), { ...options, externalId: 'x-1', base });
    assert.equal(remembered.explained, false);
    await remembered.rememberExplained();
    assert.equal(remembered.explained, true);
    await remembered.forget();
    assert.deepEqual(remembered.recent, []);
  });
});

describe('what STS is asked', () => {
  it('leaves out what was not given', () => {
    assert.deepEqual(requestFor(arnOf('R'), 'me', { ...options, tags: {} }, undefined), {
      roleArn: arnOf('R'),
      sessionName: 'me',
      durationSeconds: 3600,
    });
    const full = { ...options, externalId: 'x', sourceIdentity: 'me', tags: { a: 'b' } };
    assert.deepEqual(Object.keys(requestFor(arnOf('R'), 'me', full, '{}')).sort(), [
      'durationSeconds',
      'externalId',
      'policy',
      'roleArn',
      'sessionName',
      'sourceIdentity',
      'tags',
    ]);
    assert.match(defaultSessionName('a b', new Date(0)), /^ab-19700101T0000$/);
  });
});
