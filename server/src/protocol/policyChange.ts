import type { PolicyKind } from './settings';

/** Request from client to server: what does a change of a policy mean, in words? */
export const describePolicyChange = 'trustwright/describePolicyChange';

export interface PolicyChangeParams {
  readonly kind: PolicyKind;
  readonly before: string;
  readonly after: string;
}

/** Lines such as `Adds account 222222222222: may assume the role`. Empty where nothing but the layout changes. */
export type PolicyChangeWords = readonly string[];
