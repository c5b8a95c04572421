import type { Instance } from '../../aws/model';
import { inert } from '../../inert';
import { diagnose, factsAbout, pressing } from '../../state/diagnosis';
import { matchesInstance } from '../../state/filter';
import type { Grouping } from '../../state/treeOptions';
import type { Row } from '../row';
import type { Shown } from '../shown';
import { instanceRow } from './instance';
import { failureRows, loading, note } from './messages';

const collator = new Intl.Collator('en', { numeric: true, sensitivity: 'base' });

/** By name, numbers in it by their size; what has no name comes last. */
export const byName = <T extends { readonly name: string | undefined }>(items: readonly T[]): T[] =>
  [...items].sort((a, b) => collator.compare(a.name ?? '\uffff', b.name ?? '\uffff'));

/** The instances that the search leaves. */
export const matchingInstances = (shown: Shown, instances: readonly Instance[]): readonly Instance[] => {
  const { account, options } = shown;
  const { filter } = options;
  if (filter === undefined) return instances;
  return instances.filter((instance) => {
    const { role, profileName } = account.links.chainOf(instance.id);
    return matchesInstance(filter, instance, {
      roleName: role?.name,
      profileName,
      hasProblem: pressing(diagnose(factsAbout(account, instance))).length > 0,
      isFavourite: options.isFavourite(instance.id),
    });
  });
};

/** Instances in their regions, where more than one is shown; else at once. */
export const regionRows = (shown: Shown, instances: readonly Instance[]): readonly Row[] => {
  const { regions } = shown.account;
  if (regions.size < 2) return groupRows(shown, instances, 'instances');
  return [...regions.keys()].map((region) => regionRow(shown, region, instances));
};

const regionRow = (shown: Shown, region: string, instances: readonly Instance[]): Row => {
  const id = `instances/region:${region}`;
  const listing = shown.account.regions.get(region)!.instances;
  const here = instances.filter((instance) => instance.region === region);
  const words = { ready: String(here.length), failed: 'not loaded', loading: 'loading…', idle: 'loading…' };
  return {
    id,
    label: region,
    description: listing.status === 'loading' && here.length > 0 ? `${here.length}…` : words[listing.status],
    icon: listing.failure === undefined ? { name: 'globe' } : { name: 'warning', tone: 'warning' },
    context: 'region',
    expanded: true,
    children: () => {
      if (listing.failure !== undefined) return failureRows(id, listing.failure);
      if (here.length > 0) return groupRows(shown, here, id);
      return listing.status === 'ready'
        ? [
            note(
              id,
              shown.options.filter ? 'Nothing here matches the search' : 'No EC2 instances in this region',
            ),
          ]
        : [loading(id)];
    },
  };
};

/** Instances in the groups that the person chose. */
const groupRows = (shown: Shown, instances: readonly Instance[], within: string): readonly Row[] => {
  const { grouping } = shown.options;
  const rows = (items: readonly Instance[], id: string) =>
    byName(items).map((instance) => instanceRow(shown, instance, id));
  if (grouping === 'none') return rows(instances, within);
  const groups = new Map<string, Instance[]>();
  for (const instance of instances) {
    const name = groupOf(shown, instance, grouping);
    const group = groups.get(name);
    if (group) group.push(instance);
    else groups.set(name, [instance]);
  }
  const names = [...groups.keys()].sort((a, b) => collator.compare(a, b));
  return names.map((name) => {
    const id = `${within}/group:${name}`;
    const members = groups.get(name)!;
    return {
      id,
      label: inert(name) || '(empty)',
      description: String(members.length),
      icon: { name: grouping.startsWith('tag:') ? 'tag' : grouping === 'role' ? 'key' : 'vm' },
      expanded: true,
      children: () => rows(members, id),
    };
  });
};

const groupOf = ({ account }: Shown, instance: Instance, grouping: Exclude<Grouping, 'none'>): string => {
  if (grouping === 'state') return instance.state;
  if (grouping === 'role') return account.links.chainOf(instance.id).role?.name ?? 'no role';
  const key = grouping.slice('tag:'.length);
  const value = instance.tags?.[key];
  return value === undefined ? `no tag ${key}` : `${key} = ${value}`;
};
