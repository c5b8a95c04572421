import { ThemeColor, ThemeIcon, TreeItem, TreeItemCollapsibleState } from 'vscode';
import type { Icon, Row } from './row';
import { tooltip } from './tooltip';

/** A row as the editor draws it. */
export const treeItem = (
  row: Omit<Row, 'children' | 'subject'> & { readonly children?: unknown },
): TreeItem => {
  const item = new TreeItem(row.label, collapsibleState(row));
  item.id = row.id;
  item.iconPath = themeIcon(row.icon);
  if (row.description !== undefined) item.description = row.description;
  if (row.context !== undefined) item.contextValue = row.context;
  if (row.command !== undefined) {
    item.command = { command: row.command, title: row.label, arguments: [row] };
  }
  item.tooltip = row.details === undefined ? row.label : tooltip(row.details);
  item.accessibilityInformation = { label: spoken(row) };
  return item;
};

const collapsibleState = ({
  children,
  expanded,
}: {
  readonly children?: unknown;
  readonly expanded?: boolean;
}): TreeItemCollapsibleState => {
  if (children === undefined) return TreeItemCollapsibleState.None;
  return expanded === true ? TreeItemCollapsibleState.Expanded : TreeItemCollapsibleState.Collapsed;
};

const colors: Record<NonNullable<Icon['tone']>, string> = {
  warning: 'list.warningForeground',
  error: 'list.errorForeground',
  good: 'charts.green',
  quiet: 'disabledForeground',
};

const themeIcon = ({ name, tone }: Icon): ThemeIcon =>
  new ThemeIcon(name, tone === undefined ? undefined : new ThemeColor(colors[tone]));

const spoken = ({ label, description, details }: Pick<Row, 'label' | 'description' | 'details'>): string =>
  [label, description, details?.problem].filter(Boolean).join(', ');
