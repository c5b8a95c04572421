import type { Connection } from '../aws/api';
import { principalOf } from '../changes/principal';
import { isAwsManaged, isServiceLinked } from '../views/nodes/role';
import type { LivePolicy } from './livePolicy';
import { writePermission } from './remote';

/**
 * Whether the caller may write a policy. What AWS does not tell counts as yes: the attempt then says what is missing.
 * Takes two calls, and one more for callers that are roles.
 */
export const mayWrite = async (connection: Connection, policy: LivePolicy): Promise<boolean> => {
  if ('arn' in policy && isAwsManaged(policy.arn)) return false;
  try {
    if ('roleName' in policy && isServiceLinked(await connection.iam.role(policy.roleName))) return false;
    const caller = await connection.sts.identity();
    const principal = principalOf(caller.arn);
    if (principal === undefined || principal === 'root') return true;
    const arn = principal.kind === 'user' ? principal.arn : (await connection.iam.role(principal.name)).arn;
    const { action, resource } = writePermission(policy, caller.arn.split(':')[1] ?? 'aws');
    return await connection.policies.mayDo(arn, action, resource);
  } catch {
    return true;
  }
};
