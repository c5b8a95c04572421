import { type AwsFailure, isAwsFailure } from '../aws/failure';
import { type Instance, nameInArn } from '../aws/model';
import type { AssociationChange } from './action';
import { nameOf } from './names';
import { ChangeError, type ChangeRun, type ChangeServices, throwIfCancelled, UncertainError } from './run';
import { looks } from './settle';
import { giveOnce } from './swap';

const missing = 'ec2:DescribeIamInstanceProfileAssociations';

/**
 * Gives an instance a profile where the caller may not read associations. Associating changes nothing where there is one
 * already, so it can be tried; replacing takes the id of the association, which only reading tells.
 * @param denial why the associations could not be read
 */
export const associateUnseen = async (
  change: AssociationChange & { readonly to: string },
  denial: AwsFailure,
  services: ChangeServices,
  run: ChangeRun,
): Promise<void> => {
  const { instance, to, fresh = false } = change;
  const { id } = instance;
  const { ec2 } = services;
  const now = await ec2.instance(id).catch(() => instance);
  const refused = refusal(now, change);
  if (refused !== undefined) throw new ChangeError(refused, denial);
  if (profileOf(now) === to) return;
  throwIfCancelled(run);
  run.report(`Attaching instance profile ${to}, unseen what ${nameOf(instance)} has…`);
  const make = async () => void (await ec2.associate(id, to));
  const isDone = async () => profileOf(await ec2.instance(id)) === to;
  try {
    await giveOnce(id, { profile: to, fresh, make, isDone }, services, run);
  } catch (error) {
    if (!isAwsFailure(error) || error.code !== 'IncorrectState') throw error;
    throw new ChangeError(
      `${nameOf(instance)} has an instance profile already, and to replace it you need permission ${missing}, ` +
        'which you do not have. Nothing was changed; ask for that permission.',
      denial,
    );
  }
  await confirmed(change, services, run);
};

const profileOf = (instance: Instance | undefined): string | undefined =>
  instance?.profileArn === undefined ? undefined : nameInArn(instance.profileArn);

const refusal = (now: Instance | undefined, { instance, to }: AssociationChange): string | undefined => {
  if (now?.state === 'running' || now?.state === 'stopped') return undefined;
  const state = now === undefined ? 'no longer exists' : `is ${now.state}`;
  return `${nameOf(instance)} ${state}, so it was not given instance profile ${to ?? ''}. Nothing was changed.`;
};

const confirmed = async (
  { instance, to }: AssociationChange,
  { ec2 }: ChangeServices,
  run: ChangeRun,
): Promise<void> => {
  run.report('Waiting until EC2 shows it…');
  for (const wait of [0, ...looks]) {
    if (wait > 0) await run.pause(wait * 1000);
    const now = await ec2.instance(instance.id).catch(() => undefined);
    if (profileOf(now) === to) return;
  }
  throw new UncertainError(
    `AWS accepted instance profile ${to ?? ''} for ${nameOf(instance)}, but it could not be read back: ` +
      `for that you need permission ${missing}. Refresh in a while to see whether it is there.`,
  );
};
