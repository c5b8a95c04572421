import type { Catalog, ConditionKey, Service } from '../../catalog/catalog';
import { findConditionKey } from '../../catalog/findConditionKey';
import { findGlobalKey } from '../../catalog/globalKeys';
import { textOfGlobalKey } from '../../catalog/globalKeyTexts';
import { supportsKey } from '../../iam/actionKeys';
import type { Meaning } from '../../checks/actionLookup';
import type { ActionPattern } from '../../model/action';
import type { Statement } from '../../model/statement';
import { servicePage } from './action';
import { codeOf, guide, paragraphs, some } from './markdown';

const types: Readonly<Record<ConditionKey['type'], string>> = {
  String: 'text',
  ARN: 'ARN',
  Bool: 'true or false',
  Numeric: 'number',
  Date: 'date and time',
  IPAddress: 'IP address',
  Binary: 'binary data',
};

/** What a statement tells of a condition key in it. */
export interface Around {
  readonly statement: Statement | undefined;
  readonly meaningOf: (action: ActionPattern) => Meaning;
}

/** About a condition key; undefined where it is not known. */
export function describeConditionKey(name: string, catalog: Catalog, around?: Around): string | undefined {
  const key = findConditionKey(catalog, name);
  if (!key) return undefined;
  const prefix = name.slice(0, name.indexOf(':'));
  const texts = catalog.describe(prefix) ?? catalog.describe('sts');
  const isGlobal = findGlobalKey(name) !== undefined;
  const several = key.multivalued ? ', several values: needs `ForAnyValue:` or `ForAllValues:`' : '';
  return paragraphs(
    `**${codeOf(key.name)}** · ${types[key.type]}${several}`,
    textOfGlobalKey(key.name) ?? texts?.conditionKeys.get(key.name.toLowerCase()),
    isGlobal
      ? 'A global key: it can come with requests to every service.'
      : (carriers(name, around) ?? carriersOfService(name, catalog.service(prefix))),
    isGlobal
      ? guide('reference_policies_condition-keys', 'Global condition keys')
      : servicePage(catalog.hasService(prefix) ? prefix : 'sts', catalog),
  );
}

const shown = 6;

/** Which actions of its service come with the key, where no statement tells which are meant. */
function carriersOfService(name: string, service: Service | undefined): string | undefined {
  const having = [...(service?.actions.values() ?? [])].filter((action) =>
    supportsKey(service!, action, name),
  );
  const names = having.map((action) => `${service!.prefix}:${action.name}`);
  return names.length > 0 ? `Comes with ${some(names, shown)}.` : undefined;
}

/** Which of the statement's actions come with the key. */
function carriers(name: string, around: Around | undefined): string | undefined {
  const meanings = (around?.statement?.actions ?? []).map((action) => around!.meaningOf(action));
  if (meanings.length === 0 || meanings.some(({ actions }) => !actions)) return undefined;
  const all = meanings.flatMap(({ service, actions = [] }) =>
    actions.map((action) => ({
      name: `${service!.prefix}:${action.name}`,
      has: supportsKey(service!, action, name),
    })),
  );
  const having = [...new Set(all.filter(({ has }) => has).map(({ name: action }) => action))];
  if (all.length === 0) return undefined;
  if (having.length === 0) return 'None of the statement’s actions comes with it.';
  return having.length === all.length && all.length > 1
    ? 'All of the statement’s actions come with it.'
    : `Comes with ${some(having, shown)}${having.length < all.length ? `, not with the other ${all.length - having.length}` : ''}.`;
}
