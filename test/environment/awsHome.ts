import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { otherRegion, seedCredentials, seedRegion } from './seed';

/** Name of the profile that leads to the emulated account. */
export const demoProfile = 'trustwright-demo';

/**
 * Writes a home for the editor: a shell that finds the programs it finds here, and an `.aws` folder with profiles
 * for the emulated account, so that nobody's own profiles are read.
 * `trustwright-demo` and `trustwright-eu` work; `no-credentials` has none; `unreachable` leads nowhere.
 */
export function writeHome(home: string, endpoint: string): void {
  const folder = join(home, '.aws');
  mkdirSync(folder, { recursive: true });
  const shell = `export PATH='${(process.env.PATH ?? '').replaceAll("'", `'\\''`)}'\n`;
  for (const file of ['.bashrc', '.profile']) writeFileSync(join(home, file), `${shell}PS1='\\W$ '\n`);
  const profile = (name: string, region: string, url: string) =>
    `[profile ${name}]\nregion = ${region}\nendpoint_url = ${url}\n`;
  const keys = (name: string) =>
    `[${name}]\naws_access_key_id = ${seedCredentials.accessKeyId}\naws_secret_access_key = ${seedCredentials.secretAccessKey}\n`;
  writeFileSync(
    join(folder, 'config'),
    [
      profile(demoProfile, seedRegion, endpoint),
      profile('trustwright-eu', otherRegion, endpoint),
      profile('no-credentials', seedRegion, endpoint),
      profile('unreachable', seedRegion, 'http://127.0.0.1:9'),
    ].join('\n'),
  );
  const working = [demoProfile, 'trustwright-eu', 'unreachable'];
  writeFileSync(join(folder, 'credentials'), working.map(keys).join('\n'), { mode: 0o600 });
}

/** The process's environment without anything that could lead an AWS program elsewhere. */
export function environmentFor(home: string): NodeJS.ProcessEnv {
  const entries = Object.entries(process.env).filter(([name]) => !name.startsWith('AWS_'));
  return {
    ...Object.fromEntries(entries),
    HOME: home,
    AWS_PROFILE: demoProfile,
    AWS_CONFIG_FILE: join(home, '.aws/config'),
    AWS_SHARED_CREDENTIALS_FILE: join(home, '.aws/credentials'),
    AWS_EC2_METADATA_DISABLED: 'true',
    AWS_PAGER: '',
  };
}
