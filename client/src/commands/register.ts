import { commands, type LogOutputChannel } from 'vscode';
import type { Disposable } from '../emitter';
import type { Interaction } from '../interaction';
import type { Account } from '../state/account';
import type { Selection } from '../state/selection';
import type { RoleTerminals } from '../terminal/roleTerminals';
import type { Row, Subject } from '../views/row';
import { assumeRole } from './assumeRole';
import { attachRole } from './attachRole';
import { chooseProfile, chooseRegion } from './choosePlace';
import { copyIdentifier, openInConsole } from './copy';
import { detachRole } from './detachRole';
import { runOnAccount } from './runOnAccount';

/** What commands work with. */
export interface CommandContext {
  readonly account: Account;
  readonly selection: Selection;
  readonly interaction: Interaction;
  readonly terminals: RoleTerminals;
  readonly log: LogOutputChannel;
}

type Handler = (subject: Subject | undefined) => Promise<unknown>;

/** Registers the commands that act on the account. From the tree they get a row, from the palette nothing. */
export const registerAccountCommands = (context: CommandContext): Disposable[] => {
  const { account, selection, terminals } = context;
  const handlers: Record<string, Handler> = {
    'trustwright.refresh': () => account.refresh(),
    'trustwright.chooseProfile': () => chooseProfile(selection),
    'trustwright.chooseRegion': () => chooseRegion(account, selection),
    'trustwright.attachRole': (subject) => attachRole(context, subject),
    'trustwright.detachRole': (subject) => detachRole(context, subject),
    'trustwright.assumeRole': (subject) => assumeRole(account, terminals, subject),
    'trustwright.copyIdentifier': async (subject) => subject && copyIdentifier(subject),
    'trustwright.openInConsole': async (subject) =>
      subject && openInConsole(subject, (await account.connection()).place),
  };
  return Object.entries(handlers).map(([id, handler]) =>
    commands.registerCommand(id, (row?: Row) => runOnAccount(context, () => handler(row?.subject))),
  );
};
