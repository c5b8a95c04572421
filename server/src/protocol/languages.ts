/**
 * Languages whose documents may hold policies, as editors name them. The client sends documents of these and no others;
 * the manifest's activation events name the same.
 */
export const policyLanguages: readonly string[] = [
  'json',
  'jsonc',
  'iam-policy',
  'iam-policy-live',
  'terraform',
  'opentofu',
  'yaml',
  'cloudformation',
];
