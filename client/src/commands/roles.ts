import { window } from 'vscode';
import { accountInArn, type ManagedPolicy, type Role } from '../aws/model';
import { readUsers, readWholeRole } from '../changes/reading';
import { planDeleteRole, planPolicies, policyLabel } from '../changes/rolePlans';
import { ChangeError } from '../changes/run';
import type { Subject } from '../views/row';
import { isServiceLinked } from '../views/nodes/role';
import { pickPolicies, pickRole } from './pick';
import { propose } from './propose';
import type { ChangingContext } from './registerChanging';

/** Attaches managed policies to a role: AWS's own and those of the account. */
export const attachPolicies = async (
  context: ChangingContext,
  subject: Subject | undefined,
): Promise<void> => {
  const title = 'Attach Managed Policies to Role';
  const role = await roleOf(context, subject, title);
  const { roles, iam } = await context.account.connection();
  const present = (await iam.policiesOf(role.name)).managed;
  const attached = new Set(present.map(({ arn }) => arn));
  const offered = async () => {
    const all: ManagedPolicy[] = [];
    for await (const page of roles.managedPolicies()) all.push(...page);
    return all.filter(({ arn }) => !attached.has(arn));
  };
  const policies = await pickPolicies(offered(), `${title} ${role.name}`);
  await changePolicies(context, role, 'attachPolicy', policies, present);
};

/** Detaches managed policies from a role. The policies stay. */
export const detachPolicies = async (
  context: ChangingContext,
  subject: Subject | undefined,
): Promise<void> => {
  const title = 'Detach Managed Policies from Role';
  const role = await roleOf(context, subject, title);
  const { iam } = await context.account.connection();
  const present = (await iam.policiesOf(role.name)).managed;
  if (present.length === 0) {
    void window.showInformationMessage(`Role ${role.name} has no managed policies. Nothing was changed.`);
    return;
  }
  const policies = await pickPolicies(Promise.resolve(present), `${title} ${role.name}`);
  await changePolicies(context, role, 'detachPolicy', policies, present);
};

const changePolicies = async (
  context: ChangingContext,
  role: Role,
  how: 'attachPolicy' | 'detachPolicy',
  policies: readonly ManagedPolicy[],
  present: readonly ManagedPolicy[],
): Promise<void> => {
  const { account } = context;
  const connection = await account.connection();
  const profiles = await connection.iam.instanceProfilesOf(role.name);
  const users = await readUsers(profiles, account.lists.instances.items, connection);
  const names = policies.map(policyLabel).join(', ');
  const attaching = how === 'attachPolicy';
  const [what, where] = attaching ? ['Attach', 'to'] : ['Detach', 'from'];
  await propose(context, connection, {
    ...planPolicies(role.name, how, policies, { present, users }),
    question: `${what} ${policies.length === 1 ? names : `${policies.length} policies`} ${where} role ${role.name}?`,
    button: what,
    lines: [`Access ${attaching ? 'gained' : 'lost'}: ${names}`],
    account: accountInArn(role.arn),
    title: `Changing the policies of role ${role.name}`,
    done: `Role ${role.name} has ${attaching ? 'now' : 'no longer'} ${names}.`,
    undone: `Role ${role.name} has ${attaching ? 'no longer' : 'again'} ${names}.`,
  });
};

/** Deletes a role with all that is in it, its name typed. */
export const deleteRole = async (context: ChangingContext, subject: Subject | undefined): Promise<void> => {
  const { account } = context;
  const role = await roleOf(context, subject, 'Delete Role');
  if (isServiceLinked(role))
    throw new ChangeError(`Role ${role.name} belongs to an AWS service; only the service can delete it.`);
  const connection = await account.connection();
  const whole = await readWholeRole(role.name, connection);
  const users = await readUsers(whole.profiles, account.lists.instances.items, connection);
  await propose(context, connection, {
    ...planDeleteRole(whole, users),
    question: `Delete role ${role.name}?`,
    button: 'Delete…',
    lines: ['Managed policies and instance profiles stay.'],
    account: accountInArn(role.arn),
    typed: role.name,
    title: `Deleting role ${role.name}`,
    done: `Role ${role.name} was deleted.`,
    undone: `A role ${role.name} with the same policies exists again.`,
  });
};

const roleOf = async (
  { account }: ChangingContext,
  subject: Subject | undefined,
  title: string,
): Promise<Role> => (subject?.kind === 'role' ? subject.role : pickRole(account, title));
