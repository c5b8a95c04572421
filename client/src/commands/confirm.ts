import { env, window } from 'vscode';
import type { Confirmation } from '../changes/words';
import { Cancelled } from '../errors';
import { inertInMessage } from '../inert';

const copy = 'Copy AWS CLI Commands';

/**
 * Asks in a dialog that shows everything that will be changed. Anything but the button means no; copying the commands asks
 * again.
 */
export const confirm = async ({ question, detail, button, commands }: Confirmation): Promise<void> => {
  const buttons = commands.length === 0 ? [button] : [button, copy];
  for (;;) {
    const choice = await window.showWarningMessage(
      inertInMessage(question, 300),
      { modal: true, detail },
      ...buttons,
    );
    if (choice === button) return;
    if (choice !== copy) throw new Cancelled();
    await env.clipboard.writeText(commands.join('\n') + '\n');
    window.setStatusBarMessage('Copied the AWS CLI commands', 5_000);
  }
};
