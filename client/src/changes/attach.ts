import { nameInArn } from '../aws/model';
import { type AssociationChange, associationsOf, changeAssociation } from './association';
import type { AttachPlan } from './plan';
import { type ChangeRun, type ChangeServices, throwIfCancelled } from './run';

/**
 * Carries out a plan: makes the instance profile where the plan says so, then changes the association and waits until
 * AWS confirms it. Where that fails or is cancelled, a profile made for it is removed again.
 * @returns the change that takes it back
 */
export const attach = async (
  plan: AttachPlan,
  services: ChangeServices,
  run: ChangeRun,
): Promise<AssociationChange> => {
  const { instance, profile, replaces } = plan;
  const from = replaces?.profileName;
  throwIfCancelled(run);
  const takeBackProfile = await makeProfile(plan, services, run);
  try {
    const fresh = profile.make !== 'nothing';
    await changeAssociation({ instance, from, to: profile.name, fresh }, services, run);
  } catch (error) {
    if (!(await mayUse(plan, services))) await takeBackProfile();
    throw error;
  }
  return { instance, from: profile.name, to: from };
};

/** Whether the instance has the profile after all, as when only the confirmation failed, or nobody can tell. */
const mayUse = async ({ instance, profile }: AttachPlan, services: ChangeServices): Promise<boolean> => {
  try {
    const associations = await associationsOf(instance.id, services);
    return associations.some(({ profileArn }) => nameInArn(profileArn) === profile.name);
  } catch {
    return true;
  }
};

/** Makes the profile ready and answers how to undo that. */
const makeProfile = async (
  { profile, role }: AttachPlan,
  { iam }: ChangeServices,
  run: ChangeRun,
): Promise<() => Promise<void>> => {
  if (profile.make === 'nothing') return () => Promise.resolve();
  const { name } = profile;
  const removeProfile = () => iam.deleteInstanceProfile(name);
  if (profile.make === 'create') {
    run.report(`Creating instance profile ${name}…`);
    await iam.createInstanceProfile(name);
  }
  run.report(`Putting role ${role.name} into instance profile ${name}…`);
  try {
    await iam.addRoleToProfile(name, role.name);
  } catch (error) {
    if (profile.make === 'create') await quietly(removeProfile);
    throw error;
  }
  return () =>
    quietly(async () => {
      await iam.removeRoleFromProfile(name, role.name);
      if (profile.make === 'create') await removeProfile();
    });
};

/** Cleaning up must not hide why it was needed. What stays behind is an unused profile, which the tree shows. */
const quietly = (work: () => Promise<void>): Promise<void> => work().catch(() => undefined);
