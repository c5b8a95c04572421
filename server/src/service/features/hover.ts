import type { Action, Catalog } from '../catalog/catalog';
import { hasWildcard, matchesWildcard } from '../iam/wildcard';
import type { OffsetRange } from '../model/nodes';
import type { PolicyFile } from '../policyFile';
import { locate } from './locate';

export interface Hover {
  readonly markdown: string;
  readonly range: OffsetRange;
}

/** What the word at the offset means: an action, a wildcard of actions, a service principal. */
export function hover({ policy }: PolicyFile, offset: number, catalog: Catalog): Hover | undefined {
  const { node, path, role } = locate(policy, offset);
  if (!node || role !== 'value') return undefined;
  const where = path.join('/');
  const markdown =
    where === 'Statement/Action' || where === 'Statement/NotAction'
      ? describeActionPattern(node.text, catalog)
      : /^Statement\/(Not)?Principal\/Service$/.test(where)
        ? describeServicePrincipal(node.text, catalog)
        : undefined;
  return markdown === undefined ? undefined : { markdown, range: node.range };
}

/** Markdown about `prefix:name`, for hover and for completion's documentation. */
export function describeActionPattern(text: string, catalog: Catalog): string | undefined {
  const [prefix = '', name = ''] = text.split(':');
  const service = catalog.service(prefix);
  if (!service || !text.includes(':')) return undefined;
  if (hasWildcard(name)) return describeWildcard(service.prefix, name, [...service.actions.values()]);
  const action = service.actions.get(name.toLowerCase());
  return action && describeAction(service.prefix, action, catalog);
}

function describeAction(prefix: string, action: Action, catalog: Catalog): string {
  const texts = catalog.describe(prefix);
  const about = texts?.actions.get(action.name.toLowerCase());
  const resources = action.resources.map(
    ({ type, required }) => `\`${type}\`${required ? ' (required)' : ''}`,
  );
  const url = about?.url ?? texts?.url;
  return [
    `**${prefix}:${action.name}** · ${action.accessLevels.join(', ')}${action.permissionOnly ? ' · permission only' : ''}`,
    about?.text ?? '',
    resources.length > 0 ? `Resources: ${resources.join(', ')}` : 'Takes no resource: only `*` works.',
    action.dependentActions.length > 0 ? `Also needs: ${code(action.dependentActions)}` : '',
    action.conditionKeys.length > 0 ? `Condition keys: ${code(action.conditionKeys)}` : '',
    url ? `[${catalog.serviceName(prefix) ?? prefix}: actions, resources and condition keys](${url})` : '',
  ]
    .filter(Boolean)
    .join('\n\n');
}

const shown = 8;

function describeWildcard(prefix: string, pattern: string, all: readonly Action[]): string {
  const matching = all.filter(({ name }) => matchesWildcard(pattern.toLowerCase(), name.toLowerCase()));
  const byLevel = new Map<string, string[]>();
  for (const { name, accessLevels } of matching) {
    const level = accessLevels.join(', ');
    byLevel.set(level, [...(byLevel.get(level) ?? []), name]);
  }
  const groups = [...byLevel].map(([level, names]) => {
    const rest = names.length > shown ? ` and ${names.length - shown} more` : '';
    return `- ${level} (${names.length}): ${code(names.slice(0, shown))}${rest}`;
  });
  const count = `${matching.length} of ${all.length} actions`;
  return [`**${prefix}:${pattern}** matches ${count}`, groups.join('\n')].filter(Boolean).join('\n\n');
}

function describeServicePrincipal(text: string, catalog: Catalog): string | undefined {
  if (!catalog.servicePrincipals.includes(text)) return undefined;
  const name = catalog.serviceName(text.split('.')[0] ?? '');
  return `**${text}** is the service principal${name ? ` of ${name}` : ' of an AWS service'}. A trust policy that names it lets the service assume the role.`;
}

function code(names: readonly string[]): string {
  return names.map((name) => `\`${name}\``).join(', ');
}
