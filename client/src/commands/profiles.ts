import { window } from 'vscode';
import { accountInArn, type InstanceProfile, type Role } from '../aws/model';
import {
  iamNameProblem,
  longestName,
  planCreateProfile,
  planDeleteProfile,
  planProfileRole,
} from '../changes/profilePlans';
import { readUsers } from '../changes/reading';
import { ChangeError } from '../changes/run';
import { answered } from '../errors';
import type { Subject } from '../views/row';
import { pickProfileOf, pickRoleForInstance } from './pick';
import { propose } from './propose';
import type { ChangingContext } from './registerChanging';

/** Creates an instance profile that holds a role. */
export const createProfile = async (
  context: ChangingContext,
  subject: Subject | undefined,
): Promise<void> => {
  const { account } = context;
  const title = 'Create Instance Profile for Role';
  const role = subject?.kind === 'role' ? subject.role : await pickRoleForInstance(account, title);
  const connection = await account.connection();
  const held = await connection.iam.instanceProfilesOf(role.name);
  const taken = account.lists.profiles.items.map(({ name }) => name);
  const name = answered(
    await window.showInputBox({
      title,
      prompt: `Name of the instance profile that is to hold role ${role.name}`,
      value: taken.includes(role.name) ? `${role.name}-profile` : role.name,
      ignoreFocusOut: true,
      validateInput: (text) => iamNameProblem(text, longestName.profile, taken),
    }),
  );
  await propose(context, connection, {
    ...planCreateProfile(name, role, held),
    question: `Create instance profile ${name} for role ${role.name}?`,
    button: 'Create',
    lines: [],
    account: accountInArn(role.arn),
    title: `Creating instance profile ${name}`,
    done: `Instance profile ${name} holds role ${role.name}.`,
    undone: `Instance profile ${name} was deleted again.`,
  });
};

/** Puts a role into a profile that is empty, or in place of the one that is in it. */
export const setProfileRole = async (
  context: ChangingContext,
  subject: Subject | undefined,
): Promise<void> => {
  const { account } = context;
  const title = 'Change Role of Instance Profile';
  const profile = await freshProfile(context, subject, title);
  const role = await pickRoleForInstance(account, title);
  const connection = await account.connection();
  const [old] = profile.roles;
  if (old?.name === role.name) {
    void window.showInformationMessage(
      `Instance profile ${profile.name} holds role ${role.name} already. Nothing was changed.`,
    );
    return;
  }
  const users = await readUsers([profile], account.lists.instances.items, connection);
  const trust = await account.trust.ask(role);
  const plan = planProfileRole(profile, role, users);
  await propose(context, connection, {
    actions: plan.actions,
    warnings: [...plan.warnings, ...(trust.answer === 'no' ? [untrusted(role)] : [])],
    question: `Put role ${role.name} into instance profile ${profile.name}?`,
    button: old === undefined ? 'Add' : 'Swap',
    lines: [`Role in the profile: ${old?.name ?? 'none'} → ${role.name}`],
    account: accountInArn(profile.arn),
    title: `Changing the role of instance profile ${profile.name}`,
    done: `Instance profile ${profile.name} holds role ${role.name} now.`,
    undone: `Instance profile ${profile.name} holds ${old === undefined ? 'no role' : `role ${old.name}`} again.`,
  });
};

const untrusted = ({ name }: Role): string =>
  `The trust policy of ${name} does not let EC2 assume it: programs on instances will get no credentials.`;

/** Takes the role out of a profile. */
export const removeProfileRole = async (
  context: ChangingContext,
  subject: Subject | undefined,
): Promise<void> => {
  const profile = await freshProfile(context, subject, 'Remove Role from Instance Profile');
  const [role] = profile.roles;
  if (role === undefined) {
    void window.showInformationMessage(
      `Instance profile ${profile.name} holds no role. Nothing was changed.`,
    );
    return;
  }
  const connection = await context.account.connection();
  const users = await readUsers([profile], context.account.lists.instances.items, connection);
  await propose(context, connection, {
    ...planProfileRole(profile, undefined, users),
    question: `Take role ${role.name} out of instance profile ${profile.name}?`,
    button: 'Remove',
    lines: [`Role in the profile: ${role.name} → none`, 'The role and the profile stay.'],
    account: accountInArn(profile.arn),
    title: `Emptying instance profile ${profile.name}`,
    done: `Instance profile ${profile.name} holds no role any more.`,
    undone: `Instance profile ${profile.name} holds role ${role.name} again.`,
  });
};

/** Deletes a profile, its name typed. */
export const deleteProfile = async (
  context: ChangingContext,
  subject: Subject | undefined,
): Promise<void> => {
  const title = 'Delete Instance Profile';
  const profile = await freshProfile(context, subject, title);
  const connection = await context.account.connection();
  const users = await readUsers([profile], context.account.lists.instances.items, connection);
  await propose(context, connection, {
    ...planDeleteProfile(profile, users),
    question: `Delete instance profile ${profile.name}?`,
    button: 'Delete…',
    lines: [`Role in the profile: ${profile.roles[0]?.name ?? 'none'}; it stays.`],
    account: accountInArn(profile.arn),
    typed: profile.name,
    title: `Deleting instance profile ${profile.name}`,
    done: `Instance profile ${profile.name} was deleted.`,
    undone: `Instance profile ${profile.name} exists again.`,
  });
};

/** The profile as it is now. */
const freshProfile = async (
  { account }: ChangingContext,
  subject: Subject | undefined,
  title: string,
): Promise<InstanceProfile> => {
  const { name } = subject?.kind === 'profile' ? subject.profile : await pickProfileOf(account, title);
  const profile = await (await account.connection()).roles.profile(name);
  if (profile === undefined)
    throw new ChangeError(`Instance profile ${name} no longer exists. Refresh to see what does.`);
  return profile;
};
