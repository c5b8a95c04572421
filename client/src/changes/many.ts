import type { Instance } from '../aws/model';
import type { Action, AssociationChange } from './action';
import { changeAssociation } from './association';
import { carryOut, takeBack } from './carryOut';
import { exclusively } from './exclusive';
import { nameOf } from './names';
import { type AttachFacts, decideAttach, readyActions, type TargetProfile, targetProfile } from './plan';
import type { InstanceProfile } from '../aws/model';
import { type ChangeRun, type ChangeServices, messageOf, UncertainError } from './run';

/** What a role attached to many instances at once rests on. */
export interface ManyFacts extends Omit<AttachFacts, 'instance'> {
  readonly instances: readonly Instance[];
}

/** One plan for many instances: what is done once for all, and what for each. */
export interface ManyPlan {
  readonly profile: TargetProfile;
  readonly shared: readonly Action[];
  readonly changes: readonly AssociationChange[];
  /** Instances that are left alone, and why. */
  readonly left: readonly Outcome[];
  readonly warnings: readonly string[];
}

/** What became of one instance. */
export interface Outcome {
  readonly instance: Instance;
  readonly kind: 'done' | 'nothing' | 'refused' | 'failed' | 'cancelled';
  /** A sentence. */
  readonly says: string;
}

/** Decides for each instance as for one alone. Asks which profile where several hold the role. */
export const planMany = (facts: ManyFacts): ManyPlan | { readonly choose: readonly InstanceProfile[] } => {
  const profile = targetProfile(facts);
  if ('choose' in profile) return profile;
  const changes: AssociationChange[] = [];
  const left: Outcome[] = [];
  const warnings = new Set<string>();
  for (const instance of facts.instances) {
    const associations = facts.associations.filter(({ instanceId }) => instanceId === instance.id);
    const decision = decideAttach({ ...facts, instance, associations });
    if (decision.kind === 'plan') {
      const from = decision.plan.replaces?.profileName;
      changes.push({ instance, from, to: profile.name, fresh: profile.make !== 'nothing' });
      for (const warning of decision.plan.warnings) warnings.add(warning);
    } else if (decision.kind !== 'choose') {
      left.push({
        instance,
        kind: decision.kind === 'nothing' ? 'nothing' : 'refused',
        says: decision.sentence,
      });
    }
  }
  const shared = changes.length === 0 ? [] : readyActions(profile, facts.role.name);
  return { profile, shared, changes, left, warnings: [...warnings] };
};

/** Instances changed at the same time. */
const atOnce = 4;

/** How a change of many instances reaches AWS, and who hears of each. */
export interface ManyRun extends ChangeRun {
  /** The services of the region an instance is in. */
  servicesFor(instance: Instance): Promise<ChangeServices>;
  finished(outcome: Outcome): void;
}

/**
 * Makes the profile ready, then changes the instances, some at a time; one that fails does not keep the others. Where none
 * was changed, what was made for them is taken back.
 * @throws AwsFailure, ChangeError where the profile could not be made ready; then no instance was touched
 */
export const carryOutMany = async (
  { shared, changes }: Pick<ManyPlan, 'shared' | 'changes'>,
  global: ChangeServices,
  run: ManyRun,
): Promise<readonly Outcome[]> => {
  await carryOut(shared, global, run);
  const outcomes = await changeEach(changes, run);
  const touched = outcomes.some(({ kind, uncertain }) => kind === 'done' || uncertain);
  if (!touched) await takeBack(shared, global, run).catch(() => undefined);
  return outcomes;
};

/** Puts the instances back to what they had, and removes what was made for them. */
export const takeBackMany = async (
  { shared }: Pick<ManyPlan, 'shared'>,
  done: readonly AssociationChange[],
  global: ChangeServices,
  run: ManyRun,
): Promise<readonly Outcome[]> => {
  const back = done.map(({ instance, from, to }) => ({ instance, from: to, to: from }));
  const outcomes = await changeEach(back, run);
  if (outcomes.every(({ kind }) => kind === 'done')) await takeBack(shared, global, run);
  return outcomes;
};

type Told = Outcome & { readonly uncertain: boolean };

const changeEach = async (changes: readonly AssociationChange[], run: ManyRun): Promise<Told[]> => {
  const outcomes: Told[] = [];
  const waiting = [...changes.entries()];
  const work = async () => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
      const [at, change] = next;
      outcomes[at] = await changeOne(change, run);
      run.finished(outcomes[at]);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, work));
  return outcomes;
};

const changeOne = async (change: AssociationChange, run: ManyRun): Promise<Told> => {
  const { instance, to } = change;
  const told = (kind: Outcome['kind'], says: string, uncertain = false) => ({
    ...{ instance, kind, says, uncertain },
  });
  try {
    const named: ChangeRun = {
      signal: run.signal,
      report: (step) => {
        run.report(`${nameOf(instance)}: ${step}`);
      },
      pause: (ms) => run.pause(ms),
    };
    if (run.signal.aborted) return told('cancelled', 'It was not begun.');
    await exclusively([instance], async () =>
      changeAssociation(change, await run.servicesFor(instance), named),
    );
    return told('done', to === undefined ? 'It has no instance profile.' : `It has instance profile ${to}.`);
  } catch (error) {
    if (error instanceof Error && error.name === 'Cancelled') return told('cancelled', 'It was not changed.');
    return told('failed', messageOf(error), error instanceof UncertainError);
  }
};
