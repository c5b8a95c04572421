import type { Service, ServiceDescriptions } from './catalog';
import type { PackedDescriptions } from './packedFormat';

/** Joins a service's packed texts with the names they belong to. */
export function unpackDescriptions(service: Service, packed: PackedDescriptions): ServiceDescriptions {
  return {
    url: packed.url,
    actions: new Map(
      Array.from(service.actions, ([key, { name }], i) => [
        key,
        { text: packed.actions[i]!, url: packed.links[packed.actionLinks[i]!]?.replaceAll('{}', name) },
      ]),
    ),
    conditionKeys: new Map(Array.from(service.conditionKeys.keys(), (key, i) => [key, packed.keys[i]!])),
  };
}
