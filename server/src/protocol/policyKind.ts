import { resourcePolicies, type ToldKind } from './resourcePolicies';
import type { PolicyKind } from './settings';

/** The client's command behind the code lens that names a policy's kind. */
export const choosePolicyKind = 'trustwright.choosePolicyKind';

export interface ChoosePolicyKindArguments {
  readonly uri: string;
  /** The kind the policy is taken for now. */
  readonly kind: Exclude<ToldKind, 'auto'>;
}

/** Kinds with their names for people, in the order in which they are offered. */
export const policyKindNames: Readonly<Record<PolicyKind, string>> = {
  identity: 'Permission policy of a user, group or role',
  trust: 'Trust policy of a role',
  resource: 'Resource policy',
  boundary: 'Permissions boundary',
  session: 'Session policy',
  scp: 'Service control policy (SCP)',
  rcp: 'Resource control policy (RCP)',
};

/** The same with the resource policies one by one, as the setting calls them. */
export const toldKindNames: Readonly<Record<Exclude<ToldKind, 'auto'>, string>> = {
  ...policyKindNames,
  ...Object.fromEntries(
    Object.entries(resourcePolicies).map(([word, { name }]) => [`resource/${word}`, `Policy of ${name}`]),
  ),
} as Readonly<Record<Exclude<ToldKind, 'auto'>, string>>;
