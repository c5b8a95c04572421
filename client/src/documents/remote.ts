import type { Connection } from '../aws/api';
import type { PolicyVersion } from '../aws/model';
import type { LivePolicy } from './livePolicy';

/** A policy as it is in AWS now. */
export interface RemotePolicy {
  /** JSON as AWS has it. */
  readonly text: string;
  /** The default version of a managed policy. */
  readonly defaultVersion?: string;
}

/** Reads the text that counts: of a managed policy, that of its default version. One call, or two. */
export const readCurrent = async (
  { policies, iam }: Connection,
  policy: LivePolicy,
): Promise<RemotePolicy> => {
  switch (policy.kind) {
    case 'trust':
      return { text: (await iam.role(policy.roleName)).trust ?? '' };
    case 'inline':
      return { text: await policies.inline(policy.roleName, policy.policyName) };
    case 'managed':
    case 'boundary': {
      const { document, id } = await policies.defaultVersion(policy.arn);
      return { text: document, defaultVersion: id };
    }
  }
};

/** Reads what a document shows: the version it names, else the current text. */
export const readShown = async (connection: Connection, policy: LivePolicy): Promise<RemotePolicy> => {
  const current = await readCurrent(connection, policy);
  if (!('version' in policy) || policy.version === undefined || policy.version === current.defaultVersion)
    return current;
  const { document } = await connection.policies.version(policy.arn, policy.version);
  return { ...current, text: document };
};

/** The versions of a managed policy, oldest first; none of other policies. */
export const versionsOf = async (
  { policies }: Connection,
  policy: LivePolicy,
): Promise<readonly PolicyVersion[]> => {
  if (!('arn' in policy)) return [];
  const number = ({ id }: PolicyVersion) => Number(id.slice(1));
  return [...(await policies.versions(policy.arn))].sort((a, b) => number(a) - number(b));
};

/** Writes a text; a managed policy gets a new default version. */
export const write = async ({ policies }: Connection, policy: LivePolicy, text: string): Promise<void> => {
  switch (policy.kind) {
    case 'trust':
      return policies.writeTrust(policy.roleName, text);
    case 'inline':
      return policies.writeInline(policy.roleName, policy.policyName, text);
    case 'managed':
    case 'boundary':
      await policies.createVersion(policy.arn, text);
  }
};

/** The action that writing takes. */
export const writeAction = ({ kind }: LivePolicy): string => {
  if (kind === 'trust') return 'iam:UpdateAssumeRolePolicy';
  return kind === 'inline' ? 'iam:PutRolePolicy' : 'iam:CreatePolicyVersion';
};
