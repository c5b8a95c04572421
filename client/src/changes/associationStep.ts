import { type Association, nameInArn } from '../aws/model';

/** What is true of an instance now. */
export interface InstanceNow {
  /** `running`, `stopped`, …; undefined where the instance does not exist any more. */
  readonly state: string | undefined;
  /** Its associations in every state. */
  readonly associations: readonly Association[];
}

/** What to do next for an instance to have another profile. */
export type AssociationStep =
  | { readonly kind: 'nothing' }
  /** An association is on its way in or out: look again in a moment. */
  | { readonly kind: 'wait'; readonly moving: Association }
  | { readonly kind: 'associate' }
  | { readonly kind: 'replace'; readonly association: Association }
  | { readonly kind: 'disassociate'; readonly association: Association }
  /** AWS replaces on running instances only: disassociate, wait, associate. */
  | { readonly kind: 'swap'; readonly association: Association }
  /** Somebody changed it: the profile it has now. */
  | { readonly kind: 'changed'; readonly present: string | undefined }
  | { readonly kind: 'wrongState'; readonly state: string }
  | { readonly kind: 'gone' };

/**
 * Decides from what is true now, and is asked again after every wait and every refusal.
 * @param from the profile the instance must have; where it has another one, nothing is done
 * @param to the profile it is to have; undefined means none
 * @see https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_AssociateIamInstanceProfile.html
 * @see https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_ReplaceIamInstanceProfileAssociation.html
 */
export const nextStep = (
  { state, associations }: InstanceNow,
  from: string | undefined,
  to: string | undefined,
): AssociationStep => {
  const over = state === undefined || state === 'terminated' || state === 'shutting-down';
  if (over) return to === undefined ? { kind: 'nothing' } : { kind: 'gone' };
  const moving = movingOf(associations);
  if (moving !== undefined) return { kind: 'wait', moving };
  const association = associations.find((each) => each.state === 'associated');
  const present = association && nameInArn(association.profileArn);
  if (present === to) return { kind: 'nothing' };
  if (present !== from) return { kind: 'changed', present };
  if (state !== 'running' && state !== 'stopped') return { kind: 'wrongState', state };
  if (association === undefined) return { kind: 'associate' };
  if (to === undefined) return { kind: 'disassociate', association };
  return { kind: state === 'running' ? 'replace' : 'swap', association };
};

/** The association that is on its way in or out, if one is. */
export const movingOf = (associations: readonly Association[]): Association | undefined =>
  associations.find(({ state }) => state === 'associating' || state === 'disassociating');
