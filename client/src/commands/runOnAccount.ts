import { commands, type LogOutputChannel, window, workspace } from 'vscode';
import { guarded } from '../errors';
import type { Interaction } from '../interaction';

/** What running a command needs. */
export interface RunContext {
  readonly interaction: Interaction;
  readonly log: LogOutputChannel;
}

/** Runs a command that may reach the account, which a workspace that is not trusted must not bring about. */
export const runOnAccount = async (
  { interaction, log }: RunContext,
  work: () => Promise<unknown>,
): Promise<void> => {
  if (!workspace.isTrusted) return refuseUntrusted();
  await guarded(log, () => interaction.run(work));
};

const refuseUntrusted = async (): Promise<void> => {
  const manage = 'Manage Workspace Trust';
  const choice = await window.showWarningMessage(
    'Trustwright does not contact your AWS account from a workspace that is not trusted.',
    manage,
  );
  if (choice === manage) await commands.executeCommand('workbench.trust.manage');
};
