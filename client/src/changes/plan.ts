import { type Association, type Instance, type InstanceProfile, nameInArn, type Role } from '../aws/model';
import type { Action } from './action';
import { movingOf } from './associationStep';
import { nameOf } from './names';

/** Everything a decision rests on, read just before it is made. */
export interface AttachFacts {
  readonly instance: Instance;
  /** The instance's associations in every state. */
  readonly associations: readonly Association[];
  readonly role: Role;
  /** Profiles of the account: at least those that hold the role, that have its name, and that the instance uses. */
  readonly profiles: readonly InstanceProfile[];
  /** Where several profiles hold the role: the one the person chose. */
  readonly chosenProfile?: string;
}

/** A change of an instance's role, ready to be shown and then made. */
export interface AttachPlan {
  readonly instance: Instance;
  readonly role: Role;
  readonly profile: TargetProfile;
  /** The association to replace; undefined where the instance has none. */
  readonly replaces: Replaced | undefined;
  /** What is done, in order. */
  readonly actions: readonly Action[];
  readonly warnings: readonly string[];
}

export interface TargetProfile {
  readonly name: string;
  /** What has to be done before it holds the role. */
  readonly make: 'nothing' | 'add role' | 'create';
}

export interface Replaced {
  readonly association: Association;
  readonly profileName: string;
  readonly roleName: string | undefined;
}

export type AttachDecision =
  | { readonly kind: 'plan'; readonly plan: AttachPlan }
  /** It is so already. */
  | { readonly kind: 'nothing'; readonly sentence: string }
  /** AWS is still busy with the instance: ask again in a moment. */
  | { readonly kind: 'wait'; readonly sentence: string }
  /** AWS would refuse it. */
  | { readonly kind: 'refused'; readonly sentence: string }
  | { readonly kind: 'choose'; readonly profiles: readonly InstanceProfile[] };

/**
 * Decides how an instance gets a role. The person speaks of roles; EC2 wants an instance profile that holds the role.
 * @see https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_AssociateIamInstanceProfile.html
 * @see https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_ReplaceIamInstanceProfileAssociation.html
 */
export const decideAttach = (facts: AttachFacts): AttachDecision => {
  const { instance, role, associations } = facts;
  const unsuitable = unsuitableState(instance);
  if (unsuitable !== undefined) return { kind: 'refused', sentence: unsuitable };
  const moving = unsettled(instance, associations);
  if (moving !== undefined) return { kind: 'wait', sentence: moving };

  const profile = targetProfile(facts);
  if ('choose' in profile) return { kind: 'choose', profiles: profile.choose };

  const current = associations.find(({ state }) => state === 'associated');
  const replaces = current && replaced(current, facts.profiles);
  if (replaces?.profileName === profile.name && profile.make === 'nothing') {
    const sentence = `${nameOf(instance)} already runs as ${role.name}. Nothing was changed.`;
    return { kind: 'nothing', sentence };
  }
  const actions = attachActions(instance, role, profile, replaces?.profileName);
  return {
    kind: 'plan',
    plan: { instance, role, profile, replaces, actions, warnings: warnings(facts, profile) },
  };
};

/** Makes the profile ready where it is not, and gives it to the instance where it has another one or none. */
const attachActions = (
  instance: Instance,
  role: Role,
  profile: TargetProfile,
  from: string | undefined,
): Action[] => [
  ...readyActions(profile, role.name),
  ...(from === profile.name
    ? []
    : [{ kind: 'associate' as const, instance, from, to: profile.name, fresh: profile.make !== 'nothing' }]),
];

/** What makes a profile hold a role. */
export const readyActions = ({ name, make }: TargetProfile, roleName: string): Action[] => [
  ...(make === 'create' ? [{ kind: 'createProfile' as const, profileName: name }] : []),
  ...(make === 'nothing' ? [] : [{ kind: 'addRole' as const, profileName: name, roleName }]),
];

export type DetachDecision =
  | { readonly kind: 'plan'; readonly present: Replaced; readonly actions: readonly Action[] }
  | Exclude<AttachDecision, { kind: 'plan' | 'choose' }>;

/** Decides whether an instance's profile can be taken off it. An instance that is gone has none any more. */
export const decideDetach = (
  instance: Instance,
  associations: readonly Association[],
  profiles: readonly InstanceProfile[],
): DetachDecision => {
  const moving = unsettled(instance, associations);
  if (moving !== undefined) return { kind: 'wait', sentence: moving };
  const current = associations.find(({ state }) => state === 'associated');
  if (current === undefined)
    return { kind: 'nothing', sentence: `${nameOf(instance)} has no role. Nothing was changed.` };
  const unsuitable = unsuitableState(instance);
  if (unsuitable !== undefined) return { kind: 'refused', sentence: unsuitable };
  const present = replaced(current, profiles);
  const actions: Action[] = [{ kind: 'associate', instance, from: present.profileName, to: undefined }];
  return { kind: 'plan', present, actions };
};

const unsuitableState = (instance: Instance): string | undefined =>
  instance.state === 'running' || instance.state === 'stopped'
    ? undefined
    : `${nameOf(instance)} is ${instance.state}. The role of an instance can be changed while it is running or stopped.`;

const unsettled = (instance: Instance, associations: readonly Association[]): string | undefined => {
  const moving = movingOf(associations);
  if (moving === undefined) return undefined;
  const profile = nameInArn(moving.profileArn);
  return `AWS is still ${moving.state} instance profile ${profile} and ${nameOf(instance)}. Try again in a moment.`;
};

const replaced = (association: Association, profiles: readonly InstanceProfile[]): Replaced => ({
  association,
  profileName: nameInArn(association.profileArn),
  roleName: profiles.find(({ arn }) => arn === association.profileArn)?.roles[0]?.name,
});

/** The profile that holds the role; else an empty one of the role's name; else one to be created. */
export const targetProfile = (
  facts: Pick<AttachFacts, 'role' | 'profiles' | 'chosenProfile'>,
): TargetProfile | { choose: InstanceProfile[] } => {
  const { role, profiles, chosenProfile } = facts;
  const holding = profiles.filter(({ roles }) => roles.some(({ name }) => name === role.name));
  const [only] = holding;
  if (only !== undefined) {
    const chosen = holding.length === 1 ? only : holding.find(({ name }) => name === chosenProfile);
    return chosen === undefined ? { choose: holding } : { name: chosen.name, make: 'nothing' };
  }
  const named = profiles.find(({ name }) => name === role.name);
  if (named === undefined) return { name: role.name, make: 'create' };
  if (named.roles.length === 0) return { name: named.name, make: 'add role' };
  return { name: freeName(role.name, profiles), make: 'create' };
};

/** A name for a profile of a role whose own name is taken: `R-profile`, `R-profile-2`, … within IAM's 128 characters. */
const freeName = (role: string, profiles: readonly InstanceProfile[]): string => {
  const taken = new Set(profiles.map(({ name }) => name));
  for (let count = 1; ; count++) {
    const name = `${role}-profile${count === 1 ? '' : `-${count}`}`;
    if (!taken.has(name)) return name;
  }
};

const warnings = ({ role }: AttachFacts, profile: TargetProfile): string[] =>
  profile.make === 'add role'
    ? [`Instances that use the empty instance profile ${profile.name} will run as ${role.name} too.`]
    : [];
