import type { Catalog } from './catalog';

const known = new WeakMap<Catalog, ReadonlySet<string>>();

/** `logs.eu-west-1.amazonaws.com`: some services are named with their region as well. */
const region = /\.[a-z]{2,4}(?:-[a-z]+)+-\d(?=\.amazonaws\.com)/;

/**
 * Whether a service principal of that name is known, in its plain form, in a regional one
 * (`logs.eu-west-1.amazonaws.com`) or in the one of the China Regions (`ec2.amazonaws.com.cn`).
 * AWS publishes no list, so an unknown name may still be right.
 */
export function isKnownServicePrincipal(catalog: Catalog, name: string): boolean {
  let names = known.get(catalog);
  if (!names) known.set(catalog, (names = new Set(catalog.servicePrincipals)));
  return names.has(name) || names.has(name.replace(region, '').replace(/\.cn$/, ''));
}
