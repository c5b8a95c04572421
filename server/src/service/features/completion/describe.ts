import type { Catalog } from '../../catalog/catalog';
import { findConditionKey } from '../../catalog/findConditionKey';
import { describeActionPattern } from '../hover';
import type { SuggestionKind } from './suggestion';

/** Documentation of a suggestion in Markdown, as far as there is any. */
export function describeSuggestion(
  kind: SuggestionKind,
  label: string,
  catalog: Catalog,
): string | undefined {
  if (kind === 'action') return describeActionPattern(label, catalog);
  if (kind === 'service') return describeService(label.replace(/:$/, ''), catalog);
  if (kind === 'conditionKey') return describeKey(label, catalog);
  return kind === 'variable' ? describeKey(label.replace(/^\$\{|\}$/g, ''), catalog) : undefined;
}

function describeService(prefix: string, catalog: Catalog): string | undefined {
  const url = catalog.describe(prefix)?.url;
  const name = catalog.serviceName(prefix);
  return url && name && `[${name}: actions, resources and condition keys](${url})`;
}

const globalKeys = 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html';

function describeKey(name: string, catalog: Catalog): string | undefined {
  const key = findConditionKey(catalog, name);
  if (!key) return undefined;
  const texts = catalog.describe(name.slice(0, name.indexOf(':')));
  const text = texts?.conditionKeys.get(key.name.toLowerCase());
  const url = name.startsWith('aws:') ? globalKeys : texts?.url;
  const type = `${key.type}${key.multivalued ? ', several values' : ''}`;
  return [`**${key.name}** · ${type}`, text, url && `[Reference](${url})`].filter(Boolean).join('\n\n');
}
