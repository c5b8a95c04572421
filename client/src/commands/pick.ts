import { type QuickPickItem, type QuickPickOptions, window } from 'vscode';
import type { Instance, InstanceProfile, ManagedPolicy, Role } from '../aws/model';
import { answered, Cancelled } from '../errors';
import { inertInLabel } from '../inert';
import type { Account } from '../state/account';
import type { Listing } from '../state/listing';
import { trustedParties } from '../trust/words';
import { isServiceLinked } from '../views/nodes/role';

/** A choice in a picker that stands for a value. */
interface Choice<T> extends QuickPickItem {
  readonly value: T;
}

const pick = async <T>(items: Promise<Choice<T>[]>, options: QuickPickOptions): Promise<T> =>
  answered(await window.showQuickPick(items, { matchOnDescription: true, ...options })).value;

/** The items of a list, loaded if need be. Throws the failure that keeps them from us. */
export const itemsOf = async <T>(account: Account, listing: () => Listing<T>): Promise<readonly T[]> => {
  if (listing().status === 'loading') await untilLoaded(account, listing);
  else if (listing().status !== 'ready') await account.refresh();
  const failure = listing().failure ?? account.blockedBy;
  if (failure !== undefined) throw failure;
  return listing().items;
};

const untilLoaded = (account: Account, listing: () => Listing<unknown>): Promise<void> =>
  new Promise((resolve) => {
    const listener = account.onDidChange(() => {
      if (listing().status === 'loading') return;
      listener.dispose();
      resolve();
    });
  });

export const pickInstance = (
  account: Account,
  title: string,
  only?: (id: string) => boolean,
): Promise<Instance> => pick(instanceItems(account, only), { title, placeHolder: 'Instance' });

/** One or more instances. */
export const pickInstances = async (account: Account, title: string): Promise<readonly Instance[]> => {
  const placeHolder = 'Instances: choose with Space or a click, then Enter';
  const options = { title, placeHolder, canPickMany: true as const, matchOnDescription: true };
  const chosen = answered(await window.showQuickPick(instanceItems(account), options));
  if (chosen.length === 0) throw new Cancelled();
  return chosen.map(({ value }) => value);
};

const instanceItems = async (account: Account, only?: (id: string) => boolean): Promise<Choice<Instance>[]> =>
  (await itemsOf(account, () => account.lists.instances))
    .filter(({ id, state }) => state !== 'terminated' && (only?.(id) ?? true))
    .map((instance) => ({
      label: inertInLabel(instance.name ?? '') || instance.id,
      description: `${instance.id} · ${instance.state} · ${roleOf(account, instance)}`,
      value: instance,
    }));

const roleOf = (account: Account, { id }: Instance): string => {
  const { role, profileName } = account.links.chainOf(id);
  return inertInLabel(role?.name ?? (profileName === undefined ? 'no role' : `profile ${profileName}`));
};

/** A role for an instance: those EC2 may assume first, and last those that would give it nothing. */
export const pickRoleForInstance = (account: Account, title: string): Promise<Role> => {
  const ranks = { yes: 0, depends: 1, no: 2 };
  const items = itemsOf(account, () => account.lists.roles).then((roles) =>
    roles
      .filter((role) => !isServiceLinked(role))
      .map((role) => ({ role, ec2: account.trust.ec2(role).answer }))
      .sort((a, b) => ranks[a.ec2] - ranks[b.ec2] || a.role.name.localeCompare(b.role.name))
      .map(({ role, ec2 }) => ({
        label: inertInLabel(role.name),
        description: ec2 === 'no' ? '$(warning) does not trust EC2' : trustsWords(role),
        value: role,
      })),
  );
  return pick(items, { title, placeHolder: 'Role the instance is to run as' });
};

export const trustsWords = ({ trust }: Role): string =>
  inertInLabel(
    `trusts ${
      trustedParties(trust)
        ?.map(({ short }) => short)
        .join(', ') ?? 'whom is not readable'
    }`,
  );

/** Any role that the account may change. */
export const pickRole = (account: Account, title: string): Promise<Role> => {
  const items = itemsOf(account, () => account.lists.roles).then((roles) =>
    roles
      .filter((role) => !isServiceLinked(role))
      .sort((a, b) => a.name.localeCompare(b.name))
      .map((role) => ({ label: inertInLabel(role.name), description: trustsWords(role), value: role })),
  );
  return pick(items, { title, placeHolder: 'Role' });
};

/** Any instance profile of the account. */
export const pickProfileOf = (account: Account, title: string): Promise<InstanceProfile> => {
  const items = itemsOf(account, () => account.lists.profiles).then((profiles) =>
    [...profiles]
      .sort((a, b) => a.name.localeCompare(b.name))
      .map((profile) => ({
        label: inertInLabel(profile.name),
        description: inertInLabel(
          profile.roles[0] === undefined ? 'no role' : `role ${profile.roles[0].name}`,
        ),
        value: profile,
      })),
  );
  return pick(items, { title, placeHolder: 'Instance profile' });
};

/** One or more managed policies; those of the account first. */
export const pickPolicies = async (
  policies: Promise<readonly ManagedPolicy[]>,
  title: string,
): Promise<readonly ManagedPolicy[]> => {
  const items = policies.then((all) =>
    [...all]
      .sort((a, b) => Number(isOfAws(a)) - Number(isOfAws(b)) || a.name.localeCompare(b.name))
      .map((policy) => ({
        label: inertInLabel(policy.name),
        description: isOfAws(policy) ? 'AWS managed' : 'of this account',
        value: policy,
      })),
  );
  const chosen = answered(
    await window.showQuickPick(items, {
      title,
      placeHolder: 'Policies: choose with Space or a click, then Enter',
      canPickMany: true,
      matchOnDescription: true,
    }),
  );
  if (chosen.length === 0) throw new Cancelled();
  return chosen.map(({ value }) => value);
};

const isOfAws = ({ arn }: ManagedPolicy): boolean => arn.includes(':iam::aws:');

/** Which of several profiles that hold the same role is meant. */
export const pickProfile = (profiles: readonly InstanceProfile[], role: Role): Promise<string> =>
  pick(
    Promise.resolve(
      profiles.map(({ name, arn }) => ({ label: inertInLabel(name), description: arn, value: name })),
    ),
    { title: `Several instance profiles hold role ${role.name}`, placeHolder: 'Instance profile to use' },
  );

/** Whether a trust policy names accounts, users or roles, so that a person may come in. */
export const trustsPeople = ({ trust }: Role): boolean =>
  trustedParties(trust)?.some(({ kind }) => kind === 'AWS' || kind === '*') ?? true;
