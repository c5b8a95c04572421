import { createHash } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/**
 * Writes the two files a role's terminal is pointed at, readable by the person alone. They hold no secret and are named
 * by their content, so that terminals of the same place share them and none overwrites another's.
 */
export const writeTerminalFiles = async (
  folder: string,
  config: string,
): Promise<{ config: string; credentials: string }> => {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const name = createHash('sha256').update(config).digest('hex').slice(0, 16);
  const files = { config: join(folder, `config-${name}`), credentials: join(folder, 'credentials') };
  await Promise.all([
    writeFile(files.config, config, { mode: 0o600 }),
    writeFile(files.credentials, '# Empty on purpose: keys here would win over the role of the terminal.\n', {
      mode: 0o600,
    }),
  ]);
  return files;
};

export interface ProcessParts {
  readonly folder: string;
  /** The editor's own executable, which can run as Node. */
  readonly node: string;
  /** The program that fetches the credentials. */
  readonly program: string;
  readonly platform: NodeJS.Platform;
}

/**
 * Writes a small script that runs the program by the editor's Node, and answers the value for `credential_process`.
 * The script has no secret in it: address and token are in the terminal's environment.
 */
export const writeCredentialProcess = async ({
  folder,
  node,
  program,
  platform,
}: ProcessParts): Promise<string> => {
  const windows = platform === 'win32';
  const script = join(folder, windows ? 'credential-process.cmd' : 'credential-process');
  for (const path of [script, node, program]) {
    if (!/^[\w@%+=:,.()/\\ -]+$/.test(path) || (windows && path.includes('%')))
      throw new Error(`${path} has characters that AWS programs would read otherwise in credential_process`);
  }
  const text = windows
    ? `@set ELECTRON_RUN_AS_NODE=1\r\n@"${node}" "${program}"\r\n`
    : `#!/bin/sh\nELECTRON_RUN_AS_NODE=1 exec "${node}" "${program}"\n`;
  await mkdir(folder, { recursive: true, mode: 0o700 });
  await writeFile(script, text, { mode: 0o700 });
  return `"${script}"`;
};
