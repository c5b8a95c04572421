import { type ChildProcess, spawn } from 'node:child_process';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';

/** A program that runs until it is stopped. */
export interface Running {
  /** What it printed so far. */
  output(): string;
  /** Ends it and all it started. */
  stop(): Promise<void>;
}

/** Starts a program in a process group of its own, so that stopping it reaches its children. */
export function start(
  command: string,
  args: readonly string[],
  options: { env: NodeJS.ProcessEnv; cwd?: string },
): Running {
  const child = spawn(command, args, { ...options, detached: true, stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '';
  const add = (chunk: Buffer) => (output = (output + chunk.toString()).slice(-100_000));
  child.stdout.on('data', add);
  child.stderr.on('data', add);
  child.once('error', (error) => add(Buffer.from(String(error))));
  const killAll = () => kill(child, 'SIGKILL');
  process.once('exit', killAll);
  return {
    output: () => output,
    stop: async () => {
      process.off('exit', killAll);
      kill(child, 'SIGTERM');
      const ended = child.exitCode !== null || child.signalCode !== null;
      const exit = ended ? undefined : new Promise((resolve) => child.once('exit', resolve));
      await Promise.race([exit, sleep(3000, undefined, { ref: false })]);
      kill(child, 'SIGKILL');
    },
  };
}

/** Starts a program whose output the person sees; `ended` gives its exit code. */
export function startVisible(
  command: string,
  args: readonly string[],
  options: { cwd: string },
): Running & { readonly ended: Promise<number> } {
  const child = spawn(command, args, { ...options, detached: true, stdio: ['ignore', 'inherit', 'inherit'] });
  const ended = new Promise<number>((resolve) => child.once('close', (code) => resolve(code ?? 1)));
  return {
    output: () => '',
    ended,
    stop: async () => {
      kill(child, 'SIGTERM');
      await Promise.race([ended, sleep(3000, undefined, { ref: false })]);
      kill(child, 'SIGKILL');
    },
  };
}

function kill(child: ChildProcess, signal: NodeJS.Signals): void {
  try {
    if (child.pid) process.kill(-child.pid, signal);
  } catch {
    // The whole group has ended already.
  }
}

/** A port of the loopback interface that nobody uses just now. */
export async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

/** Waits until the address answers; fails with what the program printed. */
export async function waitForAnswer(url: string, program: Running, limit = 60_000): Promise<void> {
  const end = Date.now() + limit;
  while (Date.now() < end) {
    const answered = await fetch(url).then(
      (response) => response.status < 500,
      () => false,
    );
    if (answered) return;
    await sleep(150);
  }
  throw new Error(`${url} did not answer within ${limit / 1000} s.\n${program.output()}`);
}
