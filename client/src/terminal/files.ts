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
