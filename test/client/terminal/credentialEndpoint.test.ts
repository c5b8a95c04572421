import assert from 'node:assert/strict';
import { createServer } from 'node:net';
import { networkInterfaces } from 'node:os';
import type { SessionCredentials } from '../../../client/src/aws/model';
import { type CredentialDoor, CredentialEndpoint } from '../../../client/src/terminal/credentialEndpoint';
import { ask, attacks, canConnect } from './support/attacks';

const credentials = (name: string): SessionCredentials => ({
  accessKeyId: `ASIA${name}`,
  secretAccessKey: `secret-of-${name}`,
  sessionToken: `token-of-${name}`,
  expiresAt: new Date('2030-01-02T03:04:05Z'),
});

describe('the credentials endpoint of a terminal', () => {
  let endpoint: CredentialEndpoint;
  let door: CredentialDoor;
  let other: CredentialDoor;
  let now: SessionCredentials | undefined;
  beforeEach(async () => {
    endpoint = new CredentialEndpoint();
    now = credentials('A');
    door = await endpoint.open(() => now);
    other = await endpoint.open(() => credentials('B'));
  });
  afterEach(() => {
    endpoint.dispose();
  });

  it('gives the session’s credentials for its path with its token', async () => {
    const { status, headers, body } = await ask(door.url, { authorization: door.token });
    assert.equal(status, 200);
    assert.equal(headers['cache-control'], 'no-store');
    assert.deepEqual(JSON.parse(body), {
      AccessKeyId: 'ASIAA',
      SecretAccessKey: 'secret-of-A',
      Token: 'token-of-A',
      Expiration: '2030-01-02T03:04:05.000Z',
    });
  });

  it('has a path and a token nobody guesses, different for each terminal', () => {
    assert.ok(Buffer.from(new URL(door.url).pathname.slice(1), 'base64url').length >= 16);
    assert.ok(Buffer.from(door.token, 'base64url').length >= 32);
    assert.notEqual(new URL(door.url).pathname, new URL(other.url).pathname);
    assert.notEqual(door.token, other.token);
    assert.match(door.token, /^[\w-]+$/, 'no line break or other character that clients refuse');
  });

  for (const { what, status, attempt } of attacks) {
    it(`refuses ${what}, and tells nothing`, async () => {
      const answer = await attempt(door, other);
      assert.equal(answer.status, status);
      assert.doesNotMatch(answer.body, /ASIA|secret|token-of/);
      assert.equal(answer.headers['access-control-allow-origin'], undefined);
    });
  }

  it('answers from what is in memory now, and says when the session has ended', async () => {
    now = credentials('renewed');
    assert.match((await ask(door.url, { authorization: door.token })).body, /ASIArenewed/);
    now = undefined;
    const { status, body } = await ask(door.url, { authorization: door.token });
    assert.equal(status, 503);
    assert.match(body, /has ended/);
  });

  it('knows a closed door no more, and leaves the other open', async () => {
    door.dispose();
    assert.equal((await ask(door.url, { authorization: door.token })).status, 404);
    assert.equal((await ask(other.url, { authorization: other.token })).status, 200);
  });

  it('stops listening with the last door', async () => {
    const port = Number(new URL(door.url).port);
    assert.equal(await canConnect('127.0.0.1', port), true);
    door.dispose();
    other.dispose();
    assert.equal(await canConnect('127.0.0.1', port), false);
    const again = await endpoint.open(() => credentials('again'));
    assert.match((await ask(again.url, { authorization: again.token })).body, /ASIAagain/);
  });

  it('listens on 127.0.0.1 and no other address of this machine', async () => {
    const port = Number(new URL(door.url).port);
    const others = Object.values(networkInterfaces())
      .flatMap((addresses) => addresses ?? [])
      .map(({ address }) => address)
      .filter((address) => address !== '127.0.0.1' && !address.startsWith('fe80'))
      .concat('127.0.0.2');
    for (const address of others) assert.equal(await canConnect(address, port), false, address);
  });

  it('opens a door again for the terminal that knows it, by hashes alone', async () => {
    const { url, token, trace } = door;
    assert.ok(!JSON.stringify(trace).includes(token) && !url.endsWith(trace.pathHash));
    endpoint.dispose();
    assert.equal(await canConnect('127.0.0.1', trace.port), false);
    const next = new CredentialEndpoint();
    const again = await next.reopen(trace, () => credentials('later'));
    assert.match((await ask(url, { authorization: token })).body, /ASIAlater/);
    assert.equal((await ask(url, { authorization: trace.tokenHash })).status, 403);
    assert.equal((await ask(other.url, { authorization: other.token })).status, 404, 'the other stays shut');
    again.dispose();
    assert.equal(await canConnect('127.0.0.1', trace.port), false);
    next.dispose();
  });

  it('opens a door again beside others on its own port', async () => {
    door.dispose();
    assert.equal((await ask(door.url, { authorization: door.token })).status, 404);
    await endpoint.reopen(door.trace, () => credentials('back'));
    assert.match((await ask(door.url, { authorization: door.token })).body, /ASIAback/);
    assert.match((await ask(other.url, { authorization: other.token })).body, /ASIAB/);
  });

  it('does not open a door again on a port that somebody else has taken', async () => {
    const { trace } = door;
    endpoint.dispose();
    const squatter = createServer();
    await new Promise<void>((resolve) => squatter.listen(trace.port, '127.0.0.1', resolve));
    const next = new CredentialEndpoint();
    await assert.rejects(
      next.reopen(trace, () => credentials('x')),
      /EADDRINUSE/,
    );
    next.dispose();
    squatter.close();
  });
});
