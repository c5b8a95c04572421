import { StatusBarAlignment, ThemeColor, window } from 'vscode';
import { accountInArn, nameInArn } from '../../aws/model';
import type { Disposable } from '../../emitter';
import { inertInLabel } from '../../inert';
import { colorOfAccount } from '../../sessions/accounts';
import { clockTime, timeLeft } from '../../sessions/explanation';
import type { OpenSession, OpenSessions } from '../../sessions/openSessions';
import { accountLook } from '../../sessions/settings';
import type { RoleTerminal, RoleTerminals } from '../../terminal/roleTerminals';

const redrawMs = 15_000;

/** Which role the active terminal acts as, in which account, and how much time is left, in the status bar. */
export class SessionStatus implements Disposable {
  readonly #item = window.createStatusBarItem('trustwright.session', StatusBarAlignment.Left, 49);
  readonly #owned: Disposable[];

  constructor(
    private readonly sessions: OpenSessions,
    private readonly terminals: RoleTerminals,
  ) {
    this.#item.name = 'AWS Role of the Terminal';
    const draw = () => {
      this.#draw();
    };
    const clock = setInterval(draw, redrawMs);
    this.#owned = [
      this.#item,
      sessions.onDidChange(draw),
      terminals.onDidChange(draw),
      { dispose: () => clearInterval(clock) },
    ];
  }

  dispose(): void {
    for (const owned of this.#owned) owned.dispose();
  }

  #draw(): void {
    const { active } = this.terminals;
    if (active === undefined) {
      this.#item.hide();
      return;
    }
    const { session } = active;
    if (session?.session.credentials() === undefined) this.#showLost(active);
    else this.#showLive(active, session);
    this.#item.show();
  }

  #showLive({ roleArn }: RoleTerminal, open: OpenSession): void {
    const { session } = open;
    const account = accountInArn(roleArn) ?? '';
    const role = inertInLabel(nameInArn(roleArn), 64);
    const name = inertInLabel(this.terminals.accountName(roleArn), 63);
    const confirmed = this.sessions.confirmed(open);
    this.#item.text = `$(${confirmed === undefined ? 'key' : 'verified'}) ${role} @ ${name} · ${timeLeft(session.millisecondsLeft)}`;
    this.#item.color = new ThemeColor(colorOfAccount(account, accountLook(account)));
    this.#item.backgroundColor = undefined;
    this.#item.command = 'trustwright.sessions.focus';
    this.#item.tooltip =
      `The active terminal acts as role ${role} of account ${account} until ${clockTime(session.expiresAt)}. ` +
      (session.isRenewable ? 'Renewed automatically.' : 'Not renewed without a new MFA code.') +
      (confirmed === undefined ? '' : ` AWS confirms: ${inertInLabel(confirmed)}.`);
  }

  #showLost({ roleArn }: RoleTerminal): void {
    const role = inertInLabel(nameInArn(roleArn), 64);
    this.#item.text = `$(warning) ${role}: no session`;
    this.#item.color = undefined;
    this.#item.backgroundColor = new ThemeColor('statusBarItem.warningBackground');
    this.#item.command = 'trustwright.session.renewTerminal';
    this.#item.tooltip = `The active terminal has no credentials of role ${role} any more. Renew it…`;
  }
}
