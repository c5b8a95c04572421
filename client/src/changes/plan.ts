import { type Association, type Instance, type InstanceProfile, nameInArn, type Role } from '../aws/model';
import { roleOnInstanceProblem } from '../state/problems';
import { ec2Trust } from '../trust/ec2';

/** Everything a decision rests on, read just before it is made. */
export interface AttachFacts {
  readonly instance: Instance;
  /** The instance's associations in every state. */
  readonly associations: readonly Association[];
  readonly role: Role;
  /** Every profile of the account. */
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
  /** AWS would refuse it, or we cannot do it safely. */
  | { readonly kind: 'refused'; readonly sentence: string }
  | { readonly kind: 'choose'; readonly profiles: readonly InstanceProfile[] };

/**
 * Decides how an instance gets a role. The person speaks of roles; EC2 wants an instance profile that holds the role.
 * @see https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_AssociateIamInstanceProfile.html
 * @see https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_ReplaceIamInstanceProfileAssociation.html
 */
export const decideAttach = (facts: AttachFacts): AttachDecision => {
  const { instance, role, associations } = facts;
  const unsuitable = unsuitableState(instance) ?? unsettled(instance, associations);
  if (unsuitable !== undefined) return { kind: 'refused', sentence: unsuitable };

  const profile = targetProfile(facts);
  if ('choose' in profile) return { kind: 'choose', profiles: profile.choose };

  const current = associations.find(({ state }) => state === 'associated');
  const replaces = current && replaced(current, facts.profiles);
  if (replaces?.profileName === profile.name && profile.make === 'nothing') {
    return {
      kind: 'nothing',
      sentence: `${nameOf(instance)} already runs as ${role.name}. Nothing was changed.`,
    };
  }
  if (replaces !== undefined && replaces.profileName !== profile.name && instance.state !== 'running') {
    const sentence =
      `${nameOf(instance)} is ${instance.state} and has instance profile ${replaces.profileName}. ` +
      'AWS replaces an instance profile on a running instance only. Start the instance, or detach its role first.';
    return { kind: 'refused', sentence };
  }
  return { kind: 'plan', plan: { instance, role, profile, replaces, warnings: warnings(facts, profile) } };
};

export type DetachDecision =
  | { readonly kind: 'plan'; readonly present: Replaced }
  | { readonly kind: 'nothing'; readonly sentence: string }
  | { readonly kind: 'refused'; readonly sentence: string };

/** Decides whether an instance's profile can be taken off it. */
export const decideDetach = (
  instance: Instance,
  associations: readonly Association[],
  profiles: readonly InstanceProfile[],
): DetachDecision => {
  const moving = unsettled(instance, associations);
  if (moving !== undefined) return { kind: 'refused', sentence: moving };
  const current = associations.find(({ state }) => state === 'associated');
  if (current !== undefined) return { kind: 'plan', present: replaced(current, profiles) };
  return { kind: 'nothing', sentence: `${nameOf(instance)} has no role. Nothing was changed.` };
};

/** `web-1 (i-0abc)` */
export const nameOf = ({ id, name }: Pick<Instance, 'id' | 'name'>): string =>
  name === undefined || name === '' ? id : `${name} (${id})`;

const unsuitableState = (instance: Instance): string | undefined =>
  instance.state === 'running' || instance.state === 'stopped'
    ? undefined
    : `${nameOf(instance)} is ${instance.state}. The role of an instance can be changed while it is running or stopped.`;

const unsettled = (instance: Instance, associations: readonly Association[]): string | undefined => {
  const moving = associations.find(({ state }) => state === 'associating' || state === 'disassociating');
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
const targetProfile = (facts: AttachFacts): TargetProfile | { choose: InstanceProfile[] } => {
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

const freeName = (role: string, profiles: readonly InstanceProfile[]): string => {
  const taken = new Set(profiles.map(({ name }) => name));
  const names = ['', '-2', '-3', '-4', '-5', '-6', '-7', '-8', '-9'].map(
    (suffix) => `${role}-profile${suffix}`,
  );
  return names.find((name) => !taken.has(name)) ?? `${role}-profile-${Date.now()}`;
};

const warnings = ({ role }: AttachFacts, profile: TargetProfile): string[] => {
  const answer = ec2Trust(role.trust);
  const trust = answer === 'no' ? roleOnInstanceProblem(role, { answer, reason: '' }) : undefined;
  return [
    ...(trust === undefined ? [] : [`${trust}. Programs on the instance will get no credentials.`]),
    ...(profile.make === 'add role'
      ? [`Instances that use the empty instance profile ${profile.name} will run as ${role.name} too.`]
      : []),
  ];
};
