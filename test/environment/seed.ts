import { EC2Client } from '@aws-sdk/client-ec2';
import { IAMClient } from '@aws-sdk/client-iam';
import { seedInstances, type SeededInstances } from './seed/instances';
import { seedOtherRegion } from './seed/otherRegion';
import { seedRoles, type SeededRoles } from './seed/roles';
import { seedUsers } from './seed/users';

export const seedRegion = 'us-east-1';
export const otherRegion = 'eu-west-1';

/** Keys that the emulator takes for the account's administrator. Nothing else accepts them. */
export const seedCredentials = { accessKeyId: 'testing', secretAccessKey: 'testing' };

/** What the emulated account holds, for tests to compare with. */
export interface SeededAccount {
  readonly account: string;
  readonly region: string;
  readonly otherRegion: string;
  readonly instances: SeededInstances;
  readonly roles: SeededRoles;
  readonly users: readonly string[];
}

/** Fills an empty emulated account with the situations that people ask about. */
export async function seedAccount(endpoint: string): Promise<SeededAccount> {
  const common = { endpoint, credentials: seedCredentials };
  const iam = new IAMClient({ ...common, region: seedRegion });
  const ec2 = new EC2Client({ ...common, region: seedRegion });
  const other = new EC2Client({ ...common, region: otherRegion });
  const users = await seedUsers(iam);
  const roles = await seedRoles(iam);
  const instances = await seedInstances(ec2);
  await seedOtherRegion(other);
  for (const client of [iam, ec2, other]) client.destroy();
  return { account: '123456789012', region: seedRegion, otherRegion, instances, roles, users };
}
