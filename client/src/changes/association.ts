import { type AwsFailure, isAwsFailure } from '../aws/failure';
import { type Association, type Instance, nameInArn } from '../aws/model';
import { nameOf } from './plan';
import { ChangeError, type ChangeRun, type ChangeServices, throwIfCancelled } from './run';

/** A change of the instance profile of one instance. Profiles go by name; undefined means none. */
export interface AssociationChange {
  readonly instance: Instance;
  /** What the instance must have now; where it has something else nothing is changed. */
  readonly from: string | undefined;
  readonly to: string | undefined;
  /** The profile was made or filled just now, so AWS may not know it everywhere yet. */
  readonly fresh?: boolean;
}

/**
 * Makes the change and sees it through: reads the present association and refuses where it is not the expected one;
 * associates, replaces or disassociates; reads back until AWS says it is so. A call whose answer was lost is judged by
 * what is read back, never made a second time blindly.
 * @throws AwsFailure where AWS refuses, ChangeError where the instance changed meanwhile or AWS does not settle
 */
export const changeAssociation = async (
  change: AssociationChange,
  services: ChangeServices,
  run: ChangeRun,
): Promise<void> => {
  const present = await presentAssociation(change.instance.id, services);
  const presentName = present && nameInArn(present.profileArn);
  if (presentName === change.to) return;
  if (presentName !== change.from) throw changedMeanwhile(change, presentName);
  throwIfCancelled(run);
  run.report(stepWords(change));
  try {
    await changeOnce(change, present, services, run);
  } catch (error) {
    if (!isAwsFailure(error) || !(await happenedAnyway(change, error, services))) throw error;
  }
  await settle(change, services, run);
};

const changeOnce = async (
  change: AssociationChange,
  present: Association | undefined,
  services: ChangeServices,
  run: ChangeRun,
): Promise<void> => {
  const { instance, to } = change;
  const call = async (): Promise<void> => {
    if (to === undefined) {
      if (present !== undefined) await services.ec2.disassociate(present);
    } else if (present === undefined) await services.ec2.associate(instance.id, to);
    else await services.ec2.replace(present, to);
  };
  if (change.fresh === true) await whilePropagating(call, run);
  else await call();
};

/** IAM tells EC2 about a new profile within seconds; until then EC2 says that its name is invalid. */
const whilePropagating = async (call: () => Promise<void>, run: ChangeRun): Promise<void> => {
  for (const wait of [1, 2, 3, 4, 5, 5, 5, 5, 5, 5]) {
    try {
      await call();
      return;
    } catch (error) {
      if (!isAwsFailure(error) || !isUnknownProfile(error)) throw error;
      throwIfCancelled(run);
      run.report('Waiting until EC2 knows the new instance profile…');
      await run.pause(wait * 1000);
    }
  }
  await call();
};

const isUnknownProfile = ({ code, message }: AwsFailure): boolean =>
  (code === 'InvalidParameterValue' && /Invalid IAM Instance Profile/i.test(message)) ||
  (code?.startsWith('NoSuchEntity') ?? false);

/** Failures after which the change may have been made all the same: the answer was lost, or it was made before. */
const happenedAnyway = async (
  change: AssociationChange,
  failure: AwsFailure,
  services: ChangeServices,
): Promise<boolean> => {
  if (!['unreachable', 'service', 'unknown', 'conflict', 'notFound', 'cancelled'].includes(failure.kind))
    return false;
  try {
    const present = await presentAssociation(change.instance.id, services);
    return (present && nameInArn(present.profileArn)) === change.to;
  } catch {
    throw new ChangeError(
      `${failure.message} Whether the change was made is not known, because reading it back failed too.`,
    );
  }
};

const settle = async (change: AssociationChange, services: ChangeServices, run: ChangeRun): Promise<void> => {
  run.report('Waiting until AWS confirms it…');
  for (const wait of [0, 0.5, 1, 2, 2, 3, 3, 5, 5, 5, 5, 5, 5, 5, 5, 5]) {
    if (wait > 0) await run.pause(wait * 1000);
    // The change is made already: a read that fails is no reason to call it a failure.
    const associations = await associationsOf(change.instance.id, services).catch(() => undefined);
    if (associations !== undefined && isSettled(associations, change.to)) return;
  }
  throw new ChangeError(
    `AWS accepted the change of ${nameOf(change.instance)} but has not completed it within a minute. ` +
      'Refresh in a while to see whether it has.',
  );
};

const isSettled = (associations: readonly Association[], to: string | undefined): boolean => {
  const alive = associations.filter(({ state }) => state !== 'disassociated');
  if (to === undefined) return alive.length === 0;
  return alive.length === 1 && alive[0]?.state === 'associated' && nameInArn(alive[0].profileArn) === to;
};

/** All associations of an instance, in every state. */
export const associationsOf = async (instanceId: string, { ec2 }: ChangeServices): Promise<Association[]> => {
  const found: Association[] = [];
  for await (const page of ec2.associations(instanceId)) found.push(...page);
  return found;
};

const presentAssociation = async (
  instanceId: string,
  services: ChangeServices,
): Promise<Association | undefined> => {
  const associations = await associationsOf(instanceId, services);
  return (
    associations.find(({ state }) => state === 'associated') ??
    associations.find(({ state }) => state === 'associating')
  );
};

const changedMeanwhile = (
  { instance, from, to }: AssociationChange,
  present: string | undefined,
): ChangeError => {
  const named = (profile: string | undefined) =>
    profile === undefined ? 'no instance profile' : `instance profile ${profile}`;
  return new ChangeError(
    `${nameOf(instance)} was changed by somebody else: it has ${named(present)} now, not ${named(from)}. ` +
      `It was not given ${named(to)}; refresh and decide again.`,
  );
};

const stepWords = ({ from, to }: AssociationChange): string => {
  if (to === undefined) return `Detaching instance profile ${from ?? ''}…`;
  return from === undefined
    ? `Attaching instance profile ${to}…`
    : `Replacing instance profile ${from} by ${to}…`;
};
