import { type Association, nameInArn } from '../aws/model';
import type { AssociationChange } from './action';
import { nameOf } from './names';
import { makeOnce } from './once';
import { whilePropagating } from './propagation';
import {
  type ChangeRun,
  type ChangeServices,
  failureIn,
  messageOf,
  seenThrough,
  ChangeError,
  UncertainError,
} from './run';
import { associationsOf, hasOnly, settle } from './settle';
import { whileRemembered } from './underWay';

type Swap = AssociationChange & { readonly to: string };

/**
 * Takes the old profile off and puts the new one on; where the second half fails, the old one goes back. It is remembered
 * until it is over, should the process die in between.
 */
export const swap = (
  old: Association,
  change: Swap,
  services: ChangeServices,
  run: ChangeRun,
): Promise<void> => {
  const names = { from: nameInArn(old.profileArn), to: change.to };
  return whileRemembered(change.instance, names, () => bothHalves(old, change, services, run));
};

const bothHalves = async (
  old: Association,
  change: Swap,
  services: ChangeServices,
  run: ChangeRun,
): Promise<void> => {
  const { instance, to, fresh } = change;
  const before = nameInArn(old.profileArn);
  await disassociateOnce(old, services, run);
  // From here on it is seen through: cancelling now would leave the instance without any role.
  const through = seenThrough(run);
  try {
    await settle(instance.id, undefined, change, services, through);
    run.report(`Attaching instance profile ${to}…`);
    await associateOnce(instance.id, to, fresh === true, services, through);
  } catch (error) {
    if (error instanceof UncertainError) throw error;
    throw new ChangeError(
      `${messageOf(error)} ${await putBack(change, before, services, through)}`,
      failureIn(error),
    );
  }
};

/** Takes a profile off; one that is off already is fine. */
export const disassociateOnce = (
  association: Association,
  services: ChangeServices,
  run: ChangeRun,
): Promise<void> =>
  makeOnce(
    {
      make: () => services.ec2.disassociate(association),
      isDone: async () => hasOnly(await associationsOf(association.instanceId, services), undefined),
      alreadyDone: ({ kind }) => kind === 'notFound',
    },
    run,
  );

/** How an instance is given a profile. */
export interface Gift {
  readonly profile: string;
  /** The profile was made or filled just now. */
  readonly fresh: boolean;
  readonly make: () => Promise<void>;
  /** How to see whether it has it; by its associations where nothing else is said. */
  readonly isDone?: () => Promise<boolean>;
}

/** Puts a profile on, waiting while EC2 does not know it yet. */
export const giveOnce = async (
  instanceId: string,
  { profile, fresh, make, isDone: seen }: Gift,
  services: ChangeServices,
  run: ChangeRun,
): Promise<void> => {
  const isDone = seen ?? (async () => hasOnly(await associationsOf(instanceId, services), profile));
  const give = () => makeOnce({ make, isDone }, run);
  await (fresh ? whilePropagating(give, run) : give());
};

const associateOnce = (
  instanceId: string,
  profile: string,
  fresh: boolean,
  services: ChangeServices,
  run: ChangeRun,
): Promise<void> => {
  const make = async () => void (await services.ec2.associate(instanceId, profile));
  return giveOnce(instanceId, { profile, fresh, make }, services, run);
};

/** @returns what became of it, in a sentence */
const putBack = async (
  change: AssociationChange,
  profile: string,
  services: ChangeServices,
  run: ChangeRun,
): Promise<string> => {
  const { id } = change.instance;
  try {
    run.report(`Putting instance profile ${profile} back…`);
    await associateOnce(id, profile, false, services, run);
    await settle(id, profile, change, services, run);
    return `The old instance profile ${profile} was put back.`;
  } catch (error) {
    return (
      `Putting the old instance profile ${profile} back failed too, so ${nameOf(change.instance)} has none now ` +
      `(${messageOf(error)}). Attach its role again.`
    );
  }
};
