import { type QuickPickItem, window } from 'vscode';
import { answered } from '../errors';
import { inertInLabel } from '../inert';
import type { Account } from '../state/account';
import type { Grouping, TreeOptions } from '../state/treeOptions';

interface GroupingItem extends QuickPickItem {
  readonly grouping: Grouping;
}

/** Lets the person choose how the instances are grouped: by state, role, or one of the tags they have. */
export const groupInstances = async (account: Account, options: TreeOptions): Promise<void> => {
  const choice = answered(
    await window.showQuickPick(groupings(account, options.grouping), {
      title: 'Group Instances',
      placeHolder: 'By what the instances are grouped in the sidebar',
    }),
  );
  await options.groupBy(choice.grouping);
};

const groupings = (account: Account, current: Grouping): GroupingItem[] => {
  const tags = account.lists.instances.items.flatMap(({ tags: own = {} }) => Object.keys(own));
  const keys = [...new Set(tags)].filter((key) => key !== 'Name').sort();
  const items: GroupingItem[] = [
    { label: 'Not grouped', grouping: 'none' },
    { label: 'By state', description: 'running, stopped, …', grouping: 'state' },
    { label: 'By role', description: 'the role they run as', grouping: 'role' },
    ...keys.map((key) => ({ label: `By tag ${inertInLabel(key)}`, grouping: `tag:${key}` as const })),
  ];
  return items.map((item) => (item.grouping === current ? { ...item, description: 'now' } : item));
};
