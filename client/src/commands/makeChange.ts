import { type LogOutputChannel, ProgressLocation, window } from 'vscode';
import { setTimeout as pause } from 'node:timers/promises';
import type { Instance } from '../aws/model';
import type { Action } from '../changes/action';
import { carryOut, takeBack } from '../changes/carryOut';
import { exclusively } from '../changes/exclusive';
import type { ChangeRun, ChangeServices } from '../changes/run';
import { guarded } from '../errors';
import { inertInMessage } from '../inert';
import type { Account } from '../state/account';

/** What changing needs: the account to show afterwards, the services of the place the plan was made for. */
export interface ChangeContext {
  readonly account: Account;
  readonly services: ChangeServices;
  readonly log: LogOutputChannel;
}

/** A confirmed plan. */
export interface ConfirmedChange {
  readonly actions: readonly Action[];
  /** Title of the progress: "Attaching Role4EC2-FA". */
  readonly title: string;
  /** Said when AWS has confirmed it: "web-1 (i-0abc) now runs as role Role4EC2-FA." */
  readonly done: string;
  /** Said when it was taken back. */
  readonly undone: string;
}

/** Makes a change with progress, shows the account as it is afterwards, and offers to take the change back. */
export const makeChange = async (context: ChangeContext, change: ConfirmedChange): Promise<void> => {
  const { actions, title } = change;
  await alone(context, actions, () => withProgress(title, (run) => carryOut(actions, context.services, run)));
  context.log.info(`${title}: done`);
  void offerUndo(context, change);
};

/** Changes the instances of the actions alone, and shows the account as it is afterwards, however it went. */
const alone = async (
  { account }: ChangeContext,
  actions: readonly Action[],
  work: () => PromiseLike<void>,
): Promise<void> => {
  try {
    await exclusively(instancesOf(actions), async () => work());
  } finally {
    void account.refresh();
  }
};

const instancesOf = (actions: readonly Action[]): Instance[] =>
  actions.flatMap((action) => (action.kind === 'associate' ? action.instance : []));

/** Runs work with a notification that can be cancelled and says each step. */
export const withProgress = <T>(title: string, work: (run: ChangeRun) => Promise<T>): Thenable<T> =>
  window.withProgress(
    { location: ProgressLocation.Notification, title: inertInMessage(title), cancellable: true },
    (progress, token) => {
      const controller = new AbortController();
      token.onCancellationRequested(() => {
        controller.abort();
      });
      return work({
        signal: controller.signal,
        report: (message) => {
          progress.report({ message: inertInMessage(message, 200) });
        },
        pause: (ms) => pause(ms),
      });
    },
  );

const offerUndo = async (
  context: ChangeContext,
  { actions, done, undone }: ConfirmedChange,
): Promise<void> => {
  const button = 'Undo';
  const touched = instancesOf(actions).length > 0;
  const note = touched ? ' Programs on it may keep their old credentials until they are restarted.' : '';
  const choice = await window.showInformationMessage(inertInMessage(done + note, 400), button);
  if (choice !== button) return;
  await guarded(context.log, async () => {
    await alone(context, actions, () =>
      withProgress('Undoing', (run) => takeBack(actions, context.services, run)),
    );
    void window.showInformationMessage(inertInMessage(undone, 400));
  });
};
