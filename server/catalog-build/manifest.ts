import type { ServiceSource } from './serviceSource';

/** How much the data holds; committed beside it, so that a source that loses something is noticed. */
export interface Manifest {
  readonly sources: Readonly<Record<string, string>>;
  readonly contentHash: string;
  readonly counts: Counts;
}

export type Counts = Readonly<Record<CountName, number>>;

const countNames = [
  'services',
  'actions',
  'resourceTypes',
  'conditionKeys',
  'dependentActions',
  'permissionOnlyActions',
  'actionLinks',
  'servicePrincipals',
] as const;
type CountName = (typeof countNames)[number];

export function countAll(services: readonly ServiceSource[], servicePrincipals: readonly string[]): Counts {
  const sum = (count: (service: ServiceSource) => number) =>
    services.reduce((total, service) => total + count(service), 0);
  return {
    services: services.length,
    actions: sum(({ actions }) => actions.length),
    resourceTypes: sum(({ resourceTypes }) => resourceTypes.length),
    conditionKeys: sum(({ conditionKeys }) => conditionKeys.length),
    dependentActions: sum(({ actions }) => actions.reduce((n, a) => n + a.dependentActions.length, 0)),
    permissionOnlyActions: sum(({ actions }) => actions.filter((a) => a.permissionOnly).length),
    actionLinks: sum(({ actions }) => actions.filter((a) => a.url !== undefined).length),
    servicePrincipals: servicePrincipals.length,
  };
}

/** One sentence for each count that is below what was there before. */
export function drops(before: Counts, now: Counts): string[] {
  return countNames
    .filter((name) => now[name] < before[name])
    .map((name) => `${name}: ${now[name]}, before ${before[name]}`);
}
