import type { Action, ActionResource, ConditionKey, Service } from '../../catalog/catalog';
import { findConditionKey } from '../../catalog/findConditionKey';
import { globalConditionKeys } from '../../catalog/globalKeys';
import { typesMatching } from '../../iam/arnFormats';
import { parseFederated } from '../../iam/principals';
import type { Statement } from '../../model/statement';
import type { CompletionContext } from './suggestion';

/** A condition key that requests of a statement can carry. */
export interface KeyOfStatement extends ConditionKey {
  /** Who brings it, for people: `ec2:RunInstances`; undefined for global keys. */
  readonly from: string | undefined;
}

/** Keys that come with the statement's actions on its resources, then those that come with every request. */
export function keysOfStatement(context: CompletionContext): KeyOfStatement[] {
  const found = new Map<string, KeyOfStatement>();
  const add = (key: ConditionKey, from?: string) => {
    const lower = key.name.toLowerCase();
    if (!found.has(lower)) found.set(lower, { ...key, from });
  };
  for (const key of providerKeys(context)) add(key, 'the identity provider');
  for (const [key, from] of ownKeys(context)) add(key, from);
  for (const key of globalConditionKeys) add(key);
  return [...found.values()];
}

/** Claims by which every trust in an OIDC provider should be limited. */
function providerKeys({ statement, catalog }: CompletionContext): ConditionKey[] {
  const providers = oidcProviders(statement);
  return providers.flatMap((provider) =>
    ['sub', 'aud'].flatMap((claim) => findConditionKey(catalog, `${provider}:${claim}`) ?? []),
  );
}

function oidcProviders(statement: Statement | undefined): string[] {
  return (statement?.principals ?? []).flatMap(({ type, text }) => {
    const provider = type === 'Federated' ? parseFederated(text) : undefined;
    return provider?.kind === 'oidc' ? [provider.keyPrefix] : [];
  });
}

/** Keys of the services whose actions the statement names. */
function* ownKeys(context: CompletionContext): Generator<[ConditionKey, string]> {
  const { statement, meaningOf } = context;
  for (const pattern of statement?.actions ?? []) {
    const { service, actions } = meaningOf(pattern);
    if (!service || !actions) continue;
    if (pattern.negated || actions.length === 0) {
      for (const key of service.conditionKeys.values()) yield [key, service.name];
      continue;
    }
    for (const action of actions)
      for (const name of namesOf(action, service, statement!)) {
        const key = service.conditionKeys.get(name.toLowerCase());
        if (key && isOfPrincipals(key.name, context)) yield [key, `${service.prefix}:${action.name}`];
      }
  }
}

function* namesOf(action: Action, service: Service, statement: Statement): Generator<string> {
  yield* action.conditionKeys;
  for (const resource of action.resources) {
    if (!isMeant(resource, service, statement)) continue;
    yield* resource.conditionKeys;
    yield* service.resourceTypes.get(resource.type.toLowerCase())?.conditionKeys ?? [];
  }
}

/** A resource of the statement can be of that type; with none at all, any can. */
function isMeant({ type }: ActionResource, service: Service, { resources }: Statement): boolean {
  if (resources.length === 0) return true;
  return resources.some((resource) => {
    if (resource.isStar || resource.negated) return true;
    return typesMatching(resource.text, service)?.includes(type.toLowerCase()) ?? true;
  });
}

/** Keys of other identity providers than those that the statement trusts would never be met. */
function isOfPrincipals(name: string, { kind, statement }: CompletionContext): boolean {
  if (kind.kind !== 'trust') return true;
  const prefix = name.slice(0, name.indexOf(':')).toLowerCase();
  const federated = (statement?.principals ?? []).filter(({ type }) => type === 'Federated');
  if (prefix === 'saml') return federated.some(({ text }) => parseFederated(text)?.kind === 'saml');
  return !prefix.includes('.') || oidcProviders(statement).some((provider) => provider === prefix);
}
