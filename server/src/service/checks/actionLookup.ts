import type { Action, Catalog, Service } from '../catalog/catalog';
import { hasWildcard, matchesWildcard } from '../iam/wildcard';
import type { ActionName, ActionPattern } from '../model/action';
import { rememberByNumber, rememberByText } from '../remember';

/** What the catalog has for one action string. */
export interface Meaning {
  /** The service it names; undefined when that is unknown or a pattern. */
  readonly service: Service | undefined;
  /** The service's actions it matches; undefined with the service. */
  readonly actions: readonly Action[] | undefined;
}

export type MeaningOf = (pattern: Pick<ActionPattern, 'said'>) => Meaning;

const nothing: Meaning = { service: undefined, actions: undefined };

/** A function that finds the catalog's actions behind action patterns. */
export function actionLookup(catalog: Catalog): MeaningOf {
  const find = rememberByText((lower: string): Meaning => {
    const colon = lower.indexOf(':');
    const prefix = lower.slice(0, Math.max(0, colon));
    const service = hasWildcard(prefix) ? undefined : catalog.service(prefix);
    return service ? { service, actions: actionsMatching(lower.slice(colon + 1), service) } : nothing;
  });
  const meaningOf = rememberByNumber(({ lower }: ActionName) => find(lower));
  return ({ said }) => meaningOf(said);
}

const lookups = new WeakMap<Catalog, MeaningOf>();

/** The same, one for each catalog: what a feature asks at one key press it asks again at the next. */
export function actionLookupFor(catalog: Catalog): MeaningOf {
  let lookup = lookups.get(catalog);
  if (!lookup) lookups.set(catalog, (lookup = actionLookup(catalog)));
  return lookup;
}

function actionsMatching(name: string, { actions }: Service): readonly Action[] {
  if (!hasWildcard(name)) {
    const action = actions.get(name);
    return action ? [action] : [];
  }
  return [...actions].filter(([other]) => matchesWildcard(name, other)).map(([, action]) => action);
}
