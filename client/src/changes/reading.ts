import type { Connection } from '../aws/api';
import { type Instance, type InstanceProfile, nameInArn } from '../aws/model';
import type { Users } from './profilePlans';
import type { WholeRole } from './rolePlans';
import { ChangeError } from './run';

/**
 * Reads a role with its policies and the profiles that hold it: four calls, and one more for each inline policy.
 * @throws AwsFailure where something cannot be read, ChangeError where the role does not exist any more
 */
export const readWholeRole = async (
  roleName: string,
  { iam, roles }: Pick<Connection, 'iam' | 'roles'>,
): Promise<WholeRole> => {
  const [spec, { managed, inline: names }, profiles] = await Promise.all([
    roles.spec(roleName),
    iam.policiesOf(roleName),
    iam.instanceProfilesOf(roleName),
  ]);
  if (spec === undefined)
    throw new ChangeError(`Role ${roleName} no longer exists. Refresh to see what does.`);
  const inline = await Promise.all(
    names.map(async (policyName) => ({
      ...{ roleName, policyName },
      document: (await roles.inlinePolicy(roleName, policyName)) ?? '',
    })),
  );
  return { spec, managed, inline: inline.filter(({ document }) => document !== ''), profiles };
};

/**
 * The instances of the connection's region that use any of the profiles, by what AWS says now.
 * @param known instances whose names are known
 */
export const readUsers = async (
  profiles: readonly Pick<InstanceProfile, 'name'>[],
  known: readonly Instance[],
  { ec2 }: Pick<Connection, 'ec2'>,
): Promise<Users> => {
  const names = new Set(profiles.map(({ name }) => name));
  const ids = new Set<string>();
  if (names.size === 0) return [];
  for await (const page of ec2.associations())
    for (const { state, profileArn, instanceId } of page)
      if (state !== 'disassociated' && names.has(nameInArn(profileArn))) ids.add(instanceId);
  const instances = new Map(known.map((instance) => [instance.id, instance]));
  return [...ids].map((id) => instances.get(id) ?? { id, name: undefined });
};
