import assert from 'node:assert/strict';
import { request } from 'node:http';
import { connect, type Socket } from 'node:net';
import { networkInterfaces } from 'node:os';
import type { SessionCredentials } from '../../../client/src/aws/model';
import { type CredentialDoor, CredentialEndpoint } from '../../../client/src/terminal/credentialEndpoint';

const credentials = (name: string): SessionCredentials => ({
  accessKeyId: `ASIA${name}`,
  secretAccessKey: `secret-of-${name}`,
  sessionToken: `token-of-${name}`,
  expiresAt: new Date('2030-01-02T03:04:05Z'),
});

interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: string;
}

const ask = (url: string, headers: Record<string, string>, method = 'GET'): Promise<Answer> =>
  new Promise((resolve, reject) => {
    const asked = request(url, { method, headers, agent: false }, (response) => {
      let body = '';
      response.setEncoding('utf8');
      response.on('data', (chunk: string) => (body += chunk));
      response.on('end', () => {
        resolve({ status: response.statusCode ?? 0, headers: response.headers, body });
      });
    });
    asked.on('error', reject);
    asked.end();
  });

const canConnect = (host: string, port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const socket: Socket = connect({ host, port, timeout: 1000 });
    const end = (answer: boolean) => {
      socket.destroy();
      resolve(answer);
    };
    socket.once('connect', () => {
      end(true);
    });
    for (const event of ['error', 'timeout']) {
      socket.once(event, () => {
        end(false);
      });
    }
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

  const refusals: [string, number, () => Promise<Answer>][] = [
    ['no token', 403, () => ask(door.url, {})],
    ['a wrong token', 403, () => ask(door.url, { authorization: `${door.token}x` })],
    ['an empty token', 403, () => ask(door.url, { authorization: '' })],
    ['the token of another terminal', 403, () => ask(door.url, { authorization: other.token })],
    ['another path', 404, () => ask(`${door.url}x`, { authorization: door.token })],
    ['a query', 404, () => ask(`${door.url}?x=1`, { authorization: door.token })],
    ['no path', 404, () => ask(new URL('/', door.url).href, { authorization: door.token })],
    ['another host', 403, () => ask(door.url, { authorization: door.token, host: 'evil.example' })],
    [
      'localhost, as a rebound name would use',
      403,
      () => ask(door.url, { authorization: door.token, host: `localhost:${new URL(door.url).port}` }),
    ],
    ['a host without the port', 403, () => ask(door.url, { authorization: door.token, host: '127.0.0.1' })],
    ['an origin', 403, () => ask(door.url, { authorization: door.token, origin: 'http://127.0.0.1' })],
    ['the null origin', 403, () => ask(door.url, { authorization: door.token, origin: 'null' })],
    ['fetch metadata', 403, () => ask(door.url, { authorization: door.token, 'sec-fetch-site': 'none' })],
    ...['POST', 'HEAD', 'OPTIONS', 'PUT'].map((method): [string, number, () => Promise<Answer>] => [
      `the method ${method}`,
      405,
      () => ask(door.url, { authorization: door.token }, method),
    ]),
  ];
  for (const [what, status, attempt] of refusals) {
    it(`refuses ${what}, and tells nothing`, async () => {
      const answer = await attempt();
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
      .filter((address) => address !== '127.0.0.1' && !address.startsWith('fe80'));
    for (const address of others) assert.equal(await canConnect(address, port), false, address);
  });

  it('answers a thousand requests without touching anything slow', async () => {
    const start = performance.now();
    for (let i = 0; i < 1000; i++) await ask(door.url, { authorization: door.token });
    assert.ok(performance.now() - start < 10_000);
  }).timeout(15_000);
});
