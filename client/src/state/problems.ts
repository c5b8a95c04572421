import { ec2Trust } from '../trust/ec2';
import type { Chain } from './links';

/**
 * Why an instance gets no credentials from its profile, in one sentence; undefined where nothing is wrong or where we
 * cannot know.
 * @param profilesKnown whether the list of instance profiles has arrived whole
 */
export const instanceProblem = (chain: Chain, profilesKnown: boolean): string | undefined => {
  const { association, profile, profileName, role } = chain;
  if (association === undefined || profileName === undefined) return undefined;
  if (profile === undefined) {
    return profilesKnown
      ? `Instance profile ${profileName} no longer exists, so there are no credentials`
      : undefined;
  }
  if (role === undefined) return emptyProfileProblem(profile.name);
  return roleOnInstanceProblem(role.name, role.trust);
};

export const emptyProfileProblem = (profileName: string): string =>
  `Instance profile ${profileName} holds no role, so it gives no credentials`;

/** What is wrong with a role that an instance is to run as, by its trust policy. */
export const roleOnInstanceProblem = (roleName: string, trust: string | undefined): string | undefined =>
  ec2Trust(trust) === 'no'
    ? `Role ${roleName} gives no credentials: its trust policy does not let EC2 assume it`
    : undefined;
