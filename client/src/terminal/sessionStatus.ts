import { StatusBarAlignment, window } from 'vscode';
import { accountInArn, nameInArn } from '../aws/model';
import type { Disposable } from '../emitter';
import { inertInLabel } from '../inert';
import type { RoleSession } from './session';

/** Which role the active terminal acts as, and until when, in the status bar. */
export class SessionStatus implements Disposable {
  readonly #item = window.createStatusBarItem('trustwright.session', StatusBarAlignment.Left, 49);

  constructor() {
    this.#item.name = 'AWS Role of the Terminal';
  }

  show({ roleArn, session }: { readonly roleArn: string; readonly session: RoleSession }): void {
    const role = inertInLabel(nameInArn(roleArn), 64);
    const until = session.credentials() === undefined ? 'ended' : `until ${clockTime(session.expiresAt)}`;
    const renewal = session.isRenewable ? 'Renewed automatically.' : 'Not renewed without a new MFA code.';
    this.#item.text = `$(key) ${role} ${until}`;
    this.#item.tooltip = `The active terminal acts as role ${role} of account ${accountInArn(roleArn) ?? 'unknown'}, ${until}. ${renewal}`;
    this.#item.show();
  }

  hide(): void {
    this.#item.hide();
  }

  dispose(): void {
    this.#item.dispose();
  }
}

/** `15:40`, in the person's time. */
export const clockTime = (date: Date | undefined): string =>
  date === undefined
    ? ''
    : date.toLocaleTimeString([], { hour: '2-digit', minute: '2-digit', hour12: false });
