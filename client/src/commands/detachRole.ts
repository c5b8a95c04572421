import { window } from 'vscode';
import type { Connection } from '../aws/api';
import { type Instance, nameInArn, type RolePolicies } from '../aws/model';
import { accessChange } from '../changes/access';
import { placeCheck, refuseWhereStopped } from '../changes/checks';
import { nameOf } from '../changes/names';
import { decideDetach } from '../changes/plan';
import { asked } from '../changes/preflight';
import { ChangeError } from '../changes/run';
import { associationsOf } from '../changes/settle';
import { whenSettled } from '../changes/whenSettled';
import { confirmDetach } from '../changes/words';
import { inertInMessage } from '../inert';
import type { Subject } from '../views/row';
import { confirm } from './confirm';
import { makeChange, withProgress } from './makeChange';
import { pickInstance } from './pick';
import type { ChangingContext } from './registerChanging';

/** Takes the role off an instance. An instance that has none, or is gone, is left alone. */
export const detachRole = async (
  { account, log }: ChangingContext,
  subject: Subject | undefined,
): Promise<void> => {
  const attached = (id: string) => account.links.associationOf(id) !== undefined;
  const listed =
    subject?.kind === 'instance'
      ? subject.instance
      : await pickInstance(account, 'Detach Role from Instance', attached);
  const connection = await account.connectionTo(listed);
  const { instance, decision, policies, identity } = await withProgress(`Checking ${nameOf(listed)}`, (run) =>
    whenSettled(() => read(listed, connection), run),
  );
  if (decision.kind === 'nothing') {
    void window.showInformationMessage(inertInMessage(decision.sentence));
    return;
  }
  if (decision.kind !== 'plan') throw new ChangeError(decision.sentence);
  const { present, actions } = decision;
  const request = { instance: listed, account: listed.account };
  const checks = [placeCheck({ request, region: connection.place.region, identity })];
  refuseWhereStopped(checks);
  const around = {
    place: connection.place,
    account: identity.value?.account ?? listed.account,
    checks,
    access: accessChange(policies, 'none'),
  };
  await confirm(confirmDetach(instance, present, actions, around));
  const name = nameOf(instance);
  await makeChange(
    { account, services: connection, log },
    {
      actions,
      title: `Detaching ${present.roleName ?? present.profileName}`,
      done: `${name} has no role any more.`,
      undone: `${name} has instance profile ${present.profileName} again.`,
    },
  );
};

const read = async (listed: Instance, connection: Connection) => {
  const [identity, found, associations] = await Promise.all([
    asked(() => connection.sts.identity()),
    connection.ec2.instance(listed.id).catch(() => listed),
    associationsOf(listed.id, connection),
  ]);
  // What is gone has nothing to detach.
  const instance = found ?? { ...listed, state: 'terminated' };
  const current = associations.find(({ state }) => state === 'associated');
  const profile =
    current && (await connection.roles.profile(nameInArn(current.profileArn)).catch(() => undefined));
  const role = profile?.roles[0]?.name;
  const policies: RolePolicies | undefined =
    role === undefined ? undefined : await connection.iam.policiesOf(role).catch(() => undefined);
  const decision = decideDetach(instance, associations, profile === undefined ? [] : [profile]);
  return { instance, decision, policies, identity };
};
