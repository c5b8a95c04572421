import type { Action, Catalog, Service } from '../../catalog/catalog';
import { hasWildcard } from '../../iam/wildcard';
import { resourceServices } from './resourceServices';
import { stop } from './snippet';
import { type CompletionContext, levelsOf, stringValue, type Suggestion } from './suggestion';

/** Actions that a trust policy can name, by what its principals are. */
const assuming = { oidc: ['AssumeRoleWithWebIdentity'], saml: ['AssumeRoleWithSAML'], other: ['AssumeRole'] };
const alongside = ['TagSession', 'SetSourceIdentity'];

/** Service prefixes until a colon is typed, then the service's actions and wildcards. */
export function actions(context: CompletionContext): Suggestion[] {
  const { kind, place, catalog } = context;
  if (kind.kind === 'trust') return trustActions(context);
  const { typed } = place;
  const colon = typed.indexOf(':');
  if (colon >= 0) return ofService(context, catalog.service(typed.slice(0, colon)));
  const wanted = typed.toLowerCase();
  const found = catalog.prefixes.some((prefix) => prefix.startsWith(wanted));
  return found || wanted.length < leastLetters ? services(context) : anywhere(context, wanted);
}

/** Whether what is typed without a prefix could become more as it grows. */
export function mayBeActionName({ place }: CompletionContext): boolean {
  return !place.typed.includes(':');
}

/** The action with which the principals of the statement assume the role. */
export function assumeAction({ statement }: CompletionContext): string {
  const [name] = assumingFor(statement?.principals ?? []);
  return `sts:${name ?? 'AssumeRole'}`;
}

/** Those the policy speaks of already come first, then those that its resource belongs to. */
function services({ catalog, policy, kind, place }: CompletionContext): Suggestion[] {
  const used = new Set(policy.statements.flatMap(({ actions: all }) => all.map(({ prefix }) => prefix)));
  const own = resourceServices(kind.resourceType);
  const rankOf = (prefix: string) => (own.includes(prefix) ? 0 : used.has(prefix) ? 1 : 2);
  // A statement about a resource that names STS would be one of a trust policy.
  const offered = catalog.prefixes.filter((prefix) => kind.kind !== 'resource' || prefix !== 'sts');
  const prefixes: Suggestion[] = offered.map((prefix) =>
    stringValue(`${prefix}:${stop(0)}`, {
      label: `${prefix}:`,
      kind: 'service',
      detail: catalog.serviceName(prefix) ?? '',
      continues: true,
      rank: rankOf(prefix),
    }),
  );
  const everything = stringValue('*', { kind: 'action', detail: 'Every action of every service', rank: 3 });
  return place.items.length > 0 ? prefixes : [...prefixes, everything];
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
    return suggest(service.prefix, action, deprecated ? { deprecated, rank: 2 } : { rank: 0 });
  });
}

function suggest(prefix: string, action: Action, more: Partial<Suggestion> = {}): Suggestion {
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

/** Shorter words match too much to be of help. */
const leastLetters = 3;
const mostFound = 100;

/** For a person who knows the action but not its service: `RunInst` finds `ec2:RunInstances`. */
function anywhere({ catalog }: CompletionContext, wanted: string): Suggestion[] {
  if (hasWildcard(wanted)) return [];
  const found: Suggestion[] = [];
  for (const prefix of catalog.prefixes) {
    for (const [name, action] of catalog.service(prefix)?.actions ?? []) {
      if (!name.startsWith(wanted)) continue;
      found.push(suggest(prefix, action, { search: action.name, detail: catalog.serviceName(prefix) ?? '' }));
      if (found.length === mostFound) return found;
    }
  }
  return found;
}

/** Only what lets a role be assumed, and of that what fits the principals there are. */
function trustActions({ catalog, statement, place }: CompletionContext): Suggestion[] {
  const fitting = assumingFor(statement?.principals ?? []);
  const names = [...(fitting.length > 0 ? fitting : Object.values(assuming).flat()), ...alongside];
  const sts = catalog.service('sts');
  return names.flatMap((name, rank) => {
    const action = sts?.actions.get(name.toLowerCase());
    return action && !place.items.includes(`sts:${name}`) ? [suggest('sts', action, { rank })] : [];
  });
}

function assumingFor(
  principals: readonly { readonly type: string | undefined; readonly text: string }[],
): string[] {
  const names = principals.flatMap(({ type, text }) => {
    if (type !== 'Federated') return assuming.other;
    if (text === '') return [...assuming.oidc, ...assuming.saml];
    return text.includes(':saml-provider/') ? assuming.saml : assuming.oidc;
  });
  return [...new Set(names)];
}
