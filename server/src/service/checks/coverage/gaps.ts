import type { Action, Service } from '../../catalog/catalog';
import { typesReachedByAll } from '../../iam/documentReach';
import { typesReached } from '../../iam/statementReach';
import type { ActionPattern } from '../../model/action';
import { hasComputed, type StringNode } from '../../model/nodes';
import type { PolicyDocument } from '../../model/policyDocument';
import type { Statement } from '../../model/statement';
import type { Meaning } from '../actionLookup';
import type { CheckContext } from '../check';
import { requiredTypes, typesStandingFor } from './alternatives';

/** An action that the policy allows on some of the resources it needs, not on all. */
export interface Gap {
  readonly service: Service;
  readonly action: Action;
  /** The strings that allow it. */
  readonly nodes: StringNode[];
  /** Resource types on which the policy allows it; lower case. */
  readonly allowed: ReadonlySet<string>;
  /** Resource types it needs besides. */
  readonly missing: readonly string[];
}

/**
 * Gaps of all Allow statements taken together, one for each action. Where a statement may allow more than can be
 * read there is none.
 */
export function findGaps(policy: PolicyDocument, context: CheckContext): Iterable<Gap> {
  const gaps = new Map<Action, Gap>();
  if (policy.isPartial || hasComputed(policy.value('Statement'))) return [];
  const allowing = policy.statements.filter(({ effect }) => effect === 'Allow');
  for (const statement of allowing) {
    // And most statements end here: they are about every resource.
    if (statement.usesNotAction || statement.reachesAll) continue;
    for (const pattern of statement.actions) {
      if (!context.isSought(pattern)) continue;
      const gap = findGap(pattern, statement, context);
      if (!gap) continue;
      const known = gaps.get(gap.action);
      if (known) known.nodes.push(pattern.node);
      else gaps.set(gap.action, gap);
    }
  }
  return gaps.values();
}

/** Most patterns have no gap: some action of theirs needs no resource, or not all that it lists. */
export function mayHaveGap({ service, actions }: Meaning): boolean {
  return (
    service !== undefined && (actions ?? []).every((action) => requiredTypes(action, service).length > 0)
  );
}

/** The gap of a string; a pattern has one when none of its actions works. */
function findGap(
  pattern: ActionPattern,
  statement: Statement,
  { meaningOf, policy }: CheckContext,
): Gap | undefined {
  const meaning = meaningOf(pattern);
  const { service, actions = [] } = meaning;
  if (!service || !mayHaveGap(meaning)) return undefined;
  const reached = typesReached(statement, service);
  if (!reached || reached.size === 0) return undefined;
  let first: Gap | undefined;
  for (const action of actions) {
    if (hasAll(action, reached, service)) return undefined;
    const allowed = typesReachedByAll(policy, 'Allow', action, service);
    if (!allowed || hasAll(action, allowed, service)) return undefined;
    if (!first && touches(action, reached)) {
      const missing = missingOf(action, allowed, service);
      first = { service, action, nodes: [pattern.node], allowed, missing };
    }
  }
  return first;
}

function hasAll(action: Action, reached: ReadonlySet<string>, service: Service): boolean {
  return requiredTypes(action, service).every(({ typeKey }) => has(reached, typeKey, service));
}

function missingOf(action: Action, reached: ReadonlySet<string>, service: Service): string[] {
  return requiredTypes(action, service)
    .filter(({ typeKey }) => !has(reached, typeKey, service))
    .map(({ type }) => type);
}

function has(reached: ReadonlySet<string>, type: string, service: Service): boolean {
  if (reached.has(type)) return true;
  const standing = typesStandingFor(type, service);
  for (const other of reached) if (standing.has(other)) return true;
  return false;
}

function touches({ resources }: Action, reached: ReadonlySet<string>): boolean {
  return resources.some(({ typeKey }) => reached.has(typeKey));
}
