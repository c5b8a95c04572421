import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type Call, Dropped, nameOf, type Next, readCall, type Reply, type Rule } from './exchange';

/** A proxy between a client and the emulated AWS that records the calls and makes them fail as they are told to. */
export interface FaultProxy {
  readonly endpoint: string;
  /** Names of the calls that arrived, in order: `iam:CreateRole`. */
  readonly calls: readonly string[];
  /** The changes that were asked for. */
  readonly changes: readonly string[];
  /** The changes that were made, whatever the client was told of them. */
  readonly made: readonly string[];
  /** Adds a rule in front of those that are there; answers what takes it away. */
  add(rule: Rule): () => void;
  /** Forgets the recorded calls and all added rules. */
  reset(): void;
  stop(): Promise<void>;
}

/**
 * Starts a proxy on a free port of the loopback interface.
 * @param upstream the emulator's endpoint
 * @param always rules that stay behind all others, such as those of `likeAws`
 */
export async function startFaultProxy(upstream: string, always: readonly Rule[] = []): Promise<FaultProxy> {
  const calls: string[] = [];
  const made: string[] = [];
  let added: Rule[] = [];
  const server = createServer((request, response) => {
    void handle(request, response);
  });

  const handle = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const call = readCall(request.headers, await bodyOf(request));
    calls.push(nameOf(call));
    try {
      const { status, body } = await through([...added, ...always], commit)(call);
      response.writeHead(status, { 'content-type': 'text/xml' }).end(body);
    } catch (error) {
      if (!(error instanceof Dropped)) response.writeHead(502).end(String(error));
      else request.socket.destroy();
    }
  };

  const commit: Next = async (call) => {
    const reply = await forward(upstream, call);
    if (reply.status === 200 && isChange(nameOf(call))) made.push(nameOf(call));
    return reply;
  };

  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    endpoint: `http://127.0.0.1:${port}`,
    calls,
    get changes() {
      return calls.filter(isChange);
    },
    made,
    add: (rule) => {
      added = [rule, ...added];
      return () => (added = added.filter((other) => other !== rule));
    },
    reset: () => {
      calls.length = made.length = 0;
      added = [];
    },
    stop: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

const isChange = (name: string): boolean => !/:(Describe|Get|List|Simulate|Decode)/.test(name);

const through = (rules: readonly Rule[], last: Next): Next =>
  rules.reduceRight<Next>((next, rule) => (call) => rule(call, next), last);

/** Sends a call on. The emulator tells the service and the region by the signature's scope and does not verify it. */
export async function forward(upstream: string, { headers, form }: Call): Promise<Reply> {
  const answer = await fetch(upstream, {
    method: 'POST',
    headers: {
      authorization: headers.authorization ?? '',
      'content-type': 'application/x-www-form-urlencoded; charset=utf-8',
    },
    body: form.toString(),
  });
  return { status: answer.status, body: await answer.text() };
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString();
}
