import { execFile, type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import type { Connection } from '../../../../client/src/aws/api';
import type { SessionCredentials } from '../../../../client/src/aws/model';
import { CredentialEndpoint } from '../../../../client/src/terminal/credentialEndpoint';
import { configFile, terminalEnvironment, type Supply } from '../../../../client/src/terminal/environment';
import { writeCredentialProcess, writeTerminalFiles } from '../../../../client/src/terminal/files';

export type Program = readonly [file: string, ...words: string[]];

export const root = resolve(__dirname, '../../../..');

/** Programs that print the ARN of whoever they are. */
export const awsCommand: Program = [
  'aws',
  ...['sts', 'get-caller-identity', '--query', 'Arn', '--output', 'text'],
];
export const sdkScript: Program = [
  process.execPath,
  '--no-warnings',
  '-e',
  `const { STSClient, GetCallerIdentityCommand } = require('@aws-sdk/client-sts');
   new STSClient({}).send(new GetCallerIdentityCommand({})).then(({ Arn }) => console.log(Arn));`,
];

export interface TerminalKind {
  readonly delivery?: Supply['kind'];
  /** The person's own AWS files instead of generated ones. */
  readonly ownFiles?: boolean;
  /** What the editor's environment has beside the test's own. */
  readonly inherited?: Readonly<Record<string, string>>;
}

/** What a role's terminal is to its programs, without an editor: its environment, changed as the editor would. */
export class RoleTerminalEnvironment {
  readonly #endpoint = new CredentialEndpoint();
  readonly #folder = mkdtempSync(join(tmpdir(), 'trustwright-test-'));

  async open(
    { place, settings }: Connection,
    roleArn: string,
    credentials: () => SessionCredentials | undefined,
    { delivery = 'endpoint', ownFiles = false, inherited = {} }: TerminalKind = {},
  ): Promise<NodeJS.ProcessEnv> {
    const all = { ...process.env, ...inherited };
    const supply: Supply =
      delivery === 'environment'
        ? { kind: delivery, credentials: credentials()! }
        : { kind: delivery, door: await this.#endpoint.open(credentials) };
    const command = delivery === 'process' ? await this.#credentialProcess() : undefined;
    const files = ownFiles
      ? undefined
      : await writeTerminalFiles(this.#folder, configFile(place, settings, command));
    const changes = terminalEnvironment({ place, settings, supply, files, inherited: all, roleArn });
    return Object.fromEntries(
      Object.entries({ ...all, ...changes }).filter(
        (entry): entry is [string, string] => typeof entry[1] === 'string',
      ),
    );
  }

  dispose(): void {
    this.#endpoint.dispose();
    rmSync(this.#folder, { recursive: true, force: true });
  }

  #credentialProcess(): Promise<string> {
    const program = join(root, 'dist/credential-process.js');
    return writeCredentialProcess({
      folder: this.#folder,
      node: process.execPath,
      program,
      platform: process.platform,
    });
  }
}

/** Runs a program to its end and answers what it printed. */
export const output = async ([file, ...words]: Program, env: NodeJS.ProcessEnv): Promise<string> =>
  (await promisify(execFile)(file, words, { cwd: root, env })).stdout.trim();

export const startProgram = ([file, ...words]: Program, env: NodeJS.ProcessEnv): ChildProcess =>
  spawn(file, words, { cwd: root, env });
