import { window } from 'vscode';
import { accountInArn } from '../aws/model';
import { accessIn, attachFacts } from '../changes/attachFacts';
import { checkAttach, refuseWhereStopped } from '../changes/checks';
import { nameOf } from '../changes/names';
import { type AttachDecision, type AttachFacts, decideAttach } from '../changes/plan';
import { readAttach } from '../changes/preflight';
import { ChangeError } from '../changes/run';
import { whenSettled } from '../changes/whenSettled';
import { type Circumstances, confirmAttach } from '../changes/words';
import { inertInMessage } from '../inert';
import type { Subject } from '../views/row';
import { confirm } from './confirm';
import { makeChange, withProgress } from './makeChange';
import { pickInstance, pickProfile, pickRoleForInstance } from './pick';
import type { ChangingContext } from './registerChanging';

/** Gives an instance a role: chooses what is not chosen yet, checks, confirms, changes, verifies, offers to undo. */
export const attachRole = async (
  { account, log }: ChangingContext,
  subject: Subject | undefined,
): Promise<void> => {
  const title = 'Attach Role to Instance';
  const instance = subject?.kind === 'instance' ? subject.instance : await pickInstance(account, title);
  const role = subject?.kind === 'role' ? subject.role : await pickRoleForInstance(account, title);
  const connection = await account.connectionTo(instance);
  const request = { instance, role, account: instance.account ?? accountInArn(role.arn) };
  const read = async () => {
    const readings = await readAttach(request, connection, (each) => account.trust.ask(each));
    const checks = checkAttach(readings);
    refuseWhereStopped(checks);
    const facts = attachFacts(readings, account.lists.profiles.items);
    const around: Circumstances = {
      place: connection.place,
      account: readings.identity.value?.account ?? request.account,
      checks,
      access: accessIn(readings),
    };
    return { facts, around, decision: decideAttach(facts) };
  };
  const checking = `Checking ${nameOf(instance)} and role ${role.name}`;
  const { facts, around, decision } = await withProgress(checking, (run) => whenSettled(read, run));
  const plan = await planOf(decision, facts);
  if (plan === undefined) return;
  await confirm(confirmAttach(plan, around));
  const name = nameOf(plan.instance);
  const before = plan.replaces?.roleName;
  await makeChange(
    { account, services: connection, log },
    {
      actions: plan.actions,
      title: `Attaching ${role.name}`,
      done: `${name} now runs as role ${role.name}.`,
      undone: `${name} ${before === undefined ? 'has no role again' : `runs as role ${before} again`}.`,
    },
  );
};

/** The plan of a decision, asked which profile is meant where several hold the role; undefined where nothing is to do. */
const planOf = async (decision: AttachDecision, facts: AttachFacts) => {
  switch (decision.kind) {
    case 'plan':
      return decision.plan;
    case 'nothing':
      void window.showInformationMessage(inertInMessage(decision.sentence));
      return undefined;
    case 'choose': {
      const chosenProfile = await pickProfile(decision.profiles, facts.role);
      return planOf(decideAttach({ ...facts, chosenProfile }), facts);
    }
    case 'wait':
    case 'refused':
      throw new ChangeError(decision.sentence);
  }
};
