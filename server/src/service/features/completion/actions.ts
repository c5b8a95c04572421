import type { Action, Catalog, Service } from '../../catalog/catalog';
import { actionsByName } from './actionsByName';
import { services } from './services';
import { type CompletionContext, levelsOf, stringValue, type Suggestion } from './suggestion';
import { trustActions } from './trustActions';

/** Service prefixes until a colon is typed, then the service's actions and wildcards. */
export function actions(context: CompletionContext): Suggestion[] {
  const { kind, place, catalog } = context;
  if (kind.kind === 'trust') return trustActions(context);
  const { typed } = place;
  const colon = typed.indexOf(':');
  if (colon >= 0) return ofService(context, catalog.service(typed.slice(0, colon)));
  return [...services(context), ...actionsByName(context)];
}

/** Whether what is typed without a prefix could become more as it grows. */
export function mayBeActionName({ place, kind }: CompletionContext): boolean {
  return kind.kind !== 'trust' && !place.typed.includes(':');
}

function ofService({ place, catalog }: CompletionContext, service: Service | undefined): Suggestion[] {
  if (!service) return [];
  let all = known.get(service);
  if (!all) known.set(service, (all = [...exact(service, catalog), ...wildcards(service)]));
  if (place.items.length === 0) return all;
  const present = new Set(place.items.map((item) => item.toLowerCase()));
  return all.filter(({ label }) => !present.has(label.toLowerCase()));
}

/** What is suggested for a service rests on the catalog alone. */
const known = new WeakMap<Service, Suggestion[]>();

function exact(service: Service, catalog: Catalog): Suggestion[] {
  const texts = catalog.describe(service.prefix)?.actions;
  return [...service.actions.values()].map((action) => {
    const deprecated = isDeprecated(texts?.get(action.name.toLowerCase())?.text);
    return suggestAction(service.prefix, action, deprecated ? { deprecated, rank: 2 } : { rank: 0 });
  });
}

/** An action, with what it may do. */
export function suggestAction(prefix: string, action: Action, more: Partial<Suggestion> = {}): Suggestion {
  return stringValue(`${prefix}:${action.name}`, { kind: 'action', detail: levelsOf(action), ...more });
}

/** How the reference marks actions that have had their day. */
function isDeprecated(text = ''): boolean {
  return /\bdeprecated\b[.:\]]|\bis deprecated\b/i.test(text);
}

const leastMatches = 3;

/** `s3:*`, and one pattern for each verb that several actions begin with. */
function wildcards({ prefix, actions: all }: Service): Suggestion[] {
  const byVerb = new Map<string, number>();
  for (const { name } of all.values()) {
    const verb = /^[A-Z][a-z]+/.exec(name)?.[0];
    if (verb && verb !== name) byVerb.set(verb, (byVerb.get(verb) ?? 0) + 1);
  }
  const verbs = [...byVerb].filter(([, count]) => count >= leastMatches);
  return [
    ...verbs.map(([verb, count]) => wildcard(`${prefix}:${verb}*`, `${count} actions`)),
    wildcard(`${prefix}:*`, `All ${all.size} actions of the service`),
  ];
}

function wildcard(text: string, detail: string): Suggestion {
  return stringValue(text, { kind: 'action', detail, rank: 1 });
}
