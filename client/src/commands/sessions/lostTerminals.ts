import { commands, window } from 'vscode';
import type { Disposable } from '../../emitter';
import { inertInMessage } from '../../inert';
import type { RoleTerminals } from '../../terminal/roleTerminals';

/** After a reload, says once which terminals have no session any more, and offers to show and renew them. */
export const renewTerminalNotice = (terminals: RoleTerminals): Disposable => {
  let told = false;
  return terminals.onDidChange(() => {
    // Sessions that end while the window is open are told of elsewhere.
    if (told || !terminals.lost.some(({ fromEarlierWindow }) => fromEarlierWindow)) return;
    told = true;
    // Terminals come back one by one.
    setTimeout(() => void tell(terminals), 1_500).unref();
  });
};

const tell = async (terminals: RoleTerminals): Promise<void> => {
  const lost = terminals.lost.filter(({ fromEarlierWindow }) => fromEarlierWindow);
  const [first] = lost;
  if (first === undefined) return;
  const [renew, show] = ['Renew', 'Show Sessions'];
  const what =
    lost.length === 1
      ? `Terminal ${first.name} lost its role session`
      : `${lost.length} terminals lost their role sessions`;
  const choice = await window.showWarningMessage(
    inertInMessage(
      `${what} when the window was reloaded. Programs get no credentials there until you renew.`,
    ),
    ...(lost.length === 1 ? [renew, show] : [show]),
  );
  if (choice === show) await commands.executeCommand('trustwright.sessions.focus');
  if (choice === renew) {
    first.terminal.show();
    await commands.executeCommand('trustwright.session.renewTerminal', {
      session: { kind: 'terminal', terminal: first },
    });
  }
};
