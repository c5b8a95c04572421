import type { Action, Catalog, Service } from '../catalog/catalog';
import { hasWildcard, matchesWildcard } from '../iam/wildcard';
import type { ActionPattern } from '../model/action';

const none: readonly Action[] = [];

/** Finds the catalog's actions behind action patterns; remembers them for one policy. */
export class ActionLookup {
  private readonly known = new Map<string, readonly Action[] | undefined>();

  constructor(private readonly catalog: Catalog) {}

  serviceOf({ prefix }: ActionPattern): Service | undefined {
    return prefix === undefined || hasWildcard(prefix) ? undefined : this.catalog.service(prefix);
  }

  actionsOf(pattern: ActionPattern): readonly Action[] | undefined {
    const { text } = pattern.node;
    if (this.known.has(text)) return this.known.get(text);
    const actions = this.find(pattern);
    this.known.set(text, actions);
    return actions;
  }

  private find(pattern: ActionPattern): readonly Action[] | undefined {
    const service = this.serviceOf(pattern);
    if (!service) return undefined;
    if (!pattern.hasWildcard) {
      const action = service.actions.get(pattern.name);
      return action ? [action] : none;
    }
    const matching: Action[] = [];
    for (const [name, action] of service.actions) {
      if (matchesWildcard(pattern.name, name)) matching.push(action);
    }
    return matching;
  }
}
