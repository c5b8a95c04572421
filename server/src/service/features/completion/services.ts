import { commonServices, wordsOfService } from '../../catalog/serviceNames';
import type { KindOfPolicy } from '../../checks/check';
import { rcpServices } from '../../checks/organizations/rcpServices';
import { hasInOrder } from './match';
import { resourceServices } from './resourceServices';
import { stop } from './snippet';
import { type CompletionContext, stringValue, type Suggestion } from './suggestion';

/**
 * Prefixes of services. Those that the policy's resource belongs to come first, then those it speaks of already, then
 * those that most policies speak of. Of what is typed only those are offered that it can lead to, by their prefix or by
 * a word of their name: `step` finds `states:`.
 */
export function services({ catalog, policy, kind, place }: CompletionContext): Suggestion[] {
  const used = new Set(policy.statements.flatMap(({ actions: all }) => all.map(({ prefix }) => prefix)));
  const own = resourceServices(kind.resourceType);
  const rankOf = (prefix: string) => {
    if (own.includes(prefix)) return 0;
    if (used.has(prefix)) return 1;
    return commonServices.has(prefix) ? 2 : 3;
  };
  const wanted = place.typed.toLowerCase();
  const prefixes = catalog.prefixes.flatMap((prefix): Suggestion[] => {
    if (!takesService(kind, prefix)) return [];
    const name = catalog.serviceName(prefix) ?? '';
    const found = findBy(prefix, name, wanted);
    if (!found) return [];
    return [
      stringValue(`${prefix}:${stop(0)}`, {
        label: `${prefix}:`,
        kind: 'service',
        detail: name,
        continues: true,
        rank: rankOf(prefix),
        ...found,
      }),
    ];
  });
  const everything = stringValue('*', { kind: 'action', detail: 'Every action of every service', rank: 4 });
  const isLimited = place.items.length > 0 || kind.kind === 'rcp';
  return isLimited || !'*'.startsWith(wanted) ? prefixes : [...prefixes, everything];
}

/** Whether policies of the kind can be about the service. */
export function takesService({ kind }: KindOfPolicy, prefix: string): boolean {
  if (kind === 'rcp') return rcpServices.has(prefix);
  // A statement about a resource that names STS would be one of a trust policy.
  return kind !== 'resource' || prefix !== 'sts';
}

/** How the typed letters lead to a service; undefined where they do not. */
function findBy(
  prefix: string,
  name: string,
  wanted: string,
): Pick<Suggestion, 'search' | 'rank'> | undefined {
  if (prefix.startsWith(wanted)) return {};
  const search = wordsOfService(prefix, name, wanted);
  if (search !== undefined) return { search };
  return hasInOrder(prefix, wanted) ? { rank: 5 } : undefined;
}
