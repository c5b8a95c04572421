import type { Identity } from '../aws/model';
import { nameInArn } from '../aws/model';

/**
 * Compares who AWS says we are with the role we asked for.
 * @param sessionName undefined where the profile's provider chose it
 * @returns what is wrong, a sentence; undefined where it is that role
 */
export const identityProblem = (
  roleArn: string,
  sessionName: string | undefined,
  identity: Identity,
): string | undefined => {
  const [, partition = '', , , account = ''] = roleArn.split(':');
  const expected = `arn:${partition}:sts::${account}:assumed-role/${nameInArn(roleArn)}/`;
  const same =
    sessionName === undefined ? identity.arn.startsWith(expected) : identity.arn === expected + sessionName;
  return same
    ? undefined
    : `AWS says this terminal acts as ${identity.arn}, not as role ${nameInArn(roleArn)} of account ${account}.`;
};

/** Whether an identity is a session of a role itself, so that AWS counts another role as chained. */
export const isRoleSession = ({ arn }: Identity): boolean => arn.includes(':assumed-role/');

/** The role's ARN in that of its session, as far as it can be told: a session's ARN lacks the role's path. */
export const roleOfSession = (arn: string): string | undefined => {
  const [, partition, account, role] = /^arn:([^:]+):sts::(\d{12}):assumed-role\/([^/]+)\//.exec(arn) ?? [];
  return role === undefined ? undefined : `arn:${partition}:iam::${account}:role/${role}`;
};
