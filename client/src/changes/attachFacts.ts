import type { InstanceProfile } from '../aws/model';
import { type AccessChange, accessChange } from './access';
import type { AttachFacts } from './plan';
import { type AttachReadings, shownWith } from './preflight';

/**
 * What was read, as the facts to decide by. Where something could not be read, what the sidebar shows stands in for it.
 * @param listed the profiles in the sidebar; they tell which names are taken
 */
export const attachFacts = (readings: AttachReadings, listed: readonly InstanceProfile[]): AttachFacts => {
  const { request, instance, associations, role } = readings;
  return {
    instance: instance.value ?? request.instance,
    associations: associations.value ?? shownWith(instance.value),
    role: role.value ?? request.role,
    profiles: freshProfiles(readings, listed),
  };
};

/** The listed profiles, corrected by those that were read just now. */
const freshProfiles = (
  { request, holding, named, present }: AttachReadings,
  listed: readonly InstanceProfile[],
): InstanceProfile[] => {
  const { name: roleName } = request.role;
  const current = new Map<string, InstanceProfile>();
  for (const profile of listed) {
    const stale =
      (holding.failure === undefined && profile.roles.some(({ name }) => name === roleName)) ||
      (named.failure === undefined && profile.name === roleName);
    if (!stale) current.set(profile.name, profile);
  }
  for (const profile of [named.value, present.value, ...(holding.value ?? [])])
    if (profile !== undefined) current.set(profile.name, profile);
  return [...current.values()];
};

/** What the instance may do after the change and may not do any more, by the policies of its roles. */
export const accessIn = ({ present, presentPolicies, policies }: AttachReadings): AccessChange => {
  const known = present.failure === undefined && presentPolicies.failure === undefined;
  return accessChange(known ? (presentPolicies.value ?? 'none') : undefined, policies.value);
};
