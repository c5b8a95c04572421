import { commands } from 'vscode';
import type { Disposable } from '../emitter';
import type { Account } from '../state/account';
import type { Selection } from '../state/selection';
import type { TreeOptions } from '../state/treeOptions';
import { identifierOf, type Row, type Subject } from '../views/row';
import { showRegions } from './choosePlace';
import { groupInstances } from './groupInstances';
import { copyMetadataFix } from './metadataFix';
import { refreshItem } from './refreshItem';
import { type RunContext, runOnAccount } from './runOnAccount';
import { search } from './search';

export interface SeeingContext extends RunContext {
  readonly account: Account;
  readonly selection: Selection;
  readonly treeOptions: TreeOptions;
}

type Handler = (subject: Subject | undefined) => Promise<unknown>;

/** Registers the commands that look and change nothing in the account. */
export const registerSeeingCommands = (context: SeeingContext): Disposable[] => {
  const { account, selection, treeOptions } = context;
  const toggleFavourite: Handler = async (subject) =>
    subject && treeOptions.toggleFavourite(identifierOf(subject));
  const handlers: Record<string, Handler> = {
    'trustwright.search': () => search(treeOptions),
    'trustwright.clearSearch': () => {
      treeOptions.filterText = '';
      return Promise.resolve();
    },
    'trustwright.groupInstances': () => groupInstances(account, treeOptions),
    'trustwright.showRegions': () => showRegions(account, selection),
    'trustwright.refreshItem': (subject) => refreshItem(account, subject),
    'trustwright.addFavourite': toggleFavourite,
    'trustwright.removeFavourite': toggleFavourite,
    'trustwright.copyMetadataFix': async (subject) =>
      subject?.kind === 'instance' && copyMetadataFix(subject.instance),
  };
  return Object.entries(handlers).map(([id, handler]) =>
    commands.registerCommand(id, (row?: Row) => runOnAccount(context, () => handler(row?.subject))),
  );
};
