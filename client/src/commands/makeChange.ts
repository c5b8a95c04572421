import { type LogOutputChannel, ProgressLocation, window } from 'vscode';
import { setTimeout as pause } from 'node:timers/promises';
import type { Instance } from '../aws/model';
import { type AssociationChange, changeAssociation } from '../changes/association';
import { nameOf } from '../changes/plan';
import { ChangeError, type ChangeRun, type ChangeServices } from '../changes/run';
import type { Confirmation } from '../changes/words';
import { Cancelled, guarded } from '../errors';
import { inertInMessage } from '../inert';
import type { Account } from '../state/account';

/** What changing needs: the account to show afterwards, the services of the place the plan was made for. */
export interface ChangeContext {
  readonly account: Account;
  readonly services: ChangeServices;
  readonly log: LogOutputChannel;
}

/** A confirmed change of one instance. */
export interface ConfirmedChange {
  readonly instance: Instance;
  /** Title of the progress: "Attaching Role4EC2-FA". */
  readonly title: string;
  /** Said when AWS has confirmed it: "web-1 (i-0abc) now runs as role Role4EC2-FA." */
  readonly done: string;
  /** Makes the change and answers the one that takes it back. */
  make(run: ChangeRun): Promise<AssociationChange>;
}

/** Asks in a dialog that shows everything that will be changed. Anything but the button means no. */
export const confirm = async ({ question, detail, button }: Confirmation): Promise<void> => {
  const choice = await window.showWarningMessage(question, { modal: true, detail }, button);
  if (choice !== button) throw new Cancelled();
};

/** Instances whose role is being changed now: one change at a time each. */
const busy = new Set<string>();

/** Makes a change with progress, shows the account as it is afterwards, and offers to take the change back. */
export const makeChange = async (context: ChangeContext, change: ConfirmedChange): Promise<void> => {
  const { instance, title } = change;
  if (busy.has(instance.id))
    throw new ChangeError(`The role of ${nameOf(instance)} is being changed already.`);
  busy.add(instance.id);
  let undo: AssociationChange;
  try {
    undo = await withProgress(title, (run) => change.make(run));
  } finally {
    busy.delete(instance.id);
    void context.account.refresh();
  }
  context.log.info(`${title} on ${instance.id}: done`);
  void offerUndo(context, undo, change.done);
};

export const reversed = ({ instance, from, to }: AssociationChange): AssociationChange => ({
  instance,
  from: to,
  to: from,
});

const withProgress = <T>(title: string, work: (run: ChangeRun) => Promise<T>): Thenable<T> =>
  window.withProgress(
    { location: ProgressLocation.Notification, title, cancellable: true },
    (progress, token) => {
      const controller = new AbortController();
      token.onCancellationRequested(() => {
        controller.abort();
      });
      return work({
        signal: controller.signal,
        report: (message) => {
          progress.report({ message });
        },
        pause: (ms) => pause(ms),
      });
    },
  );

const offerUndo = async (context: ChangeContext, undo: AssociationChange, done: string): Promise<void> => {
  const button = 'Undo';
  const note = 'Programs that run on it may keep their old credentials until they are restarted.';
  const choice = await window.showInformationMessage(inertInMessage(`${done} ${note}`, 400), button);
  if (choice !== button) return;
  await guarded(context.log, () =>
    makeChange(context, {
      instance: undo.instance,
      title: 'Undoing',
      done: `The change of ${nameOf(undo.instance)} was taken back.`,
      make: async (run) => {
        await changeAssociation(undo, context.services, run);
        return reversed(undo);
      },
    }),
  );
};
