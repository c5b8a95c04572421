import { commands } from 'vscode';
import type { Disposable } from '../emitter';
import { openChain } from '../pages/chain/open';
import type { Pages } from '../pages/page';
import { openSecurityGroups } from '../pages/securityGroups/open';
import type { Account } from '../state/account';
import type { AskBlocked } from '../state/boundary';
import type { Selection } from '../state/selection';
import type { TreeOptions } from '../state/treeOptions';
import { identifierOf, type Row, type Subject } from '../views/row';
import { showRegions } from './choosePlace';
import { groupInstances } from './groupInstances';
import { copyMetadataFix } from './metadataFix';
import { letEc2Assume, openBoundary, openPolicy, openPolicyVersion, openTrustPolicy } from './openPolicy';
import { pickInstance } from './pick';
import { refreshItem } from './refreshItem';
import { type RunContext, runOnAccount } from './runOnAccount';
import { search } from './search';

export interface SeeingContext extends RunContext {
  readonly account: Account;
  readonly selection: Selection;
  readonly treeOptions: TreeOptions;
  readonly pages: Pages;
  readonly askBlocked: AskBlocked;
}

type Handler = (subject: Subject | undefined) => Promise<unknown>;

/** Registers the commands that look and change nothing in the account. */
export const registerSeeingCommands = (context: SeeingContext): Disposable[] => {
  const { account, selection, treeOptions } = context;
  const page = { ...context, run: (work: () => Promise<unknown>) => runOnAccount(context, work) };
  const instanceFor = async (subject: Subject | undefined, title: string) =>
    subject?.kind === 'instance' ? subject.instance : pickInstance(account, title);
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
    'trustwright.explainAccess': async (subject) =>
      openChain(page, await instanceFor(subject, 'Explain an Instance’s Access')),
    'trustwright.showSecurityGroups': async (subject) =>
      openSecurityGroups(page, await instanceFor(subject, 'Show Security Groups')),
    'trustwright.openPolicy': (subject) => openPolicy(account, subject),
    'trustwright.openTrustPolicy': (subject) => openTrustPolicy(account, subject),
    'trustwright.openBoundary': (subject) => openBoundary(account, subject),
    'trustwright.openPolicyVersion': (subject) => openPolicyVersion(account, subject),
    'trustwright.letEc2Assume': (subject) => letEc2Assume(account, subject),
    'trustwright.addFavourite': toggleFavourite,
    'trustwright.removeFavourite': toggleFavourite,
    'trustwright.copyMetadataFix': async (subject) =>
      subject?.kind === 'instance' && copyMetadataFix(subject.instance),
  };
  return Object.entries(handlers).map(([id, handler]) =>
    commands.registerCommand(id, (row?: Row) => runOnAccount(context, () => handler(row?.subject))),
  );
};
