import type { Identity } from '../aws/model';
import { nameInArn } from '../aws/model';

/**
 * Compares who AWS says we are with the role we asked for.
 * @returns what is wrong, a sentence; undefined where it is that role
 */
export const identityProblem = (
  roleArn: string,
  sessionName: string,
  identity: Identity,
): string | undefined => {
  const [, partition = '', , , account = ''] = roleArn.split(':');
  const expected = `arn:${partition}:sts::${account}:assumed-role/${nameInArn(roleArn)}/${sessionName}`;
  return identity.arn === expected
    ? undefined
    : `AWS says this terminal acts as ${identity.arn}, not as role ${nameInArn(roleArn)} of account ${account}.`;
};
