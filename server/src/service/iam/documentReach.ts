import type { Action, Service } from '../catalog/catalog';
import type { PolicyDocument } from '../model/policyDocument';
import { rememberInside } from '../remember';
import { isAboutAction } from './statementActions';
import { typesReached } from './statementReach';

type Reach = ReadonlySet<string> | undefined;
/** By the document, then by the effect, then by the action. */
interface Reaches {
  readonly Allow: Map<Action, Reach>;
  readonly Deny: Map<Action, Reach>;
}
const reachesOf = rememberInside<PolicyDocument, Reaches>(() => ({ Allow: new Map(), Deny: new Map() }));

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
  const byAction = reachesOf(policy)[effect];
  if (!byAction.has(action)) byAction.set(action, find(policy, effect, action, service));
  return byAction.get(action);
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
