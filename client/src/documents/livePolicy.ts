import { livePolicyFolders } from '../../../server/src/protocol/livePolicies';
import { nameInArn } from '../aws/model';

/** A policy in an account that can be opened as a document. */
export type LivePolicy =
  | { readonly kind: 'trust'; readonly account: string; readonly roleName: string }
  | {
      readonly kind: 'inline';
      readonly account: string;
      readonly roleName: string;
      readonly policyName: string;
    }
  | {
      /** `boundary` where it is opened as the permissions boundary of a role. */
      readonly kind: 'managed' | 'boundary';
      readonly account: string;
      readonly arn: string;
      /** Undefined means the default version, whichever that is. */
      readonly version?: string;
    };

const ending = '.live.iam.json';

/** The path of a policy's document. Its first part is the account, so that it never is taken for one of another. */
export const pathOf = (policy: LivePolicy): string => {
  const { account, kind } = policy;
  const folder = `/${account}/${livePolicyFolders[kind]}`;
  switch (kind) {
    case 'trust':
      return `${folder}/${policy.roleName} trust policy${ending}`;
    case 'inline':
      return `${folder}/${policy.roleName}/${policy.policyName}${ending}`;
    case 'managed':
    case 'boundary': {
      const version = policy.version === undefined ? '' : `@${policy.version}`;
      return `${folder}/${policy.arn}/${nameInArn(policy.arn)}${version}${ending}`;
    }
  }
};

/** The policy at a path; undefined where none can be. */
export const policyAt = (path: string): LivePolicy | undefined => {
  const [, account, folder, ...rest] = path.split('/');
  const file = rest.pop();
  if (account === undefined || !/^\d{12}$/.test(account) || !file?.endsWith(ending)) return undefined;
  const name = file.slice(0, -ending.length);
  const roleName = rest[0];
  if (folder === livePolicyFolders.trust)
    return { kind: 'trust', account, roleName: name.replace(/ trust policy$/, '') };
  if (folder === livePolicyFolders.inline && roleName !== undefined)
    return { kind: 'inline', account, roleName, policyName: name };
  const kind = folder === livePolicyFolders.boundary ? 'boundary' : 'managed';
  const arn = rest.join('/');
  if (folder !== livePolicyFolders[kind] || !arn.startsWith('arn:')) return undefined;
  const version = /@(v\d+)$/.exec(name)?.[1];
  return { kind, account, arn, ...(version && { version }) };
};

/** `trust policy of role R`, `managed policy P` */
export const wordsFor = (policy: LivePolicy): string => {
  switch (policy.kind) {
    case 'trust':
      return `trust policy of role ${policy.roleName}`;
    case 'inline':
      return `inline policy ${policy.policyName} of role ${policy.roleName}`;
    case 'managed':
      return `managed policy ${nameInArn(policy.arn)}`;
    case 'boundary':
      return `permissions boundary ${nameInArn(policy.arn)}`;
  }
};
