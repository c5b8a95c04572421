import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { SessionCredentials } from '../aws/model';
import type { Disposable } from '../emitter';

/** One terminal's door: the address and the token it gets, and whoever closes it ends the access. */
export interface CredentialDoor extends Disposable {
  /** For AWS_CONTAINER_CREDENTIALS_FULL_URI. */
  readonly url: string;
  /** For AWS_CONTAINER_AUTHORIZATION_TOKEN. */
  readonly token: string;
  /** By which the same door can be opened again after the window was reloaded. */
  readonly trace: DoorTrace;
}

/** What may be stored of a door: nobody can tell its path or token from it. */
export interface DoorTrace {
  readonly port: number;
  /** SHA-256 in base64url, as are all hashes here. */
  readonly pathHash: string;
  readonly tokenHash: string;
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
  /** By the hash of the path. */
  readonly #doors = new Map<string, Door>();
  /** By port; 0 stands for the one where new doors open. */
  readonly #servers = new Map<number, Promise<Server>>();

  /** Opens a door for one terminal. */
  async open(credentials: CredentialsNow): Promise<CredentialDoor> {
    const path = `/${randomBytes(16).toString('base64url')}`;
    const token = randomBytes(32).toString('base64url');
    const [pathHash, tokenHash] = [hash(path), hash(token)];
    const added = await this.#add(0, pathHash, { tokenHash, credentials });
    const { port } = added;
    return {
      url: `http://127.0.0.1:${port}${path}`,
      token,
      trace: { port, pathHash: text(pathHash), tokenHash: text(tokenHash) },
      dispose: () => {
        added.dispose();
      },
    };
  }

  /**
   * Opens a door again whose terminal outlived the window that had opened it: the terminal still knows path and token,
   * we only their hashes.
   * @throws where another program has taken the port
   */
  async reopen(trace: DoorTrace, credentials: CredentialsNow): Promise<Disposable> {
    const tokenHash = Buffer.from(trace.tokenHash, 'base64url');
    if (tokenHash.length !== 32) throw new Error('this is no trace of a door');
    const isOurs = portOf(await (this.#servers.get(0) ?? Promise.resolve(undefined))) === trace.port;
    const key = Buffer.from(trace.pathHash, 'base64url');
    return this.#add(isOurs ? 0 : trace.port, key, { tokenHash, credentials });
  }

  dispose(): void {
    this.#doors.clear();
    this.#stop();
  }

  async #add(port: number, pathHash: Buffer, door: Door): Promise<Disposable & { port: number }> {
    const key = text(pathHash);
    this.#doors.set(key, door);
    const dispose = () => {
      if (this.#doors.get(key) === door) this.#doors.delete(key);
      if (this.#doors.size === 0) this.#stop();
    };
    try {
      const server = this.#servers.get(port) ?? this.#listen(port);
      this.#servers.set(port, server);
      return { port: portOf(await server) ?? 0, dispose };
    } catch (error) {
      dispose();
      throw error;
    }
  }

  #stop(): void {
    for (const server of this.#servers.values()) {
      void server.then(
        (listening) => {
          listening.close();
          listening.closeAllConnections();
        },
        () => undefined,
      );
    }
    this.#servers.clear();
  }

  #listen(port: number): Promise<Server> {
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
        this.#servers.delete(port);
        reject(error);
      });
      server.listen(port, '127.0.0.1', () => {
        resolve(server);
      });
    });
  }

  #answer(request: IncomingMessage, response: ServerResponse, port: number | undefined): void {
    if (request.method !== 'GET') return refuse(response, 405);
    if (request.headers.host !== `127.0.0.1:${port}` || comesFromWebPage(request))
      return refuse(response, 403);
    const door = this.#doors.get(text(hash(request.url ?? '')));
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

const portOf = (server: Server | undefined): number | undefined =>
  (server?.address() as AddressInfo | null | undefined)?.port;

/** Comparing hashes takes the same time whatever the lengths. */
const hash = (secret: string): Buffer => createHash('sha256').update(secret).digest();

const text = (bytes: Buffer): string => bytes.toString('base64url');

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
