import { window } from 'vscode';
import { loadAws } from '../aws/load';
import type { Account } from '../state/account';

/**
 * Signs the chosen profile in by the AWS CLI, which keeps what it gets where every AWS program finds it, and loads the
 * account when that is done. The CLI is started as a program, not by a shell, so that a profile's name runs nothing.
 */
export const signIn = async (account: Account): Promise<void> => {
  const profile = account.place?.profile ?? process.env.AWS_PROFILE ?? 'default';
  const source = (await (await loadAws()).listProfiles()).find(({ name }) => name === profile)?.source;
  const words = source === 'console sign-in' ? ['login'] : ['sso', 'login'];
  const terminal = window.createTerminal({
    name: `AWS sign-in: ${profile}`,
    shellPath: 'aws',
    shellArgs: [...words, '--profile', profile],
    isTransient: true,
  });
  terminal.show();
  const listener = window.onDidCloseTerminal((closed) => {
    if (closed !== terminal) return;
    listener.dispose();
    if (closed.exitStatus?.code === 0) void account.refresh();
  });
};
