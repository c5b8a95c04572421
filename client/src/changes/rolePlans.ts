import { type InstanceProfile, type ManagedPolicy, nameInArn, type RoleSpec } from '../aws/model';
import type { Action, InlinePolicy } from './action';
import { type Plan, type Users, usersWarning } from './profilePlans';

/** A role with all that is in it and around it, as far as deleting or cloning it needs. */
export interface WholeRole {
  readonly spec: RoleSpec;
  readonly managed: readonly ManagedPolicy[];
  readonly inline: readonly InlinePolicy[];
  /** The profiles that hold it. */
  readonly profiles: readonly InstanceProfile[];
}

/** Managed policies per role that AWS allows without a raised quota. */
const managedQuota = 10;

/** Attaches managed policies to a role, or detaches them. */
export const planPolicies = (
  roleName: string,
  how: 'attachPolicy' | 'detachPolicy',
  policies: readonly ManagedPolicy[],
  around: { readonly present: readonly ManagedPolicy[]; readonly users: Users },
): Plan => {
  const count = around.present.length + policies.length;
  return {
    actions: policies.map(({ arn }) => ({ kind: how, roleName, policyArn: arn })),
    warnings: [
      ...usersWarning(around.users, how === 'attachPolicy' ? 'gain this access' : 'lose this access'),
      ...(how === 'attachPolicy' && count > managedQuota
        ? [
            `The role would have ${count} managed policies; AWS allows ${managedQuota} unless the quota was raised.`,
          ]
        : []),
    ],
  };
};

/** Deletes a role: everything that IAM wants gone from it first, then the role. */
export const planDeleteRole = ({ spec, managed, inline, profiles }: WholeRole, users: Users): Plan => {
  const roleName = spec.name;
  return {
    actions: [
      ...profiles.map(({ name }) => ({ kind: 'removeRole' as const, profileName: name, roleName })),
      ...managed.map(({ arn }) => ({ kind: 'detachPolicy' as const, roleName, policyArn: arn })),
      ...inline.map((policy) => ({ kind: 'deleteInlinePolicy' as const, ...policy })),
      { kind: 'deleteRole', spec },
    ],
    warnings: [
      ...usersWarning(users, 'lose their AWS credentials'),
      'A role made again under the same name is another one: policies elsewhere that name this role lose it.',
    ],
  };
};

/** The role as it is to be made, with its policies. */
export const creationOf = ({
  spec,
  managed,
  inline,
}: Pick<WholeRole, 'spec' | 'managed' | 'inline'>): Action[] => [
  { kind: 'createRole', spec },
  ...managed.map(({ arn }) => ({ kind: 'attachPolicy' as const, roleName: spec.name, policyArn: arn })),
  ...inline.map((policy) => ({ kind: 'putInlinePolicy' as const, ...policy, roleName: spec.name })),
];

/** `AmazonS3FullAccess (of AWS)`, in the order of names. */
export const policyLabel = ({ arn }: ManagedPolicy): string =>
  `${nameInArn(arn)}${arn.includes(':iam::aws:') ? ' (of AWS)' : ''}`;
