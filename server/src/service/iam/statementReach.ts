import type { Service } from '../catalog/catalog';
import type { Statement } from '../model/statement';
import { rememberByOwner } from '../remember';
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
  if (resources.length === 1) return reachOfText(resources[0]!.text, service);
  let reached = known.get(statement);
  if (!reached) known.set(statement, (reached = new Map<Service, Reach>()));
  if (!reached.has(service)) reached.set(service, find(statement, service));
  return reached.get(service);
}

/** One set for one text, wherever it stands. */
const reachOfText = rememberByOwner((text, service: Service): Reach => {
  const types = typesMatching(text, service);
  return types && new Set(types);
}, 1000);

function find({ resources }: Statement, service: Service): Reach {
  const types = new Set<string>();
  for (const { text } of resources) {
    const matching = typesMatching(text, service);
    if (!matching) return undefined;
    for (const type of matching) types.add(type);
  }
  return types;
}
