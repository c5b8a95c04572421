import type { Service } from '../catalog/catalog';
import { hasComputed } from '../model/nodes';
import type { Statement } from '../model/statement';
import { typesMatching } from './arnFormats';

const known = new WeakMap<Statement, Map<Service, ReadonlySet<string> | undefined>>();

/**
 * Names (lower case) of the service's resource types of which the statement's Resource can match one. Undefined
 * when that may be all of them: for `*`, for NotResource, and where something is computed or no ARN.
 */
export function typesReached(statement: Statement, service: Service): ReadonlySet<string> | undefined {
  let reached = known.get(statement);
  if (!reached) known.set(statement, (reached = new Map<Service, ReadonlySet<string> | undefined>()));
  if (!reached.has(service)) reached.set(service, find(statement, service));
  return reached.get(service);
}

/** Whether the statement may be about every resource: for `*`, for NotResource, and where something is computed. */
export function reachesAll(statement: Statement): boolean {
  const { resources } = statement;
  // The star is the common one, and it stands alone most often.
  if (statement.usesNotResource || resources.length === 0 || resources.some(({ isStar }) => isStar))
    return true;
  return hasComputed(statement.value('Resource'));
}

function find(statement: Statement, service: Service): ReadonlySet<string> | undefined {
  if (reachesAll(statement)) return undefined;
  const types = new Set<string>();
  for (const { text } of statement.resources) {
    const matching = typesMatching(text, service);
    if (!matching) return undefined;
    for (const type of matching) types.add(type);
  }
  return types;
}
