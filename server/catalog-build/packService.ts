import {
  accessLevels,
  keyTypes,
  multivaluedType,
  type PackedDescriptions,
  type PackedService,
} from '../src/service/catalog/packedFormat';
import type { ConditionKey } from '../src/service/catalog/catalog';
import type { ServiceSource } from './serviceSource';
import { Table } from './table';

/** @throws when an action names a resource type or condition key that the service lacks */
export function packService(service: ServiceSource): PackedService {
  const keyIndex = indexOf(service, service.conditionKeys);
  const typeIndex = indexOf(service, service.resourceTypes);
  const keyLists = new Table<number[]>([]);
  const resources = new Table<PackedService['resources'][number]>();
  const resourceLists = new Table<number[]>([]);
  const dependentLists = new Table<readonly string[]>([]);
  const keyList = (names: readonly string[]) => keyLists.add(names.map(keyIndex));

  const types = service.resourceTypes.map(
    ({ name, arns, conditionKeys }) => [name, arns, keyList(conditionKeys)] as const,
  );
  const rows = service.actions.map((action) => ({
    action,
    resourceList: resourceLists.add(
      action.resources.map(({ type, required, conditionKeys }) =>
        resources.add([typeIndex(type), required ? 1 : 0, keyList(conditionKeys)]),
      ),
    ),
    keyList: keyList(action.conditionKeys),
    dependentList: dependentLists.add(action.dependentActions),
  }));
  return {
    keys: service.conditionKeys.map((key) => [key.name, packType(key)] as const),
    keyLists: keyLists.items,
    types,
    resources: resources.items,
    resourceLists: resourceLists.items,
    dependentLists: dependentLists.items,
    actions: {
      names: rows.map(({ action }) => action.name),
      levels: rows.map(({ action }) =>
        action.accessLevels.reduce((bits, level) => bits | (1 << accessLevels.indexOf(level)), 0),
      ),
      permissionOnly: rows.map(({ action }) => (action.permissionOnly ? 1 : 0)),
      resourceLists: rows.map((row) => row.resourceList),
      keyLists: rows.map((row) => row.keyList),
      dependentLists: rows.map((row) => row.dependentList),
    },
    retiredActions: service.retiredActions,
  };
}

/** Texts and addresses, in the order in which {@link packService} names actions and keys. */
export function packDescriptions(service: ServiceSource): PackedDescriptions {
  const links = new Table<string>();
  const actionLinks = service.actions.map(({ name, url }) =>
    url === undefined ? -1 : links.add(url.replaceAll(name, '{}')),
  );
  return {
    ...(service.url === undefined ? {} : { url: service.url }),
    actions: service.actions.map(({ description }) => description),
    keys: service.conditionKeys.map(({ description }) => description),
    links: links.items,
    actionLinks,
  };
}

function packType({ type, multivalued }: ConditionKey): number {
  return keyTypes.indexOf(type) + (multivalued ? multivaluedType : 0);
}

function indexOf({ prefix }: ServiceSource, things: readonly { readonly name: string }[]) {
  const byName = new Map(things.map(({ name }, i) => [name.toLowerCase(), i]));
  return (name: string): number => {
    const index = byName.get(name.toLowerCase());
    if (index === undefined) throw new Error(`${prefix} refers to ${name}, which it does not define.`);
    return index;
  };
}
