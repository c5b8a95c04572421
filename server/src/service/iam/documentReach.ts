import type { Action, Service } from '../catalog/catalog';
import type { PolicyDocument } from '../model/policyDocument';
import { rememberInside } from '../remember';
import { ActionIndex } from './actionIndex';
import { typesReached } from './statementReach';

type Reach = ReadonlySet<string> | undefined;

/** What the document's statements of one effect are about. */
class Reaches {
  readonly index: ActionIndex;
  readonly byAction = new Map<Action, Reach>();

  constructor({ statements }: PolicyDocument, effect: 'Allow' | 'Deny') {
    this.index = new ActionIndex(statements.filter((statement) => statement.effect === effect));
  }
}

const reachesOf = {
  Allow: rememberInside((policy: PolicyDocument) => new Reaches(policy, 'Allow')),
  Deny: rememberInside((policy: PolicyDocument) => new Reaches(policy, 'Deny')),
};

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
  const { byAction, index } = reachesOf[effect](policy);
  if (!byAction.has(action)) byAction.set(action, find(index, action, service));
  return byAction.get(action);
}

function find(index: ActionIndex, { name }: Action, service: Service): Reach {
  const types = new Set<string>();
  for (const statement of index.about(service.prefix, name.toLowerCase())) {
    const reached = typesReached(statement, service);
    if (!reached) return undefined;
    for (const type of reached) types.add(type);
  }
  return types;
}
