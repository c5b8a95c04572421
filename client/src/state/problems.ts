import type { TrustVerdict } from '../../../server/src/protocol/serviceTrust';
import type { Role } from '../aws/model';

export const emptyProfileProblem = (profileName: string): string =>
  `Instance profile ${profileName} holds no role, so it gives no credentials`;

/** What is wrong with a role that an instance is to run as, by its trust policy; undefined where that is not certain. */
export const roleOnInstanceProblem = (
  { name }: Pick<Role, 'name'>,
  { answer }: TrustVerdict,
): string | undefined =>
  answer === 'no'
    ? `Role ${name} gives no credentials: its trust policy does not let EC2 assume it`
    : undefined;
