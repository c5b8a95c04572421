import { ProgressLocation, window } from 'vscode';
import { setTimeout as pause } from 'node:timers/promises';
import type { Instance, Role } from '../aws/model';
import type { Action } from '../changes/action';
import { refuseWhereStopped } from '../changes/checks';
import {
  carryOutMany,
  type ManyFacts,
  type ManyPlan,
  type ManyRun,
  type Outcome,
  planMany,
  takeBackMany,
} from '../changes/many';
import { accessOfMany, allSettled, checkMany, readInstances, readShared } from '../changes/manyPreflight';
import { nameOf } from '../changes/names';
import { reportOf, tally } from '../changes/report';
import type { ChangeRun } from '../changes/run';
import { confirmProposal, whereLine } from '../changes/words';
import { guarded } from '../errors';
import { inertInMessage } from '../inert';
import { confirm } from './confirm';
import { withProgress } from './makeChange';
import { pickInstances, pickProfile, pickRoleForInstance } from './pick';
import type { ChangingContext } from './registerChanging';
import { showReport } from './reports';

/** Gives many instances the same role: one plan, one confirmation, a report of what became of each. */
export const attachMany = async (context: ChangingContext, selected: readonly Instance[]): Promise<void> => {
  const { account } = context;
  const title = 'Attach Role to Several Instances';
  const instances = selected.length > 0 ? selected : await pickInstances(account, title);
  const role = await pickRoleForInstance(account, `${title} (${instances.length})`);
  const connection = await account.connection();
  const { shared, read } = await withProgress(
    `Checking ${count(instances.length)} and role ${role.name}`,
    (run) => readMany(context, instances, role, run),
  );
  const checks = checkMany(role, shared, { ...read, instances });
  refuseWhereStopped(checks);
  const profiles = shared.profiles.value ?? account.lists.profiles.items;
  const plan = await planOf({ ...read, role: shared.role.value ?? role, profiles });
  const regions = [...new Set(instances.map(({ region }) => region))].join(', ');
  const around = {
    place: { ...connection.place, region: regions },
    account: shared.identity.value?.account ?? instances[0]?.account,
  };
  const where = whereLine(around);
  if (plan.changes.length === 0) {
    await tell(`Nothing to do: ${tally(plan.left)}.`, `Attach role ${role.name}`, where, plan.left);
    return;
  }
  const { policies } = shared;
  const access = await accessOfMany(plan, { profiles, policies }, connection);
  const left = plan.left.map(({ says }) => says).join(' ');
  const actions: Action[] = [
    ...plan.shared,
    ...plan.changes.map((change) => ({ kind: 'associate' as const, ...change })),
  ];
  await confirm(
    confirmProposal(
      {
        question: `Attach role ${role.name} to ${count(plan.changes.length)}?`,
        button: checks.some(({ verdict }) => verdict === 'fail') ? 'Attach Anyway' : 'Attach',
        lines: [...access, ...(left === '' ? [] : [`${count(plan.left.length)} left alone: ${left}`])],
        actions,
        warnings: plan.warnings,
        checks,
      },
      around,
    ),
  );
  await carryOutAndTell(context, role, plan, where);
};

const count = (instances: number): string => `${instances} instance${instances === 1 ? '' : 's'}`;

/** Reads what is the same for all once, and the instances until AWS is done with what it is doing to them. */
const readMany = async (
  { account }: ChangingContext,
  instances: readonly Instance[],
  role: Role,
  run: ChangeRun,
) => {
  const readNow = () => readInstances(instances, (instance) => account.connectionTo(instance));
  const [shared, read] = await Promise.all([
    readShared(role, await account.connection(), (each) => account.trust.ask(each)),
    allSettled(readNow, run),
  ]);
  return { shared, read };
};

const planOf = async (facts: ManyFacts): Promise<ManyPlan> => {
  const plan = planMany(facts);
  if (!('choose' in plan)) return plan;
  return planOf({ ...facts, chosenProfile: await pickProfile(plan.choose, facts.role) });
};

const carryOutAndTell = async (
  context: ChangingContext,
  role: Role,
  plan: ManyPlan,
  where: string,
): Promise<void> => {
  const global = await context.account.connection();
  const title = `Attaching ${role.name} to ${count(plan.changes.length)}`;
  const made = await inProgress(context, title, plan.changes.length, (run) =>
    carryOutMany(plan, global, run),
  );
  const outcomes = [...made, ...plan.left];
  const done = plan.changes.filter(({ instance }) =>
    made.some((each) => each.instance.id === instance.id && each.kind === 'done'),
  );
  const says = `${done.length} of ${count(outcomes.length)} now run as role ${role.name} (${tally(outcomes)}).`;
  const choice = await tell(says, `Attach role ${role.name}`, where, outcomes, done.length > 0);
  if (choice !== undo) return;
  await guarded(context.log, async () => {
    const back = await inProgress(context, 'Undoing', done.length, (run) =>
      takeBackMany(plan, done, global, run),
    );
    await tell(`The change of ${count(done.length)} was taken back (${tally(back)}).`, 'Undo', where, back);
  });
};

const undo = 'Undo';
const report = 'Show Report';

/** Says how it went; the report stays until it is asked for, and comes by itself where something failed. */
const tell = async (
  says: string,
  title: string,
  where: string,
  outcomes: readonly Outcome[],
  undoable = false,
): Promise<string | undefined> => {
  const failed = outcomes.some(({ kind }) => kind === 'failed');
  const markdown = reportOf(title, where, outcomes);
  if (failed) await showReport(title, markdown);
  const show = failed ? window.showWarningMessage : window.showInformationMessage;
  const buttons = [...(undoable ? [undo] : []), ...(failed ? [] : [report])];
  const choice = await show(inertInMessage(says, 400), ...buttons);
  if (choice === report) {
    await showReport(title, markdown);
    return undoable ? tell(says, title, where, outcomes, undoable) : undefined;
  }
  return choice;
};

/** Progress that counts the instances that are done, and can be cancelled between them. */
const inProgress = async <T>(
  { account }: ChangingContext,
  title: string,
  all: number,
  work: (run: ManyRun) => Promise<T>,
): Promise<T> => {
  try {
    return await window.withProgress(
      { location: ProgressLocation.Notification, title: inertInMessage(title), cancellable: true },
      (progress, token) => {
        const controller = new AbortController();
        token.onCancellationRequested(() => {
          controller.abort();
        });
        let finished = 0;
        return work({
          signal: controller.signal,
          report: (step) => {
            progress.report({ message: inertInMessage(`${finished} of ${all}. ${step}`, 200) });
          },
          pause: (ms) => pause(ms),
          servicesFor: (instance) => account.connectionTo(instance),
          finished: ({ instance, kind }) => {
            finished++;
            const message = inertInMessage(`${finished} of ${all}. ${nameOf(instance)}: ${kind}`, 200);
            progress.report({ message, increment: 100 / all });
          },
        });
      },
    );
  } finally {
    void account.refresh();
  }
};
