import type { Instance, RoleSpec } from '../aws/model';

/**
 * One change of an account, as data: so that it can be said in words, written as a command, made, and taken back.
 * Roles, profiles and policies go by name, managed policies by ARN.
 */
export type Action =
  | { readonly kind: 'createRole'; readonly spec: RoleSpec }
  | { readonly kind: 'deleteRole'; readonly spec: RoleSpec }
  | { readonly kind: 'attachPolicy'; readonly roleName: string; readonly policyArn: string }
  | { readonly kind: 'detachPolicy'; readonly roleName: string; readonly policyArn: string }
  | ({ readonly kind: 'putInlinePolicy' } & InlinePolicy)
  | ({ readonly kind: 'deleteInlinePolicy' } & InlinePolicy)
  | { readonly kind: 'createProfile'; readonly profileName: string }
  | { readonly kind: 'deleteProfile'; readonly profileName: string }
  | ({ readonly kind: 'addRole' } & RoleAddition)
  | ({ readonly kind: 'removeRole' } & RoleRemoval)
  | ({ readonly kind: 'associate' } & AssociationChange);

export interface InlinePolicy {
  readonly roleName: string;
  readonly policyName: string;
  /** The policy's JSON text. */
  readonly document: string;
}

export interface RoleAddition {
  readonly profileName: string;
  readonly roleName: string;
  /** The person knows the instances that use the profile: taking the role out again may touch them, too. */
  readonly evenIfUsed?: boolean;
}

export interface RoleRemoval {
  readonly profileName: string;
  readonly roleName: string;
  /** Refuses where an instance uses the profile: what is taken back must not pull a role from under somebody. */
  readonly unlessUsed?: boolean;
}

/** A change of the instance profile of one instance. Undefined means none. */
export interface AssociationChange {
  readonly instance: Instance;
  /** What the instance must have now; where it has something else nothing is changed. */
  readonly from: string | undefined;
  readonly to: string | undefined;
  /** The profile was made or filled just now, so AWS may not know it everywhere yet. */
  readonly fresh?: boolean;
}

/** The action that takes another one back. */
export const inverse = (action: Action): Action => {
  switch (action.kind) {
    case 'createRole':
      return { ...action, kind: 'deleteRole' };
    case 'deleteRole':
      return { ...action, kind: 'createRole' };
    case 'attachPolicy':
      return { ...action, kind: 'detachPolicy' };
    case 'detachPolicy':
      return { ...action, kind: 'attachPolicy' };
    case 'putInlinePolicy':
      return { ...action, kind: 'deleteInlinePolicy' };
    case 'deleteInlinePolicy':
      return { ...action, kind: 'putInlinePolicy' };
    case 'createProfile':
      return { ...action, kind: 'deleteProfile' };
    case 'deleteProfile':
      return { ...action, kind: 'createProfile' };
    case 'addRole': {
      const { profileName, roleName, evenIfUsed = false } = action;
      return { kind: 'removeRole', profileName, roleName, unlessUsed: !evenIfUsed };
    }
    case 'removeRole': {
      const { profileName, roleName } = action;
      return { kind: 'addRole', profileName, roleName, evenIfUsed: true };
    }
    case 'associate':
      return { kind: 'associate', instance: action.instance, from: action.to, to: action.from };
  }
};
