import { join } from 'node:path';
import { cached } from './cached';
import { freePort, start, waitForAnswer } from './processes';
import { run, which } from './run';
import { say, SetupError } from './say';
import { ensureSystemPackages } from './systemPackages';

const motoVersion = '5.2.1';

/** An AWS account on this machine: moto's server, a real HTTP API for IAM, EC2 and STS. */
export interface Emulator {
  readonly endpoint: string;
  stop(): Promise<void>;
}

/** Starts the emulator on a free port of the loopback interface, empty but for AWS's managed policies. */
export async function startEmulator(): Promise<Emulator> {
  const [program, ...words] = await findMoto();
  const port = await freePort();
  const endpoint = `http://127.0.0.1:${port}`;
  // A profile or endpoint of the person's own would lead the emulator's AWS library astray.
  const own = Object.entries(process.env).filter(([name]) => !name.startsWith('AWS_'));
  const env = { ...Object.fromEntries(own), MOTO_IAM_LOAD_MANAGED_POLICIES: 'true' };
  const running = start(program, [...words, '-H', '127.0.0.1', '-p', String(port)], { env });
  try {
    await waitForAnswer(`${endpoint}/moto-api/`, running);
  } catch (error) {
    await running.stop();
    throw error;
  }
  return { endpoint, stop: () => running.stop() };
}

/** moto's server on the PATH, else from the cache, else installed there from Python's index. */
async function findMoto(): Promise<[string, ...string[]]> {
  const found = which('moto_server');
  if (found) return [found];
  await ensureSystemPackages('emulator');
  const folder = await cached(`moto-${motoVersion}`, async (unfinished) => {
    say(`Installing the AWS emulator (moto ${motoVersion}) into a Python environment of its own…`);
    try {
      await run('python3', ['-m', 'venv', unfinished]);
      await run(join(unfinished, 'bin/python'), [
        '-m',
        'pip',
        'install',
        '--quiet',
        `moto[server]==${motoVersion}`,
      ]);
    } catch (error) {
      const reason = error instanceof Error ? error.message.split('\n')[0] : String(error);
      throw new SetupError(
        `The AWS emulator is missing: put moto_server on the PATH (pip install 'moto[server]==${motoVersion}'). ${reason}`,
      );
    }
  });
  // Its scripts still name the folder they were installed in; the interpreter knows where it is.
  return [join(folder, 'bin/python'), '-m', 'moto.server'];
}
