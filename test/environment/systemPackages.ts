import { existsSync } from 'node:fs';
import { run, which } from './run';
import { say, SetupError } from './say';

/** What a part of the set-up needs of the system, and the Debian package that brings it. */
interface Need {
  readonly package: string;
  readonly isThere: () => boolean;
}

/** The browser that drives the editor. */
export function findBrowser(): string | undefined {
  return ['chromium', 'chromium-browser', 'google-chrome'].map(which).find(Boolean);
}

const browser: Need[] = [{ package: 'chromium', isThere: () => Boolean(findBrowser()) }];

/** The editor's native modules are compiled. */
const compiler: Need[] = [
  { package: 'make', isThere: () => Boolean(which('make')) },
  { package: 'g++', isThere: () => Boolean(which('g++')) },
  { package: 'python3', isThere: () => Boolean(which('python3')) },
  {
    package: 'libkrb5-dev',
    isThere: () => existsSync('/usr/include/gssapi/gssapi.h') || Boolean(which('krb5-config')),
  },
];

const emulator: Need[] = [{ package: 'python3-venv', isThere: () => Boolean(which('python3')) }];

/** The terminal of the demo and of the tests has the AWS command line in it. */
const commandLine: Need[] = [{ package: 'awscli', isThere: () => Boolean(which('aws')) }];

const needs = { browser, compiler, emulator, commandLine };

/** Installs what is missing when root on Debian; otherwise says in one line what to install. */
export async function ensureSystemPackages(...groups: (keyof typeof needs)[]): Promise<void> {
  const missing = groups.flatMap((group) => needs[group]).filter(({ isThere }) => !isThere());
  if (missing.length === 0) return;
  const names = missing.map((need) => need.package);
  if (!which('apt-get') || process.getuid?.() !== 0) {
    throw new SetupError(
      `Please install: ${names.join(', ')} (on Debian: sudo apt-get install -y ${names.join(' ')}).`,
    );
  }
  say(`Installing system packages: ${names.join(', ')}…`);
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  await run('apt-get', ['update'], { env });
  await run('apt-get', ['install', '-y', '--no-install-recommends', ...names], { env });
}
