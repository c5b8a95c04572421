import { type LogOutputChannel, window } from 'vscode';
import type { Connection } from '../aws/api';
import type { Instance, InstanceProfile, Role } from '../aws/model';
import { associationsOf } from '../changes/association';
import { attach } from '../changes/attach';
import { type AttachDecision, decideAttach, nameOf } from '../changes/plan';
import { ChangeError } from '../changes/run';
import { confirmAttach } from '../changes/words';
import { inertInMessage } from '../inert';
import type { Account } from '../state/account';
import type { Subject } from '../views/row';
import { confirm, makeChange } from './makeChange';
import { pickInstance, pickProfile, pickRoleForInstance } from './pick';

/** Gives an instance a role: chooses what is not chosen yet, confirms, changes, verifies, offers to undo. */
export const attachRole = async (
  account: Account,
  log: LogOutputChannel,
  subject: Subject | undefined,
): Promise<void> => {
  const title = 'Attach Role to Instance';
  const listed = subject?.kind === 'instance' ? subject.instance : await pickInstance(account, title);
  const role = subject?.kind === 'role' ? subject.role : await pickRoleForInstance(account, title);
  const connection = await account.connection();
  const decision = await decide(connection, listed, role);
  if (decision.kind === 'refused') throw new ChangeError(decision.sentence);
  if (decision.kind === 'nothing') {
    void window.showInformationMessage(inertInMessage(decision.sentence));
    return;
  }
  const { plan } = decision;
  await confirm(confirmAttach(plan, connection.place));
  await makeChange(
    { account, services: connection, log },
    {
      instance: plan.instance,
      title: `Attaching ${role.name}`,
      done: `${nameOf(plan.instance)} now runs as role ${role.name}.`,
      make: (run) => attach(plan, connection, run),
    },
  );
};

type Decided = Exclude<AttachDecision, { kind: 'choose' }>;

/** Reads afresh what the decision rests on, and decides; asks which profile where several hold the role. */
const decide = async (connection: Connection, listed: Instance, role: Role): Promise<Decided> => {
  const [instance, associations, profiles] = await Promise.all([
    connection.ec2.instance(listed.id),
    associationsOf(listed.id, connection),
    allProfiles(connection),
  ]);
  if (instance === undefined)
    throw new ChangeError(`${nameOf(listed)} no longer exists. Refresh to see what does.`);
  const facts = { instance, associations, profiles, role };
  const decision = decideAttach(facts);
  if (decision.kind !== 'choose') return decision;
  const chosenProfile = await pickProfile(decision.profiles, role);
  return decideAttach({ ...facts, chosenProfile }) as Decided;
};

const allProfiles = async ({ iam }: Connection): Promise<InstanceProfile[]> => {
  const found: InstanceProfile[] = [];
  for await (const page of iam.instanceProfiles()) found.push(...page);
  return found;
};
