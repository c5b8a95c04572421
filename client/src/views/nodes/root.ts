import type { Account } from '../../state/account';
import type { Listing } from '../../state/listing';
import type { Row } from '../row';
import { instanceRow } from './instance';
import { failureRows, loading, note } from './messages';
import { profileRow } from './profile';
import { isServiceLinked, roleRow } from './role';

/** The top of the tree: three lists, or one line about what keeps all of them from loading. */
export const rootRows = (account: Account): readonly Row[] => {
  const { blockedBy } = account;
  if (blockedBy) return failureRows('account', blockedBy);
  return [instancesRow(account), rolesRow(account), profilesRow(account)];
};

interface Top<T> {
  readonly id: string;
  readonly label: string;
  readonly icon: string;
  readonly empty: string;
  readonly listing: Listing<T>;
  readonly rows: (items: readonly T[]) => readonly Row[];
  readonly expanded?: boolean;
}

const topRow = <T>({ id, label, icon, empty, listing, rows, expanded }: Top<T>): Row => ({
  id,
  label,
  description: count(listing),
  icon: listing.status === 'failed' ? { name: 'warning', tone: 'warning' } : { name: icon },
  context: id,
  ...(expanded === undefined ? {} : { expanded }),
  children: () => {
    const { status, items, failure } = listing;
    const last =
      failure !== undefined
        ? failureRows(id, failure)
        : status === 'ready' && items.length === 0
          ? [note(id, empty)]
          : status === 'ready' || items.length > 0
            ? []
            : [loading(id)];
    return [...rows(items), ...last];
  },
});

const count = ({ status, items }: Listing<unknown>): string => {
  if (status === 'ready') return String(items.length);
  if (status === 'failed') return 'not loaded';
  return items.length > 0 ? `${items.length}…` : 'loading…';
};

const byName = <T extends { readonly name: string | undefined }>(items: readonly T[]): T[] =>
  [...items].sort((a, b) => (a.name ?? '\uffff').localeCompare(b.name ?? '\uffff', 'en', { numeric: true }));

const instancesRow = (account: Account): Row =>
  topRow({
    id: 'instances',
    label: 'Instances',
    icon: 'vm',
    empty: 'No EC2 instances in this region',
    listing: account.lists.instances,
    rows: (items) => byName(items).map((instance) => instanceRow(account, instance)),
    expanded: true,
  });

const rolesRow = (account: Account): Row =>
  topRow({
    id: 'roles',
    label: 'Roles',
    icon: 'key',
    empty: 'No IAM roles in this account',
    listing: account.lists.roles,
    rows: (items) => {
      const linked = byName(items.filter(isServiceLinked));
      const own = byName(items.filter((role) => !isServiceLinked(role)));
      return [
        ...own.map((role) => roleRow(account, role, 'roles')),
        ...(linked.length === 0
          ? []
          : [
              {
                id: 'roles/service-linked',
                label: 'Service-linked roles',
                description: String(linked.length),
                icon: { name: 'server-process', tone: 'quiet' as const },
                children: () => linked.map((role) => roleRow(account, role, 'roles/service-linked')),
              },
            ]),
      ];
    },
  });

const profilesRow = (account: Account): Row =>
  topRow({
    id: 'profiles',
    label: 'Instance Profiles',
    icon: 'briefcase',
    empty: 'No instance profiles in this account',
    listing: account.lists.profiles,
    rows: (items) => byName(items).map((profile) => profileRow(account, profile, 'profiles')),
  });
