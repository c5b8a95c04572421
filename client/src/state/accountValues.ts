import type { AccountValues } from '../../../server/src/protocol/accountValues';
import type { Account } from './account';

/**
 * What the account has, for completion in policies: names and ids, never a secret. Null where nothing is known, and
 * undefined while lists are still arriving, so that nobody is told of every page.
 */
export function accountValues({
  lists,
  place,
}: Pick<Account, 'lists' | 'place'>): AccountValues | null | undefined {
  const { instances, roles, profiles } = lists;
  const all = [instances, roles, profiles];
  if (all.some(({ status }) => status === 'loading')) return undefined;
  if (!place || all.every(({ items }) => items.length === 0)) return null;
  const arn = roles.items[0]?.arn ?? profiles.items[0]?.arn;
  const account = arn?.split(':')[4] ?? instances.items.find((one) => one.account)?.account;
  return {
    ...(account && { account }),
    ...(arn && { partition: arn.split(':')[1]! }),
    region: place.region,
    roles: roles.items.map(named),
    instanceProfiles: profiles.items.map(named),
    instances: instances.items.map(({ id, name, imageId, tags = {} }) => ({
      id,
      ...(name && { name }),
      ...(imageId && { imageId }),
      tags,
    })),
  };
}

function named({ name, arn }: { readonly name: string; readonly arn: string }) {
  return { name, arn };
}
