import { execFile, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { Agent, request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { connect } from '../../client/src/aws/connect';
import { RoleSession } from '../../client/src/sessions/roleSession';
import { type CredentialDoor, CredentialEndpoint } from '../../client/src/terminal/credentialEndpoint';
import { configFile, terminalEnvironment } from '../../client/src/terminal/environment';
import { writeTerminalFiles } from '../../client/src/terminal/files';
import { startEmulator } from '../environment/emulator';
import { median, ms, ratioRow, type Row, timeAsync } from './measure';

const roleArn = 'arn:aws:iam::123456789012:role/Bench';

/** A role in a terminal: how long until it can be used, and how fast its credentials are handed on. */
export async function terminalRows(): Promise<Row[]> {
  const emulator = await startEmulator();
  const folder = mkdtempSync(join(tmpdir(), 'trustwright-bench-'));
  const endpoint = new CredentialEndpoint();
  try {
    Object.assign(process.env, { AWS_ACCESS_KEY_ID: 'testing', AWS_SECRET_ACCESS_KEY: 'testing' });
    const env = {
      ...process.env,
      AWS_ENDPOINT_URL: emulator.endpoint,
      AWS_REGION: 'us-east-1',
      AWS_DEFAULT_REGION: 'us-east-1',
    };
    const cli = await timeAsync(() => assumeByCli(env), 5);
    const open = () => openTerminal(emulator.endpoint, folder, endpoint);
    await open();
    const prompt = await timeAsync(open, 9);
    const door = await endpoint.open(() => ({
      accessKeyId: 'ASIABENCH',
      secretAccessKey: 'x'.repeat(40),
      sessionToken: 'x'.repeat(800),
      expiresAt: new Date(Date.now() + 3_600_000),
    }));
    return [
      ratioRow('role chosen → usable prompt', prompt, '`aws sts assume-role`', cli, 1),
      ...(await answerRows(door, cli)),
    ];
  } finally {
    endpoint.dispose();
    rmSync(folder, { recursive: true, force: true });
    await emulator.stop();
  }
}

const assumeByCli = (env: NodeJS.ProcessEnv) =>
  promisify(execFile)('aws', ['sts', 'assume-role', '--role-arn', roleArn, '--role-session-name', 'bench'], {
    env,
  });

/** Everything that happens between the choice and the prompt but for the editor drawing the terminal. */
const openTerminal = async (address: string, folder: string, endpoint: CredentialEndpoint): Promise<void> => {
  const nobody = () => Promise.reject(new Error('nobody to ask'));
  const connection = await connect({ profile: undefined, region: 'us-east-1' }, nobody, {
    AWS_ENDPOINT_URL: address,
  });
  const assume = () => connection.sts.assumeRole({ roleArn, sessionName: 'bench', durationSeconds: 3600 });
  const session = await RoleSession.start(assume, assume);
  const door = await endpoint.open(session.credentials);
  const { place, settings } = connection;
  const files = await writeTerminalFiles(folder, configFile(place, settings));
  const supply = { kind: 'endpoint' as const, door };
  const changes = terminalEnvironment({ place, settings, supply, files, inherited: process.env, roleArn });
  const env = Object.entries({ ...process.env, ...changes, PS1: 'ready ' }).filter(
    ([, value]) => value !== null,
  );
  await firstPrompt(Object.fromEntries(env));
  session.dispose();
  connection.dispose();
};

/** An interactive shell until it shows its prompt. */
const firstPrompt = (env: NodeJS.ProcessEnv): Promise<void> =>
  new Promise((resolve, reject) => {
    const shell = spawn('bash', ['--norc', '-i'], { env, stdio: 'pipe' });
    shell.once('error', reject);
    shell.stderr.on('data', (part: Buffer) => {
      if (!part.toString().includes('ready')) return;
      shell.kill('SIGKILL');
      resolve();
    });
  });

const answerRows = async (door: CredentialDoor, cli: number): Promise<Row[]> => {
  const agent = new Agent({ keepAlive: true, maxSockets: 8 });
  const times: number[] = [];
  for (let warm = 0; warm < 200; warm++) await fetchOnce(door, agent);
  const start = performance.now();
  let left = 4_000;
  const worker = async () => {
    while (left-- > 0) {
      const begin = performance.now();
      await fetchOnce(door, agent);
      times.push(performance.now() - begin);
    }
  };
  await Promise.all(Array.from({ length: 8 }, worker));
  const perSecond = (times.length / (performance.now() - start)) * 1000;
  agent.destroy();
  const p99 = [...times].sort((a, b) => a - b)[Math.floor(times.length * 0.99)] ?? NaN;
  return [
    {
      what: 'credentials endpoint, answers a second (8 at a time)',
      measured: `${perSecond.toFixed(0)}/s, median ${ms(median(times))}`,
      yardstick: `\`aws sts assume-role\`: ${(1000 / cli).toFixed(1)}/s`,
      ratio: `${((perSecond * cli) / 1000).toFixed(0)}×`,
      aim: '≥ 100/s',
      good: perSecond >= 100,
    },
    ratioRow('credentials endpoint, 99 of 100 answers within', p99, '`aws sts assume-role`', cli, 0.1),
  ];
};

const fetchOnce = ({ url, token }: CredentialDoor, agent: Agent): Promise<void> =>
  new Promise((resolve, reject) => {
    request(url, { agent, headers: { authorization: token } }, (response) => {
      response.resume();
      response.once('end', resolve);
    })
      .once('error', reject)
      .end();
  });
