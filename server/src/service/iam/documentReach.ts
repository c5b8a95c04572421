import type { Action, Service } from '../catalog/catalog';
import type { PolicyDocument } from '../model/policyDocument';
import { isAboutAction } from './statementActions';
import { typesReached } from './statementReach';

type Reach = ReadonlySet<string> | undefined;
const known = new WeakMap<PolicyDocument, Map<string, Reach>>();

/**
 * Names (lower case) of the resource types on which the document's statements of that effect, taken together, are about
 * the action; undefined when that may be all of them. Remembered, since long documents repeat their actions.
 */
export function typesReachedByAll(
  policy: PolicyDocument,
  effect: 'Allow' | 'Deny',
  action: Action,
  service: Service,
): Reach {
  let reaches = known.get(policy);
  if (!reaches) known.set(policy, (reaches = new Map<string, Reach>()));
  const name = `${effect} ${service.prefix}:${action.name}`;
  if (!reaches.has(name)) reaches.set(name, find(policy, effect, action, service));
  return reaches.get(name);
}

function find(
  { statements }: PolicyDocument,
  effect: 'Allow' | 'Deny',
  { name }: Action,
  service: Service,
): Reach {
  const types = new Set<string>();
  for (const statement of statements) {
    if (statement.effect !== effect || !isAboutAction(statement, service.prefix, name.toLowerCase()))
      continue;
    const reached = typesReached(statement, service);
    if (!reached) return undefined;
    for (const type of reached) types.add(type);
  }
  return types;
}
