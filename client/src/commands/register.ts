import { commands, type LogOutputChannel } from 'vscode';
import type { Disposable } from '../emitter';
import type { Interaction } from '../interaction';
import type { Account } from '../state/account';
import type { Selection } from '../state/selection';
import type { Row, Subject } from '../views/row';
import type { SessionRow } from '../views/sessions/sessionRows';
import { assumeRole, explainRole } from './assume/assumeRole';
import type { AssumeContext } from './assume/context';
import { chooseProfile, chooseRegion } from './choosePlace';
import { copyIdentifier, openInConsole } from './copy';
import { runOnAccount } from './runOnAccount';
import { sessionCommands } from './sessions/sessionCommands';
import { signIn } from './signIn';

/** What commands work with. */
export interface CommandContext extends AssumeContext {
  readonly account: Account;
  readonly selection: Selection;
  readonly interaction: Interaction;
  readonly log: LogOutputChannel;
}

type Handler = (subject: Subject | undefined) => Promise<unknown>;

/** Registers the commands that act on the account. From the tree they get a row, from the palette nothing. */
export const registerAccountCommands = (context: CommandContext): Disposable[] => {
  const { account, selection } = context;
  const handlers: Record<string, Handler> = {
    'trustwright.refresh': () => account.refresh(),
    'trustwright.chooseProfile': () => chooseProfile(selection),
    'trustwright.chooseRegion': () => chooseRegion(account, selection),
    'trustwright.assumeRole': (subject) => assumeRole(context, subject),
    'trustwright.explainRole': (subject) => explainRole(context, subject),
    'trustwright.signIn': () => signIn(account),
    'trustwright.copyIdentifier': async (subject) => subject && copyIdentifier(subject),
    'trustwright.openInConsole': async (subject) =>
      subject && openInConsole(subject, (await account.connection()).place),
  };
  return [
    ...Object.entries(handlers).map(([id, handler]) =>
      commands.registerCommand(id, (row?: Row) => runOnAccount(context, () => handler(row?.subject))),
    ),
    ...Object.entries(sessionCommands).map(([id, command]) =>
      commands.registerCommand(id, (row?: SessionRow) =>
        runOnAccount(context, () => command(context, row?.session)),
      ),
    ),
  ];
};
