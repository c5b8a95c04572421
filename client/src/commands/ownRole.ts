import { window } from 'vscode';
import type { Connection } from '../aws/api';
import { type Instance, nameInArn } from '../aws/model';
import { movingOf } from '../changes/associationStep';
import { passRoleCheck, placeCheck, refuseWhereStopped } from '../changes/checks';
import { nameOf } from '../changes/names';
import { ownRoleName, planOwnRole } from '../changes/ownRole';
import { iamNameProblem, longestName } from '../changes/profilePlans';
import { asked, askMayPass } from '../changes/preflight';
import { readWholeRole } from '../changes/reading';
import { ChangeError } from '../changes/run';
import { associationsOf } from '../changes/settle';
import { whenSettled } from '../changes/whenSettled';
import { answered } from '../errors';
import { inertInMessage } from '../inert';
import type { Subject } from '../views/row';
import { exportOffer } from './exportPlan';
import { withProgress } from './makeChange';
import { pickInstance } from './pick';
import { propose } from './propose';
import type { ChangingContext } from './registerChanging';

/** Gives an instance a role that no other instance runs as, with the permissions of the one it runs as now. */
export const ownRole = async (context: ChangingContext, subject: Subject | undefined): Promise<void> => {
  const { account } = context;
  const title = 'Give Instance Its Own Role';
  const listed = subject?.kind === 'instance' ? subject.instance : await pickInstance(account, title);
  const connection = await account.connectionTo(listed);
  const { instance, profile, current, identity } = await withProgress(
    `Reading the role of ${nameOf(listed)}`,
    (run) => whenSettled(() => read(listed, connection), run),
  );
  const request = { instance: listed, account: listed.account };
  const place = placeCheck({ request, region: connection.place.region, identity });
  refuseWhereStopped([place]);
  const taken = [...account.lists.roles.items, ...account.lists.profiles.items].map(({ name }) => name);
  const name = answered(
    await window.showInputBox({
      title,
      prompt: `Name of the new role and instance profile of ${inertInMessage(nameOf(instance))}`,
      value: ownRoleName(instance, taken),
      ignoreFocusOut: true,
      validateInput: (text) => iamNameProblem(text, longestName.role, taken),
    }),
  );
  const partition = partitionOf(account.lists.roles.items[0]?.arn ?? profile?.arn);
  const before = current?.spec.name;
  const owner = identity.value?.account ?? instance.account;
  const arn = `arn:${partition}:iam::${owner ?? ''}:role${current?.spec.path ?? '/'}${name}`;
  const mayPass = await withProgress(`Checking whether you may pass role ${name}`, () =>
    askMayPass(Promise.resolve(identity), { arn }, connection),
  );
  const proposal = {
    ...planOwnRole({ instance, profile, current, name, partition }),
    checks: [place, passRoleCheck({ request: { role: { name } }, identity, mayPass })],
    question: `Give ${nameOf(instance)} its own role ${name}?`,
    button: 'Create and Attach',
    lines: [
      `Instance: ${nameOf(instance)}, ${instance.state}`,
      `Role: ${before ?? 'none'} → ${name}, trusted by EC2 alone`,
      `Instance profile: ${profile?.name ?? 'none'} → ${name}`,
      `Access: ${current === undefined ? 'none until policies are attached' : `the same policies as ${before}`}`,
    ],
  };
  await propose(context, connection, {
    ...proposal,
    account: owner,
    offer: exportOffer(proposal, connection.place, owner),
    title: `Giving ${nameOf(instance)} its own role`,
    done: `${nameOf(instance)} now runs as its own role ${name}.`,
    undone: `${nameOf(instance)} ${before === undefined ? 'has no role' : `runs as role ${before}`} again; role ${name} was deleted.`,
  });
};

const partitionOf = (arn: string | undefined): string => arn?.split(':')[1] ?? 'aws';

const read = async (listed: Instance, connection: Connection) => {
  const [identity, instance, associations] = await Promise.all([
    asked(() => connection.sts.identity()),
    connection.ec2.instance(listed.id),
    associationsOf(listed.id, connection),
  ]);
  if (instance === undefined || (instance.state !== 'running' && instance.state !== 'stopped')) {
    const state = instance === undefined ? 'no longer exists' : `is ${instance.state}`;
    throw new ChangeError(
      `${nameOf(listed)} ${state}. The role of an instance can be changed while it is running or stopped.`,
    );
  }
  const association = associations.find(({ state }) => state === 'associated');
  const profile = association && (await connection.roles.profile(nameInArn(association.profileArn)));
  const role = profile?.roles[0]?.name;
  const current = role === undefined ? undefined : await readWholeRole(role, connection);
  const busy = movingOf(associations) !== undefined;
  const sentence = `AWS is still changing the instance profile of ${nameOf(listed)}. Try again in a moment.`;
  return { instance, profile, current, identity, decision: { kind: busy ? 'wait' : 'plan', sentence } };
};
