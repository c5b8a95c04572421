import type { Service } from '../catalog/catalog';
import type { Statement } from '../model/statement';
import { rememberInside } from '../remember';
import { typesMatching } from './arnFormats';

type Reach = ReadonlySet<string> | undefined;

/** So many resources are sooner gone through again than remembered. */
const few = 3;

const known = rememberInside<Statement, Map<Service, Reach>>(() => new Map());

/** Actions of a service follow each other: what was asked last is mostly asked next. */
const last: { statement?: Statement; service?: Service; reach: Reach } = { reach: undefined };

/**
 * Names (lower case) of the service's resource types of which the statement's Resource can match one. Undefined
 * when that may be all of them: for `*`, for NotResource, and where something is computed or no ARN.
 */
export function typesReached(statement: Statement, service: Service): Reach {
  if (statement.reachesAll) return undefined;
  if (last.statement !== statement || last.service !== service) {
    Object.assign(last, { statement, service, reach: reachOf(statement, service) });
  }
  return last.reach;
}

function reachOf(statement: Statement, service: Service): Reach {
  if (statement.resources.length <= few) return find(statement, service);
  const reached = known(statement);
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
  let first: readonly string[] | undefined;
  let others: Set<string> | undefined;
  for (const { text } of resources) {
    const types = typesMatching(text, service);
    if (!types) return undefined;
    first ??= types;
    if (types === first) continue;
    others ??= new Set(first);
    for (const type of types) others.add(type);
  }
  return others ?? asSet(first);
}
