import { type AwsFailure, isAwsFailure } from '../aws/failure';
import { type Instance, nameInArn } from '../aws/model';
import type { AssociationChange } from './action';
import { associateUnseen } from './associateUnseen';
import { type AssociationStep, type InstanceNow, nextStep } from './associationStep';
import { nameOf, profileWords } from './names';
import { ChangeError, type ChangeRun, type ChangeServices, throwIfCancelled } from './run';
import { associationsOf, looks, settle } from './settle';
import { disassociateOnce, giveOnce, swap } from './swap';

/**
 * Makes the change and sees it through: reads what is so now, waits while AWS is still busy, refuses where the instance
 * has not the expected profile; associates, replaces or disassociates; reads back until AWS says it is so. Where AWS
 * refuses because things changed in between, it is decided again. Where the associations may not be read, associating is
 * tried all the same.
 * @throws AwsFailure where AWS refuses, ChangeError where the instance changed meanwhile or AWS does not settle,
 *   UncertainError where nobody knows
 */
export const changeAssociation = async (
  change: AssociationChange,
  services: ChangeServices,
  run: ChangeRun,
): Promise<void> => {
  let refusals = 0;
  for (;;) {
    let step: AssociationStep;
    try {
      step = await settledStep(change, services, run);
    } catch (error) {
      const unseen = isAwsFailure(error) && error.kind === 'denied' && change.to !== undefined;
      if (!unseen) throw error;
      return associateUnseen({ ...change, to: change.to }, error, services, run);
    }
    if (step.kind === 'nothing') return;
    const refused = refusal(step, change);
    if (refused !== undefined) throw new ChangeError(refused);
    throwIfCancelled(run);
    run.report(stepWords(change));
    try {
      await take(step, change, services, run);
    } catch (error) {
      if (!isAwsFailure(error) || !isStale(error) || ++refusals > 2) throw error;
      continue;
    }
    return settle(change.instance.id, change.to, change, services, run);
  }
};

/** Refusals that say the decision rested on something that is so no longer. */
const isStale = ({ kind, code = '' }: AwsFailure): boolean =>
  /^(IncorrectState|IncorrectInstanceState|InvalidAssociationID)/.test(code) || kind === 'conflict';

/** What to do once AWS is done with what it is doing. */
const settledStep = async (
  { instance, from, to }: AssociationChange,
  services: ChangeServices,
  run: ChangeRun,
): Promise<AssociationStep> => {
  let step = nextStep(await readNow(instance, services), from, to);
  for (const wait of looks) {
    if (step.kind !== 'wait') break;
    throwIfCancelled(run);
    run.report(`Waiting while AWS is still ${step.moving.state} ${nameInArn(step.moving.profileArn)}…`);
    await run.pause(wait * 1000);
    throwIfCancelled(run);
    step = nextStep(await readNow(instance, services), from, to);
  }
  return step;
};

const readNow = async (known: Instance, services: ChangeServices): Promise<InstanceNow> => {
  const [instance, associations] = await Promise.all([
    services.ec2.instance(known.id).catch(whereDenied(known)),
    associationsOf(known.id, services),
  ]);
  return { state: instance?.state, associations };
};

/** What is known stands in for what may not be read; AWS looks itself before it changes anything. */
const whereDenied =
  (known: Instance) =>
  (error: unknown): Instance => {
    if (isAwsFailure(error) && error.kind === 'denied') return known;
    throw error;
  };

const refusal = (step: AssociationStep, change: AssociationChange): string | undefined => {
  const name = nameOf(change.instance);
  switch (step.kind) {
    case 'wait': {
      const profile = nameInArn(step.moving.profileArn);
      return `AWS is still ${step.moving.state} instance profile ${profile} and ${name} after a minute. Nothing was changed; try again later.`;
    }
    case 'changed':
      return (
        `${name} was changed by somebody else: it has ${profileWords(step.present)} now, not ${profileWords(change.from)}. ` +
        `It was not given ${profileWords(change.to)}; refresh and decide again.`
      );
    case 'wrongState':
      return `${name} is ${step.state}. The role of an instance can be changed while it is running or stopped; try again when it is.`;
    case 'gone':
      return `${name} no longer exists, so it was not given ${profileWords(change.to)}. Refresh to see what does.`;
    case 'nothing':
    case 'associate':
    case 'replace':
    case 'disassociate':
    case 'swap':
      return undefined;
  }
};

const take = async (
  step: AssociationStep,
  change: AssociationChange,
  services: ChangeServices,
  run: ChangeRun,
): Promise<void> => {
  const { ec2 } = services;
  const { instance, to } = change;
  if (step.kind === 'disassociate') return disassociateOnce(step.association, services, run);
  if (to === undefined) return;
  if (step.kind === 'swap') return swap(step.association, { ...change, to }, services, run);
  const make = async () =>
    void (await (step.kind === 'replace'
      ? ec2.replace(step.association, to)
      : ec2.associate(instance.id, to)));
  return giveOnce(instance.id, { profile: to, fresh: change.fresh === true, make }, services, run);
};

const stepWords = ({ from, to }: AssociationChange): string => {
  if (to === undefined) return `Detaching instance profile ${from ?? ''}…`;
  return from === undefined
    ? `Attaching instance profile ${to}…`
    : `Replacing instance profile ${from} by ${to}…`;
};
