import type { ConditionClause } from '../../model/condition';

/** Providers whose audience claim is known to be one value. */
const singleValued: ReadonlySet<string> = new Set([
  'token.actions.githubusercontent.com',
  'accounts.google.com',
  'cognito-identity.amazonaws.com',
  'www.amazon.com',
]);

/** What is known of a condition on a token's audience; undefined for other keys. */
export function audienceOf({ lowerKey }: ConditionClause): { readonly isSingle: boolean } | undefined {
  if (!lowerKey.endsWith(':aud') || lowerKey === 'saml:aud') return undefined;
  return { isSingle: singleValued.has(lowerKey.slice(0, -':aud'.length)) };
}
