import type { Service } from '../catalog/catalog';
import type { Statement } from '../model/statement';
import { typesMatching } from './arnFormats';

type Reach = ReadonlySet<string> | undefined;

const known = new WeakMap<Statement, Map<Service, Reach>>();

/**
 * Names (lower case) of the service's resource types of which the statement's Resource can match one. Undefined
 * when that may be all of them: for `*`, for NotResource, and where something is computed or no ARN.
 */
export function typesReached(statement: Statement, service: Service): Reach {
  if (statement.reachesAll) return undefined;
  const { resources } = statement;
  if (resources.length === 1) return asSet(typesMatching(resources[0]!.text, service));
  let reached = known.get(statement);
  if (!reached) known.set(statement, (reached = new Map<Service, Reach>()));
  if (!reached.has(service)) reached.set(service, find(statement, service));
  return reached.get(service);
}

const sets = new WeakMap<readonly string[], ReadonlySet<string>>();

/** The same set for the same list. */
function asSet(types: readonly string[] | undefined): Reach {
  let set = types && sets.get(types);
  if (types && !set) sets.set(types, (set = new Set(types)));
  return set;
}

function find({ resources }: Statement, service: Service): Reach {
  const lists = new Set<readonly string[]>();
  for (const { text } of resources) {
    const types = typesMatching(text, service);
    if (!types) return undefined;
    lists.add(types);
  }
  return lists.size === 1 ? asSet([...lists][0]) : new Set([...lists].flat());
}
