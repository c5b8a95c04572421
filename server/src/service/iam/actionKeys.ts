import type { Action, Service } from '../catalog/catalog';
import { keyMatcher } from '../catalog/keyTemplate';
import { rememberByText } from '../remember';

const known = new WeakMap<Action, (key: string) => boolean>();

/**
 * Whether a request for the action can carry the condition key, as far as the authorization reference tells: the
 * action lists it, or a resource type of the action does. Global keys other than those of tags come with every
 * request and are not asked about here.
 *
 * @param service the action's service
 */
export function supportsKey(service: Service, action: Action, key: string): boolean {
  let supports = known.get(action);
  if (!supports) {
    const match = keyMatcher(keysOf(service, action));
    known.set(action, (supports = rememberByText((name) => match(name) === true, fewKeys)));
  }
  return supports(key);
}

/** More keys than policies ask about with one action. */
const fewKeys = 100;

function keysOf(service: Service, { conditionKeys, resources }: Action): Map<string, true> {
  const keys = new Map<string, true>();
  const add = (names: readonly string[] = []) => names.forEach((name) => keys.set(name.toLowerCase(), true));
  add(conditionKeys);
  for (const { type, conditionKeys: forResource } of resources) {
    add(forResource);
    add(service.resourceTypes.get(type.toLowerCase())?.conditionKeys);
  }
  return keys;
}
