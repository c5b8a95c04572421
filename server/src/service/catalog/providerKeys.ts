import type { ConditionKey } from './catalog';

/**
 * Claims that any OpenID Connect provider's tokens may carry and AWS STS offers as condition keys.
 * Source: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_iam-condition-keys.html
 */
const claims: ReadonlyMap<string, { readonly multivalued: boolean }> = new Map([
  ['amr', { multivalued: true }],
  ['aud', { multivalued: false }],
  ['azp', { multivalued: false }],
  ['email', { multivalued: false }],
  ['oaud', { multivalued: false }],
  ['sub', { multivalued: false }],
]);

/**
 * The key of an OpenID Connect provider, such as `token.actions.githubusercontent.com:sub`: the provider's
 * address without `https://`, a colon and a claim that every provider has.
 */
export function findProviderKey(name: string): ConditionKey | undefined {
  const colon = name.lastIndexOf(':');
  const claim = claims.get(name.slice(colon + 1).toLowerCase());
  return claim && isProvider(name.slice(0, colon)) ? { name, type: 'String', ...claim } : undefined;
}

/** Unlike a service's prefix, a provider's address has a dot. */
function isProvider(prefix: string): boolean {
  return /^[a-z0-9-]+(\.[a-z0-9-]+)+(\/\S*)?$/i.test(prefix);
}
