import { type Association, nameInArn } from '../aws/model';
import type { AssociationChange } from './action';
import { nameOf } from './names';
import { type ChangeRun, type ChangeServices, UncertainError } from './run';

/** Waits in seconds between looks at an association that AWS is busy with: a minute in all. */
export const looks = [0.5, 1, 2, 2, 3, 3, 5, 5, 5, 5, 5, 5, 5, 5, 5];

/** Waits until AWS says that the instance has the profile and nothing else. */
export const settle = async (
  instanceId: string,
  profile: string | undefined,
  { instance }: AssociationChange,
  services: ChangeServices,
  run: ChangeRun,
): Promise<void> => {
  run.report('Waiting until AWS confirms it…');
  for (const wait of [0, ...looks]) {
    if (wait > 0) await run.pause(wait * 1000);
    // The change is made already: a read that fails is no reason to call it a failure.
    const associations = await associationsOf(instanceId, services).catch(() => undefined);
    if (associations !== undefined && isSettled(associations, profile)) return;
  }
  throw new UncertainError(
    `AWS accepted the change of ${nameOf(instance)} but has not completed it within a minute. ` +
      'Refresh in a while to see whether it has.',
  );
};

const aliveOf = (associations: readonly Association[]): readonly Association[] =>
  associations.filter(({ state }) => state !== 'disassociated');

const isSettled = (associations: readonly Association[], profile: string | undefined): boolean =>
  hasOnly(associations, profile) && aliveOf(associations).every(({ state }) => state === 'associated');

/** Whether the instance has the profile, or is on its way to it, and keeps no other. */
export const hasOnly = (associations: readonly Association[], profile: string | undefined): boolean => {
  const staying = aliveOf(associations).filter(({ state }) => state !== 'disassociating');
  return profile === undefined
    ? staying.length === 0
    : staying.length === 1 && nameInArn(staying[0]!.profileArn) === profile;
};

/** All associations of an instance, in every state. */
export const associationsOf = async (
  instanceId: string,
  { ec2 }: Pick<ChangeServices, 'ec2'>,
): Promise<Association[]> => {
  const found: Association[] = [];
  for await (const page of ec2.associations(instanceId)) found.push(...page);
  return found;
};
