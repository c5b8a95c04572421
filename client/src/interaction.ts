import { window } from 'vscode';
import { Cancelled } from './errors';

/**
 * Knows whether a person is waiting for an answer. A prompt appears only then: what runs by itself, as when the
 * sidebar loads at start-up or credentials are renewed, fails instead of asking.
 */
export class Interaction {
  #waiting = 0;

  /** Runs what a person asked for; prompts may appear until it is done. */
  async run<T>(work: () => Promise<T>): Promise<T> {
    this.#waiting++;
    try {
      return await work();
    } finally {
      this.#waiting--;
    }
  }

  /** Asks for an MFA device's code for the sake of the credentials of a profile. */
  readonly askMfa = async (serialNumber: string): Promise<string> => {
    if (this.#waiting === 0) throw Object.assign(new Error('nobody to ask'), { name: 'MfaRequired' });
    const code = await askMfaCode(`The AWS profile needs a code of its MFA device ${serialNumber}`);
    if (code === undefined) throw new Cancelled();
    return code;
  };
}

/** Asks for a six-digit code, masked. Undefined where the person gives up. */
export const askMfaCode = async (prompt: string): Promise<string | undefined> =>
  window.showInputBox({
    title: 'MFA Code',
    prompt,
    placeHolder: '6 digits',
    password: true,
    ignoreFocusOut: true,
    validateInput: (text) => (/^\d{6}$/.test(text) ? undefined : 'The code has six digits.'),
  });
