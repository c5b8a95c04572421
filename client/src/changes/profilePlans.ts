import type { Instance, InstanceProfile, Role } from '../aws/model';
import type { Action } from './action';
import { nameOf } from './names';

/** Instances that use a profile: known ones by name, others by id alone. */
export type Users = readonly Pick<Instance, 'id' | 'name'>[];

/** A change of profiles or roles, ready to be shown and then made. */
export interface Plan {
  readonly actions: readonly Action[];
  readonly warnings: readonly string[];
}

/** Makes an instance profile that holds a role. */
export const planCreateProfile = (
  profileName: string,
  role: Role,
  held: readonly InstanceProfile[],
): Plan => ({
  actions: [
    { kind: 'createProfile', profileName },
    { kind: 'addRole', profileName, roleName: role.name },
  ],
  warnings:
    held.length === 0
      ? []
      : [
          `Role ${role.name} is in ${namesOf(held)} already; one profile is enough for any number of instances.`,
        ],
});

/**
 * Puts another role into a profile, or none. A profile holds one role at most, so the old one is taken out first.
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_use_switch-role-ec2_instance-profiles.html
 */
export const planProfileRole = (profile: InstanceProfile, role: Role | undefined, users: Users): Plan => {
  const profileName = profile.name;
  const [old] = profile.roles;
  return {
    actions: [
      ...profile.roles.map(({ name }) => ({ kind: 'removeRole' as const, profileName, roleName: name })),
      ...(role === undefined
        ? []
        : [{ kind: 'addRole' as const, profileName, roleName: role.name, evenIfUsed: true }]),
    ],
    warnings: [
      ...usersWarning(
        users,
        role === undefined ? 'lose their AWS credentials' : `will run as role ${role.name}`,
      ),
      ...(old !== undefined && users.length > 0
        ? [
            `It can take up to an hour until instances feel it. Attaching another instance profile to them acts at once.`,
          ]
        : []),
    ],
  };
};

/** Deletes a profile. The role in it stays. */
export const planDeleteProfile = (profile: InstanceProfile, users: Users): Plan => ({
  actions: [
    ...profile.roles.map(({ name }) => ({
      kind: 'removeRole' as const,
      profileName: profile.name,
      roleName: name,
    })),
    { kind: 'deleteProfile', profileName: profile.name },
  ],
  warnings: usersWarning(users, 'lose their AWS credentials, and keep the name of a profile that is gone'),
});

/** At most so many names in a sentence. */
const namesShown = 5;

/** Who else is touched, by name; nothing where nobody is. */
export const usersWarning = (users: Users, effect: string): string[] => {
  if (users.length === 0) return [];
  const names = users.slice(0, namesShown).map(nameOf);
  const more = users.length > namesShown ? ` and ${users.length - namesShown} more` : '';
  const count = users.length === 1 ? '1 instance uses it' : `${users.length} instances use it`;
  return [`${count} in this region: programs on ${names.join(', ')}${more} ${effect}.`];
};

const namesOf = (profiles: readonly InstanceProfile[]): string =>
  `instance profile${profiles.length === 1 ? '' : 's'} ${profiles.map(({ name }) => name).join(', ')}`;

/** What is wrong with a name for a role or an instance profile; undefined where IAM takes it. */
export const iamNameProblem = (
  name: string,
  longest: number,
  taken: readonly string[],
): string | undefined => {
  if (name === '') return 'A name is needed';
  if (!/^[\w+=,.@-]+$/.test(name)) return 'Letters, digits and _ + = , . @ - only';
  if (name.length > longest) return `At most ${longest} characters, this has ${name.length}`;
  const same = taken.find((other) => other.toLowerCase() === name.toLowerCase());
  return same === undefined ? undefined : `${same} exists already`;
};

/** IAM's limits on names, in characters. */
export const longestName = { role: 64, profile: 128 };
