import type { Action, ActionResource, ConditionKey, ResourceType, Service } from './catalog';
import { accessLevels, keyTypes, multivaluedType, type PackedService } from './packedFormat';

/** Lists of access levels by their bits, so that all actions share the same few. */
const levelLists = Array.from({ length: 1 << accessLevels.length }, (_, bits) =>
  accessLevels.filter((_level, i) => bits & (1 << i)),
);

/** Turns a packed block into the service it stands for. Equal lists are shared between actions. */
export function unpackService(prefix: string, name: string, packed: PackedService): Service {
  const keys = packed.keys.map(unpackKey);
  const keyLists = packed.keyLists.map((list) => list.map((key) => keys[key]!.name));
  const types = packed.types.map(([type, arns, list]): ResourceType => ({
    name: type,
    arns,
    conditionKeys: keyLists[list]!,
  }));
  const typeKeys = types.map((type) => type.name.toLowerCase());
  const resources = packed.resources.map(([type, required, list]): ActionResource => ({
    type: types[type]!.name,
    typeKey: typeKeys[type]!,
    required: required === 1,
    conditionKeys: keyLists[list]!,
  }));
  const resourceLists = packed.resourceLists.map((list) => list.map((resource) => resources[resource]!));
  return {
    prefix,
    name,
    actions: unpackActions(packed, resourceLists, keyLists),
    resourceTypes: byName(types),
    conditionKeys: byName(keys),
    retiredActions: new Set(packed.retiredActions.map((action) => action.toLowerCase())),
  };
}

function unpackKey([name, type]: PackedService['keys'][number]): ConditionKey {
  return { name, type: keyTypes[type % multivaluedType]!, multivalued: type >= multivaluedType };
}

function unpackActions(
  { actions, dependentLists }: PackedService,
  resourceLists: readonly (readonly ActionResource[])[],
  keyLists: readonly (readonly string[])[],
): Map<string, Action> {
  return byName(
    actions.names.map((name, i) => ({
      name,
      accessLevels: levelLists[actions.levels[i]!]!,
      resources: resourceLists[actions.resourceLists[i]!]!,
      conditionKeys: keyLists[actions.keyLists[i]!]!,
      dependentActions: dependentLists[actions.dependentLists[i]!]!,
      permissionOnly: actions.permissionOnly[i] === 1,
    })),
  );
}

function byName<T extends { readonly name: string }>(things: readonly T[]): Map<string, T> {
  const map = new Map<string, T>();
  for (const thing of things) map.set(thing.name.toLowerCase(), thing);
  return map;
}
