/** Whose policies decide: what SimulatePrincipalPolicy can be asked about. */
export type Principal =
  | 'root'
  | { readonly kind: 'user'; readonly arn: string }
  /** By name alone: the ARN of an assumed role leaves out the role's path. */
  | { readonly kind: 'role'; readonly name: string };

/** The principal behind the ARN that GetCallerIdentity answers; undefined for federated users and what we do not know. */
export const principalOf = (callerArn: string): Principal | undefined => {
  const [, service, resource = ''] = /^arn:[^:]*:(iam|sts)::\d{12}:(.*)$/.exec(callerArn) ?? [];
  if (service === 'iam' && resource === 'root') return 'root';
  if (service === 'iam' && resource.startsWith('user/')) return { kind: 'user', arn: callerArn };
  const name = /^assumed-role\/([^/]+)\//.exec(resource)?.[1];
  return service === 'sts' && name !== undefined ? { kind: 'role', name } : undefined;
};
