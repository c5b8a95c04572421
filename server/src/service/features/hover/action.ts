import type { Action, Catalog } from '../../catalog/catalog';
import { hasWildcard, matchesWildcard } from '../../iam/wildcard';
import { code, codeOf, guide, paragraphs, some } from './markdown';

/** About `prefix:name`, a pattern of actions or `*`; undefined for what the catalog does not have. */
export function describeActionPattern(text: string, catalog: Catalog): string | undefined {
  if (/^\*+(:\*+)?$/.test(text)) return everything(catalog);
  const colon = text.indexOf(':');
  const service = colon < 0 ? undefined : catalog.service(text.slice(0, colon));
  if (!service) return undefined;
  const name = text.slice(colon + 1);
  if (hasWildcard(name))
    return describeWildcard(service.prefix, name, [...service.actions.values()], catalog);
  const action = service.actions.get(name.toLowerCase());
  return action && describeAction(service.prefix, action, catalog);
}

function everything({ prefixes }: Catalog): string {
  return paragraphs(
    `**${codeOf('*')}** matches every action of every service (${prefixes.length} services).`,
    guide('reference_policies_elements_action'),
  );
}

function describeAction(prefix: string, action: Action, catalog: Catalog): string {
  const texts = catalog.describe(prefix);
  const about = texts?.actions.get(action.name.toLowerCase());
  const resources = action.resources.map(
    ({ type, required }) => `${codeOf(type)}${required ? ' (required)' : ''}`,
  );
  return paragraphs(
    `**${prefix}:${action.name}** · ${action.accessLevels.join(', ')}${action.permissionOnly ? ' · permission only' : ''}`,
    about?.text,
    resources.length > 0 ? `Resources: ${resources.join(', ')}` : 'Takes no resource: only `*` works.',
    action.dependentActions.length > 0 && `Also needs: ${code(action.dependentActions)}`,
    action.conditionKeys.length > 0 && `Condition keys: ${code(action.conditionKeys)}`,
    about?.url && `[${action.name} in its API reference](${about.url})`,
    servicePage(prefix, catalog),
  );
}

/** A link to the service's page of the Service Authorization Reference. */
export function servicePage(prefix: string, catalog: Catalog): string {
  const url = catalog.describe(prefix)?.url;
  const name = catalog.serviceName(prefix) ?? prefix;
  return url ? `[${name}: actions, resources and condition keys](${url})` : '';
}

const shown = 8;

function describeWildcard(prefix: string, pattern: string, all: readonly Action[], catalog: Catalog): string {
  const matching = all.filter(({ name }) => matchesWildcard(pattern.toLowerCase(), name.toLowerCase()));
  const byLevel = new Map<string, string[]>();
  for (const { name, accessLevels } of matching) {
    const level = accessLevels.join(', ');
    byLevel.set(level, [...(byLevel.get(level) ?? []), name]);
  }
  const groups = [...byLevel].map(([level, names]) => `- ${level} (${names.length}): ${some(names, shown)}`);
  return paragraphs(
    `**${codeOf(`${prefix}:${pattern}`)}** matches ${matching.length} of ${all.length} actions of ${catalog.serviceName(prefix) ?? prefix}`,
    groups.join('\n'),
    servicePage(prefix, catalog),
  );
}
