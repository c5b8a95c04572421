import type { Connection } from '../aws/api';
import { principalOf } from '../changes/principal';
import { isAwsManaged, isServiceLinked } from '../views/nodes/role';
import type { LivePolicy } from './livePolicy';
import { writeAction } from './remote';

/**
 * Whether the caller may write a policy. What AWS does not tell counts as yes: the attempt then says what is missing.
 * Takes two calls or three, and one more for callers that are roles.
 */
export const mayWrite = async (connection: Connection, policy: LivePolicy): Promise<boolean> => {
  if ('arn' in policy && isAwsManaged(policy.arn)) return false;
  try {
    const role = 'roleName' in policy ? await connection.iam.role(policy.roleName) : undefined;
    if (role !== undefined && isServiceLinked(role)) return false;
    const caller = await connection.sts.identity();
    const principal = principalOf(caller.arn);
    if (principal === undefined || principal === 'root') return true;
    const arn = principal.kind === 'user' ? principal.arn : (await connection.iam.role(principal.name)).arn;
    const resource = role?.arn ?? ('arn' in policy ? policy.arn : '');
    return await connection.policies.mayDo(arn, writeAction(policy), resource);
  } catch {
    return true;
  }
};
