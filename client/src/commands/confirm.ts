import { env, window } from 'vscode';
import type { Confirmation } from '../changes/words';
import { answered, Cancelled } from '../errors';
import { inert, inertInMessage } from '../inert';

const copy = 'Copy AWS CLI Commands';

/** One more thing that a dialog offers before it is asked again. */
export interface Offer {
  readonly button: string;
  /** Answers whether the dialog is to be shown again. */
  readonly run: () => Promise<boolean>;
}

/**
 * Asks in a dialog that shows everything that will be changed. Anything but the button means no; copying the commands asks
 * again.
 */
export const confirm = async (confirmation: Confirmation, offer?: Offer): Promise<void> => {
  const { question, detail, button, commands } = confirmation;
  const buttons = [
    button,
    ...(offer === undefined ? [] : [offer.button]),
    ...(commands.length === 0 ? [] : [copy]),
  ];
  for (;;) {
    const text = inertInMessage(question, 300);
    const choice = await window.showWarningMessage(text, { modal: true, detail }, ...buttons);
    if (choice === button) return;
    if (choice === copy) {
      await env.clipboard.writeText(commands.join('\n') + '\n');
      window.setStatusBarMessage('Copied the AWS CLI commands', 5_000);
    } else if (offer === undefined || choice !== offer.button || !(await offer.run())) throw new Cancelled();
  }
};

/** Asks for a name to be typed, as a last look at what is to be deleted. */
export const confirmByTyping = async (title: string, name: string): Promise<void> => {
  answered(
    await window.showInputBox({
      title,
      prompt: `Type ${inert(name)} to delete it`,
      placeHolder: inert(name),
      ignoreFocusOut: true,
      validateInput: (text) => (text === name ? undefined : `This is not ${inert(name)}`),
    }),
  );
};
