import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { connect } from '../../client/src/aws/awsEntry';
import { Account } from '../../client/src/state/account';
import { which } from '../environment/run';
import { BigAccount } from '../support/bigAccount';
import { limitRow, ms, type Row } from './measure';

/** Milliseconds that each answer takes, as over a network. */
const latency = 50;
const size = { instances: 2000, roles: 2000, profiles: 1000, latency };

/** Listing a large account, beside what the AWS CLI takes for two of the four lists. */
export async function listingRows(): Promise<Row[]> {
  const folder = mkdtempSync(join(tmpdir(), 'trustwright-bench-'));
  const big = await BigAccount.start(size);
  try {
    useAccount(folder, big.endpoint);
    const ours = await list(big);
    return [...rowsOf(ours), ...(await cliRows(big, ours))];
  } finally {
    await big.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

function useAccount(folder: string, endpoint: string): void {
  for (const name of Object.keys(process.env))
    if (name.startsWith('AWS_')) Reflect.deleteProperty(process.env, name);
  const config = join(folder, 'config');
  writeFileSync(config, `[default]\nregion = us-east-1\nendpoint_url = ${endpoint}\n`);
  Object.assign(process.env, {
    AWS_CONFIG_FILE: config,
    AWS_SHARED_CREDENTIALS_FILE: join(folder, 'none'),
    AWS_ACCESS_KEY_ID: 'testing',
    AWS_SECRET_ACCESS_KEY: 'testing',
    AWS_EC2_METADATA_DISABLED: 'true',
    AWS_PAGER: '',
  });
}

interface Listed {
  readonly calls: number;
  readonly firstRow: number;
  readonly lastRow: number;
  /** Megabytes of heap that the lists take. */
  readonly memory: number;
}

async function list(big: BigAccount): Promise<Listed> {
  globalThis.gc?.();
  const before = process.memoryUsage().heapUsed;
  const start = performance.now();
  let firstRow = NaN;
  const choice = { profile: undefined, region: undefined };
  const account = new Account(() =>
    connect(choice, () => Promise.reject(new Error('nobody to ask')), process.env),
  );
  account.onDidChange(() => {
    if (Number.isNaN(firstRow) && account.lists.instances.items.length > 0)
      firstRow = performance.now() - start;
  });
  await account.load();
  const lastRow = performance.now() - start;
  globalThis.gc?.();
  const memory = (process.memoryUsage().heapUsed - before) / 2 ** 20;
  const calls = big.calls.length;
  if (account.lists.instances.items.length !== size.instances) throw new Error('The list is not complete.');
  account.dispose();
  return { calls, firstRow, lastRow, memory };
}

const what = 'list 2,000 instances, 2,000 roles, 1,000 profiles';

function rowsOf({ calls, memory }: Listed): Row[] {
  return [
    { ...limitRow(`${what}: calls`, calls, 'calls', 7), measured: String(calls), aim: '≤ 7 calls' },
    limitRow(`${what}: memory`, memory, 'MB', 40),
  ];
}

async function cliRows(big: BigAccount, ours: Listed): Promise<Row[]> {
  const aws = which('aws');
  if (aws === undefined) return [];
  const before = big.calls.length;
  const start = performance.now();
  const [roles, instances] = [
    await run(aws, ['iam', 'list-roles', '--output', 'json']),
    await run(aws, ['ec2', 'describe-instances', '--output', 'json']),
  ];
  const took = performance.now() - start;
  const calls = big.calls.length - before;
  const yardstick = `aws iam list-roles + ec2 describe-instances: ${ms(took)}, ${calls} calls, ${Math.max(roles, instances).toFixed(0)} MB`;
  const row = (name: string, time: number, most: number): Row => ({
    what: `${what}: ${name}`,
    measured: ms(time),
    yardstick,
    ratio: `${(time / took).toFixed(2)}×`,
    aim: `≤ ${most}×`,
    good: time <= took * most,
  });
  return [row('first row', ours.firstRow, 0.25), row('last row', ours.lastRow, 0.75)];
}

/** Runs a program; gives the most memory it used, in megabytes. */
function run(program: string, words: readonly string[]): Promise<number> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, words, { stdio: ['ignore', 'ignore', 'inherit'] });
    let most = 0;
    const watching = setInterval(() => (most = Math.max(most, peakOf(child.pid))), 5);
    child.on('error', reject);
    child.on('exit', (code) => {
      clearInterval(watching);
      if (code === 0) resolve(most);
      else reject(new Error(`${program} ${words.join(' ')} ended with ${code}`));
    });
  });
}

function peakOf(pid: number | undefined): number {
  try {
    return Number(/VmHWM:\s*(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1024;
  } catch {
    return 0;
  }
}
