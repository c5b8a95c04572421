import { TerminalProfile, window, workspace } from 'vscode';
import type { Disposable } from '../../emitter';
import { guarded } from '../../errors';
import { verifyIdentity } from '../../terminal/roleTerminals';
import { copyExports, settleSession } from './assumeRole';
import { chooseRole } from './chooseRole';
import type { AssumeContext } from './context';
import { warnOfOwnFiles } from './warnOfOwnFiles';

/** "IAM role…" in the menu of the terminal's + button: the editor opens the terminal, we say how. */
export const registerRoleTerminalProfile = (context: AssumeContext): Disposable =>
  window.registerTerminalProfileProvider('trustwright.iamRole', {
    provideTerminalProfile: async () => {
      if (!workspace.isTrusted) throw new Error(untrusted);
      const profile = await guarded(context.log, () => context.interaction.run(() => profileFor(context)));
      // The editor shows the message of what is thrown; without one it stays silent, as somebody gave up.
      if (profile === undefined) throw new Error('');
      return profile;
    },
  });

const untrusted = 'Trustwright does not contact your AWS account from a workspace that is not trusted.';

const profileFor = async (context: AssumeContext): Promise<TerminalProfile | undefined> => {
  const { open, delivery } = await settleSession(context, await chooseRole(context, undefined));
  if (delivery === 'exports') {
    await copyExports(open);
    return undefined;
  }
  try {
    const { options } = await context.terminals.prepare(open, delivery);
    void guarded(context.log, async () => {
      if (await verifyIdentity(context.sessions, open)) await warnOfOwnFiles(delivery);
    });
    return new TerminalProfile(options);
  } catch (error) {
    context.sessions.close(open);
    throw error;
  }
};
