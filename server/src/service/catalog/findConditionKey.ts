import { rememberByOwner } from '../remember';
import type { Catalog, ConditionKey, Service } from './catalog';
import { findGlobalKey } from './globalKeys';
import { keyMatcher } from './keyTemplate';
import { findProviderKey } from './providerKeys';

const matchers = new WeakMap<Service, (name: string) => ConditionKey | undefined>();

/**
 * The condition key that a service's part of the authorization reference lists under that name, global keys
 * included where the service lists them. Case is ignored; tag keys are found by their family
 * (`ec2:ResourceTag/team` as `ec2:ResourceTag/${TagKey}`).
 */
export function findServiceKey(service: Service, name: string): ConditionKey | undefined {
  let match = matchers.get(service);
  if (!match) matchers.set(service, (match = keyMatcher(service.conditionKeys)));
  return match(name);
}

/**
 * The condition key of that name, wherever it is defined: global and cross-service keys, those of the service
 * that the prefix names, and the keys of identity providers (`token.actions.githubusercontent.com:sub`,
 * `saml:aud`), which the reference lists with AWS STS, or with the service they belong to.
 *
 * @returns undefined when nothing here knows it; for identity providers that is no sign of a mistake
 */
export function findConditionKey(catalog: Catalog, name: string): ConditionKey | undefined {
  return remembered(name, catalog);
}

/** Several checks ask about the same few keys. */
const remembered = rememberByOwner(find, 2000);

function find(name: string, catalog: Catalog): ConditionKey | undefined {
  const global = findGlobalKey(name);
  if (global) return global;
  const prefix = name.slice(0, Math.max(0, name.indexOf(':')));
  const owner = catalog.service(lentPrefixes.get(prefix.toLowerCase()) ?? prefix) ?? catalog.service('sts');
  return (owner && findServiceKey(owner, name)) ?? findProviderKey(name);
}

/** Prefixes of condition keys that are not the prefix of the service that lists them. */
const lentPrefixes: ReadonlyMap<string, string> = new Map([
  ['identitycenter', 'sso'],
  ['catalog', 'aws-marketplace'],
  ['cognito-identity-auth', 'cognito-identity'],
  ['cognito-identity-unauth', 'cognito-identity'],
]);

/** Whether a key's prefix is one that some service lists its keys under without being that service's own. */
export function isLentPrefix(prefix: string): boolean {
  return lentPrefixes.has(prefix.toLowerCase());
}
