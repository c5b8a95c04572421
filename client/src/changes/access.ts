import { nameInArn, type RolePolicies } from '../aws/model';

/** Policies that an instance gets and loses with a change of its role, in words; undefined where they are not known. */
export interface AccessChange {
  readonly gained: readonly string[] | undefined;
  readonly lost: readonly string[] | undefined;
}

const none: RolePolicies = { managed: [], inline: [] };

/**
 * Compares what two roles may do by the policies they have. Managed policies are the same thing wherever they are
 * attached; inline policies belong to one role and are never the same.
 * @param before policies of the old role, `'none'` where there is no old role, undefined where they are not known
 */
export const accessChange = (
  before: RolePolicies | 'none' | undefined,
  after: RolePolicies | 'none' | undefined,
): AccessChange => {
  const [old, fresh] = [before, after].map((each) => (each === 'none' ? none : each));
  return { gained: fresh && without(fresh, old ?? none), lost: old && without(old, fresh ?? none) };
};

const without = (policies: RolePolicies, others: RolePolicies): string[] => {
  const known = new Set(others.managed.map(({ arn }) => arn));
  return [
    ...policies.managed.filter(({ arn }) => !known.has(arn)).map(({ arn }) => nameInArn(arn)),
    ...policies.inline.map((name) => `${name} (inline)`),
  ];
};
