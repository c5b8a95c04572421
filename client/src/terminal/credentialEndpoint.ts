import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { SessionCredentials } from '../aws/model';
import type { Disposable } from '../emitter';

/** One session's door: the address and the token a terminal gets, and whoever closes it ends the access. */
export interface CredentialDoor extends Disposable {
  /** For AWS_CONTAINER_CREDENTIALS_FULL_URI. */
  readonly url: string;
  /** For AWS_CONTAINER_AUTHORIZATION_TOKEN. */
  readonly token: string;
}

/** What is in memory now; undefined where the session has ended. It must answer at once: SDKs wait two seconds. */
export type CredentialsNow = () => SessionCredentials | undefined;

interface Door {
  readonly tokenHash: Buffer;
  readonly credentials: CredentialsNow;
}

/**
 * Hands temporary credentials to the programs of a terminal by the protocol of container credentials, so that no key is
 * in an environment, in a file or on the screen. It listens on 127.0.0.1 only while a door is open. A request must be a
 * GET for an unguessable path with the token that belongs to this path, sent to exactly our host and port; anything a
 * web page would send along is refused. Answers come from memory and tell nothing about why they refuse.
 * @see https://docs.aws.amazon.com/sdkref/latest/guide/feature-container-credentials.html
 */
export class CredentialEndpoint implements Disposable {
  readonly #doors = new Map<string, Door>();
  #server: Promise<Server> | undefined;

  /** Opens a door for one terminal. */
  async open(credentials: CredentialsNow): Promise<CredentialDoor> {
    const path = `/${randomBytes(16).toString('base64url')}`;
    const token = randomBytes(32).toString('base64url');
    this.#doors.set(path, { tokenHash: hash(token), credentials });
    const close = () => {
      this.#doors.delete(path);
      if (this.#doors.size === 0) this.#stop();
    };
    try {
      const port = portOf(await (this.#server ??= this.#listen()));
      return { url: `http://127.0.0.1:${port}${path}`, token, dispose: close };
    } catch (error) {
      close();
      throw error;
    }
  }

  dispose(): void {
    this.#doors.clear();
    this.#stop();
  }

  #stop(): void {
    const server = this.#server;
    this.#server = undefined;
    void server?.then(
      (listening) => {
        listening.close();
        listening.closeAllConnections();
      },
      () => undefined,
    );
  }

  #listen(): Promise<Server> {
    const limits = {
      headersTimeout: 5_000,
      requestTimeout: 5_000,
      keepAliveTimeout: 1_000,
      maxHeaderSize: 16_384,
    };
    const server = createServer(limits, (request, response) => {
      this.#answer(request, response, portOf(server));
    });
    server.on('clientError', (_error, socket) => socket.destroy());
    return new Promise((resolve, reject) => {
      server.once('error', (error) => {
        this.#server = undefined;
        reject(error);
      });
      server.listen(0, '127.0.0.1', () => {
        resolve(server);
      });
    });
  }

  #answer(request: IncomingMessage, response: ServerResponse, port: number): void {
    if (request.method !== 'GET') return refuse(response, 405);
    if (request.headers.host !== `127.0.0.1:${port}` || comesFromWebPage(request))
      return refuse(response, 403);
    const door = this.#doors.get(request.url ?? '');
    if (door === undefined) return refuse(response, 404);
    if (!timingSafeEqual(hash(request.headers.authorization ?? ''), door.tokenHash))
      return refuse(response, 403);
    const credentials = door.credentials();
    if (credentials === undefined) return refuse(response, 503);
    send(response, 200, {
      AccessKeyId: credentials.accessKeyId,
      SecretAccessKey: credentials.secretAccessKey,
      Token: credentials.sessionToken,
      Expiration: credentials.expiresAt.toISOString(),
    });
  }
}

const portOf = (server: Server): number => (server.address() as AddressInfo).port;

/** Comparing hashes takes the same time whatever the lengths. */
const hash = (text: string): Buffer => createHash('sha256').update(text).digest();

/** Browsers send these by themselves and let no script take them away; SDKs send neither. */
const comesFromWebPage = ({ headers }: IncomingMessage): boolean =>
  headers.origin !== undefined || Object.keys(headers).some((name) => name.startsWith('sec-fetch-'));

const reasons: Readonly<Record<number, string>> = {
  403: 'Forbidden',
  404: 'NotFound',
  405: 'MethodNotAllowed',
  503: 'SessionEnded',
};

const refuse = (response: ServerResponse, status: number): void => {
  const code = reasons[status] ?? 'Error';
  send(response, status, { code, message: status === 503 ? 'This role session has ended.' : code });
};

const send = (response: ServerResponse, status: number, body: object): void => {
  response.writeHead(status, {
    'Content-Type': 'application/json',
    'Cache-Control': 'no-store',
    'X-Content-Type-Options': 'nosniff',
  });
  response.end(JSON.stringify(body));
};
