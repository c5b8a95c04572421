import { env, type TerminalOptions, ThemeColor, ThemeIcon, workspace } from 'vscode';
import { randomBytes } from 'node:crypto';
import { accountInArn, nameInArn } from '../aws/model';
import { inert } from '../inert';
import { colorOfAccount } from '../sessions/accounts';
import { clockTime } from '../sessions/explanation';
import type { OpenSession } from '../sessions/openSessions';
import { accountLook, usesOwnFiles } from '../sessions/settings';
import { configFile, type Supply, terminalEnvironment } from './environment';
import { writeCredentialProcess, writeTerminalFiles } from './files';
import { settingsPlatform, shellChoice, type ShellSettings } from './shell';

/** In every terminal of ours, so that we know it when the editor opens it for us. No secret. */
export const terminalIdVariable = 'TRUSTWRIGHT_TERMINAL';

export interface TerminalParts {
  readonly open: OpenSession;
  readonly accountName: string;
  readonly supply: Supply;
  /** Where secret-free files go. */
  readonly folder: string;
  /** The program behind `credential_process`. */
  readonly program: string;
}

/** Everything about a terminal that acts as a role, before it exists. Writes the files it is pointed at. */
export const terminalOptions = async (parts: TerminalParts): Promise<TerminalOptions & { name: string }> => {
  const { open, supply, accountName } = parts;
  const { place, settings } = open.connection;
  const account = accountInArn(open.roleArn) ?? '';
  const choice = shellChoice(shellSettings());
  const names = Object.fromEntries(choice.names.map((name) => [name, '']));
  return {
    name: terminalName(open.roleArn, accountName),
    iconPath: new ThemeIcon('key'),
    color: new ThemeColor(colorOfAccount(account, accountLook(account))),
    env: {
      ...terminalEnvironment({
        place,
        settings,
        supply,
        files: await filesFor(parts),
        inherited: { ...names, ...process.env },
        roleArn: open.roleArn,
      }),
      [terminalIdVariable]: randomBytes(8).toString('hex'),
    },
    // Keys must not be written down with the terminal. A door's address and token are dead by the time it comes back.
    isTransient: supply.kind === 'environment',
    message: welcome(parts),
    ...(choice.withoutProfile ? { shellPath: env.shell, ...shellArgs(choice.args) } : {}),
  };
};

export const terminalName = (roleArn: string, accountName: string): string =>
  `${inert(nameInArn(roleArn), 64)} @ ${inert(accountName, 63)}`;

const filesFor = async ({ open, supply, folder, program }: TerminalParts) => {
  const { place, settings } = open.connection;
  if (supply.kind === 'process') {
    const node = process.execPath;
    const command = await writeCredentialProcess({ folder, node, program, platform: process.platform });
    return writeTerminalFiles(folder, configFile(place, settings, command));
  }
  return usesOwnFiles() ? undefined : writeTerminalFiles(folder, configFile(place, settings));
};

const shellSettings = (): ShellSettings => {
  const integrated = workspace.getConfiguration('terminal.integrated');
  const platform = settingsPlatform(process.platform);
  const profiles = integrated.get<Record<string, ShellSettings['profile']>>(`profiles.${platform}`) ?? {};
  const name = integrated.get<string | null>(`defaultProfile.${platform}`);
  return {
    env: integrated.get<Record<string, string | null>>(`env.${platform}`) ?? {},
    profile: typeof name === 'string' ? profiles[name] : undefined,
  };
};

const shellArgs = (args: string | readonly string[] | undefined) =>
  args === undefined ? {} : { shellArgs: typeof args === 'string' ? args : [...args] };

const welcome = ({ open, supply, accountName }: TerminalParts): string => {
  const { roleArn, session, connection } = open;
  const account = accountInArn(roleArn) ?? '';
  const named = accountName === account ? account : `${account} (${accountName})`;
  const renewal =
    supply.kind === 'environment'
      ? 'not renewed: the keys are in the environment'
      : session.isRenewable
        ? 'renewed automatically'
        : 'not renewed without a new MFA code';
  return inert(
    `Programs in this terminal act as role ${nameInArn(roleArn)} of account ${named} in ${connection.place.region} ` +
      `until ${clockTime(session.expiresAt)}, ${renewal}. Close the terminal to end the session.`,
    500,
  );
};
