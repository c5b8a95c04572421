import { request } from 'node:http';
import { connect } from 'node:net';
import type { CredentialDoor } from '../../../../client/src/terminal/credentialEndpoint';

export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: string;
}

export const ask = (url: string, headers: Record<string, string>, method = 'GET'): Promise<Answer> =>
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

/** A request that must be refused, and the change to the endpoint that would let it through. */
export interface Attack {
  readonly what: string;
  readonly status: number;
  readonly attempt: (door: CredentialDoor, other: CredentialDoor) => Promise<Answer>;
  /** Texts of the endpoint's source: what guards against this, and what a careless change would leave. */
  readonly guard: readonly [from: string, to: string];
}

const hostOf = ({ url }: CredentialDoor) => new URL(url).host;
const tokenGuard = [
  "if (!timingSafeEqual(hash(request.headers.authorization ?? ''), door.tokenHash))",
  'if (!timingSafeEqual(door.tokenHash, door.tokenHash))',
] as const;
const pathGuard = [
  "this.#doors.get(text(hash(request.url ?? '')))",
  '[...this.#doors.values()].find((each) => each.tokenHash.equals(hash(request.headers.authorization ?? "")))',
] as const;
const hostGuard = ['request.headers.host !== `127.0.0.1:${port}` ||', ''] as const;
const methodGuard = ["if (request.method !== 'GET') return refuse(response, 405);", ''] as const;
const originGuard = ['headers.origin !== undefined ||', ''] as const;

/** What others may try who are not the terminal: web pages, other terminals, other programs of the machine. */
export const attacks: readonly Attack[] = [
  { what: 'no token', status: 403, guard: tokenGuard, attempt: ({ url }) => ask(url, {}) },
  {
    what: 'a wrong token',
    status: 403,
    guard: tokenGuard,
    attempt: ({ url, token }) => ask(url, { authorization: `${token}x` }),
  },
  {
    what: 'an empty token',
    status: 403,
    guard: tokenGuard,
    attempt: ({ url }) => ask(url, { authorization: '' }),
  },
  {
    what: 'the token of another terminal',
    status: 403,
    guard: tokenGuard,
    attempt: ({ url }, { token }) => ask(url, { authorization: token }),
  },
  {
    what: 'another path',
    status: 404,
    guard: pathGuard,
    attempt: ({ url, token }) => ask(`${url}x`, { authorization: token }),
  },
  {
    what: 'a query',
    status: 404,
    guard: pathGuard,
    attempt: ({ url, token }) => ask(`${url}?x=1`, { authorization: token }),
  },
  {
    what: 'no path',
    status: 404,
    guard: pathGuard,
    attempt: ({ url, token }) => ask(new URL('/', url).href, { authorization: token }),
  },
  {
    what: 'another host, as a name that leads here would have',
    status: 403,
    guard: hostGuard,
    attempt: ({ url, token }) => ask(url, { authorization: token, host: 'evil.example' }),
  },
  {
    what: 'localhost, as a rebound name would use',
    status: 403,
    guard: hostGuard,
    attempt: (door) =>
      ask(door.url, { authorization: door.token, host: hostOf(door).replace('127.0.0.1', 'localhost') }),
  },
  {
    what: 'a host without the port',
    status: 403,
    guard: hostGuard,
    attempt: ({ url, token }) => ask(url, { authorization: token, host: '127.0.0.1' }),
  },
  {
    what: 'an origin',
    status: 403,
    guard: originGuard,
    attempt: (door) => ask(door.url, { authorization: door.token, origin: `http://${hostOf(door)}` }),
  },
  {
    what: 'the null origin',
    status: 403,
    guard: originGuard,
    attempt: ({ url, token }) => ask(url, { authorization: token, origin: 'null' }),
  },
  ...['site', 'mode', 'dest', 'user'].map((part): Attack => ({
    what: `the header Sec-Fetch-${part}`,
    status: 403,
    guard: ["name.startsWith('sec-fetch-')", "name === 'sec-fetch'"],
    attempt: ({ url, token }) => ask(url, { authorization: token, [`sec-fetch-${part}`]: 'none' }),
  })),
  ...['POST', 'HEAD', 'OPTIONS', 'PUT', 'DELETE'].map((method): Attack => ({
    what: `the method ${method}`,
    status: 405,
    guard: methodGuard,
    attempt: ({ url, token }) => ask(url, { authorization: token }, method),
  })),
];

/** Whether something listens there. */
export const canConnect = (host: string, port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const socket = connect({ host, port, timeout: 1000 });
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
