import type { Instance, InstanceProfile, Role } from '../../aws/model';
import { inert } from '../../inert';
import { matchesProfile, matchesRole } from '../../state/filter';
import type { Listing } from '../../state/listing';
import { trustedParties } from '../../trust/words';
import type { Row } from '../row';
import type { Shown } from '../shown';
import { instanceRow } from './instance';
import { byName, matchingInstances, regionRows } from './instances';
import { failureRows, loading, note } from './messages';
import { profileRow } from './profile';
import { isServiceLinked, roleRow } from './role';

/** The top of the tree: favourites and three lists, or one line about what keeps all of them from loading. */
export const rootRows = (shown: Shown): readonly Row[] => {
  const { blockedBy } = shown.account;
  if (blockedBy) return failureRows('account', blockedBy);
  return [...favouritesRow(shown), instancesRow(shown), rolesRow(shown), profilesRow(shown)];
};

interface Top<T> {
  readonly id: string;
  readonly label: string;
  readonly icon: string;
  readonly empty: string;
  readonly listing: Listing<T>;
  /** The items that the filter leaves. */
  readonly items: readonly T[];
  readonly rows: (items: readonly T[]) => readonly Row[];
  readonly expanded?: boolean;
}

const topRow = <T>(shown: Shown, { id, label, icon, empty, listing, items, rows, expanded }: Top<T>): Row => {
  const searching = shown.options.filter !== undefined;
  return {
    // Another id while searching, so that what is found is open, and all is as it was afterwards.
    id: searching ? `search:${id}` : id,
    label,
    description: searching ? `${items.length} of ${listing.items.length}` : count(listing),
    icon: listing.status === 'failed' ? { name: 'warning', tone: 'warning' } : { name: icon },
    context: id,
    ...(expanded === true || (searching && items.length > 0) ? { expanded: true } : {}),
    children: () => [...rows(items), ...lastRow(id, listing, searching && items.length === 0, empty)],
  };
};

const lastRow = (
  id: string,
  { status, items, failure }: Listing<unknown>,
  nothingFound: boolean,
  empty: string,
): Row[] => {
  if (failure !== undefined) return failureRows(id, failure);
  if (status === 'ready') {
    if (items.length === 0) return [note(id, empty)];
    return nothingFound ? [note(id, 'Nothing here matches the search')] : [];
  }
  return items.length > 0 ? [] : [loading(id)];
};

const count = ({ status, items }: Listing<unknown>): string => {
  if (status === 'ready') return String(items.length);
  if (status === 'failed') return 'not loaded';
  return items.length > 0 ? `${items.length}…` : 'loading…';
};

const instancesRow = (shown: Shown): Row => {
  const { account } = shown;
  const several = account.regions.size > 1;
  return topRow<Instance>(shown, {
    id: 'instances',
    label: 'Instances',
    icon: 'vm',
    empty: 'No EC2 instances in this region',
    // Each region tells what keeps it from loading.
    listing: several ? { ...account.lists.instances, status: 'ready' } : account.lists.instances,
    items: matchingInstances(shown, account.lists.instances.items),
    rows: (items) => regionRows(shown, items),
    expanded: true,
  });
};

const rolesRow = (shown: Shown): Row => {
  const { account, options } = shown;
  const { filter } = options;
  const listing = account.lists.roles;
  const found = (role: Role) =>
    filter === undefined ||
    matchesRole(filter, role, {
      trusts: trustedParties(role.trust)?.map(({ short }) => short) ?? [],
      isFavourite: options.isFavourite(role.arn),
    });
  return topRow<Role>(shown, {
    id: 'roles',
    label: 'Roles',
    icon: 'key',
    empty: 'No IAM roles in this account',
    listing,
    items: listing.items.filter(found),
    rows: (items) => {
      const own = items.filter((role) => !isServiceLinked(role));
      const linked = byName(items.filter(isServiceLinked));
      return [
        ...byName(own.filter(({ path }) => path === '/')).map((role) =>
          roleRow(shown, role, 'roles', 'list'),
        ),
        ...pathRows(
          shown,
          own.filter(({ path }) => path !== '/'),
        ),
        ...(linked.length === 0 ? [] : [linkedRow(shown, linked)]),
      ];
    },
  });
};

/** Roles with a path of their own, a folder a path. */
const pathRows = (shown: Shown, roles: readonly Role[]): Row[] => {
  const paths = [...new Set(roles.map(({ path }) => path))].sort();
  return paths.map((path) => {
    const id = `roles/path:${path}`;
    const inPath = byName(roles.filter((role) => role.path === path));
    return {
      id,
      label: inert(path),
      description: String(inPath.length),
      icon: { name: 'folder' },
      ...(shown.options.filter === undefined ? {} : { expanded: true }),
      children: () => inPath.map((role) => roleRow(shown, role, id, 'list')),
    };
  });
};

const linkedRow = (shown: Shown, linked: readonly Role[]): Row => ({
  id: 'roles/service-linked',
  label: 'Service-linked roles',
  description: String(linked.length),
  icon: { name: 'server-process', tone: 'quiet' },
  children: () => linked.map((role) => roleRow(shown, role, 'roles/service-linked', 'list')),
});

const profilesRow = (shown: Shown): Row => {
  const { account, options } = shown;
  const { filter } = options;
  const listing = account.lists.profiles;
  const found = (profile: InstanceProfile) =>
    filter === undefined ||
    matchesProfile(filter, profile, { isFavourite: options.isFavourite(profile.arn) });
  return topRow<InstanceProfile>(shown, {
    id: 'profiles',
    label: 'Instance Profiles',
    icon: 'briefcase',
    empty: 'No instance profiles in this account',
    listing,
    items: listing.items.filter(found),
    rows: (items) => byName(items).map((profile) => profileRow(shown, profile, 'profiles', 'list')),
  });
};

/** What the person marked, on top and by kind; only what this account has. */
const favouritesRow = (shown: Shown): Row[] => {
  const { account, options } = shown;
  if (options.filter !== undefined) return [];
  const { instances, roles, profiles } = account.lists;
  const id = 'favourites';
  const rows = [
    ...byName(instances.items.filter((one) => options.isFavourite(one.id))).map((instance) =>
      instanceRow(shown, instance, id),
    ),
    ...byName(roles.items.filter(({ arn }) => options.isFavourite(arn))).map((role) =>
      roleRow(shown, role, id, 'list'),
    ),
    ...byName(profiles.items.filter(({ arn }) => options.isFavourite(arn))).map((profile) =>
      profileRow(shown, profile, id, 'list'),
    ),
  ];
  if (rows.length === 0) return [];
  return [
    {
      id,
      label: 'Favourites',
      description: String(rows.length),
      icon: { name: 'star-full' },
      expanded: true,
      children: () => rows,
    },
  ];
};
