import type { Place } from '../aws/api';
import { inert } from '../inert';
import { type AttachPlan, nameOf, type Replaced, type TargetProfile } from './plan';

/** What a confirmation shows: a question, and below it everything that will be changed. */
export interface Confirmation {
  readonly question: string;
  readonly detail: string;
  readonly button: string;
}

export const confirmAttach = (plan: AttachPlan, place: Place): Confirmation => {
  const { instance, role, profile, replaces, warnings } = plan;
  const instanceName = inert(nameOf(instance), 120);
  const steps = [...profileSteps(profile, role.name), associationStep(profile, replaces)];
  return {
    question: `Attach role ${role.name} to ${instanceName}?`,
    detail: [
      whereLine(instance.account, place),
      replaces === undefined
        ? 'The instance has no role now.'
        : `It runs as ${replaces.roleName ?? 'no role'} now and would no longer.`,
      '',
      'This will be done:',
      ...steps.map((step, index) => `${index + 1}. ${step}`),
      ...warnings.map((warning) => `\n⚠ ${warning}`),
    ].join('\n'),
    button: replaces === undefined ? 'Attach' : 'Replace',
  };
};

export const confirmDetach = (
  instance: AttachPlan['instance'],
  replaces: Replaced,
  place: Place,
): Confirmation => ({
  question: `Detach role ${replaces.roleName ?? '(none)'} from ${inert(nameOf(instance), 120)}?`,
  detail: [
    whereLine(instance.account, place),
    `Instance profile ${replaces.profileName} is detached from the instance; the profile and the role stay.`,
    'Programs on the instance lose their AWS credentials.',
  ].join('\n'),
  button: 'Detach',
});

const whereLine = (account: string | undefined, { region, profile }: Place): string =>
  `Account ${account ?? 'unknown'} · region ${region} · profile ${profile ?? 'default'}`;

const profileSteps = ({ name, make }: TargetProfile, role: string): string[] => {
  if (make === 'nothing') return [];
  const add = `Put role ${role} into instance profile ${name}`;
  return make === 'create' ? [`Create instance profile ${name}`, add] : [add];
};

const associationStep = ({ name }: TargetProfile, replaces: Replaced | undefined): string =>
  replaces === undefined
    ? `Attach instance profile ${name} to the instance`
    : replaces.profileName === name
      ? `Keep instance profile ${name} on the instance`
      : `Replace instance profile ${replaces.profileName} by ${name}`;
