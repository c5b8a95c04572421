import type { PolicyKind } from './settings';

/** Scheme of documents that are policies in an AWS account. */
export const livePolicyScheme = 'aws-iam';

/** Language of those documents: policies that are never saved by themselves. */
export const livePolicyLanguage = 'iam-policy-live';

/** Folders in the paths of those documents, by which their kind is known for certain. */
export const livePolicyFolders = {
  trust: 'trust-policies',
  inline: 'inline-policies',
  managed: 'managed-policies',
  boundary: 'permissions-boundaries',
} as const;

/** The kind of the policy at a path of that scheme: `/ACCOUNT/FOLDER/…`. */
export function kindOfLivePolicy(path: string): PolicyKind {
  const folder = path.split('/')[2];
  if (folder === livePolicyFolders.trust) return 'trust';
  return folder === livePolicyFolders.boundary ? 'boundary' : 'identity';
}
