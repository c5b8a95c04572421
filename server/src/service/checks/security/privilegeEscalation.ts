import { matchesAction } from '../../iam/statementActions';
import { type ActionName, actionName, type ActionPattern } from '../../model/action';
import type { StringNode } from '../../model/nodes';
import type { PolicyDocument } from '../../model/policyDocument';
import type { Statement } from '../../model/statement';
import { rememberByText } from '../../remember';
import type { Check, CheckContext } from '../check';
import { isOnAllOf, isOnEverything, isUnconditional } from './breadth';
import { escalationActionsOf, escalationPaths, escalationPrefixes } from './escalationPaths';

/** Actions of the paths that a pattern matches; mostly none. */
const stepsOf = rememberByText((lower: string): readonly string[] => {
  const pattern = actionName(lower);
  return escalationActionsOf(pattern.prefix).filter((action) => {
    const { prefix, name } = actionName(action);
    return matchesAction(pattern, prefix!, name);
  });
});

/** Whether the pattern names the service of a step and matches it. */
function isStep({ prefix, lower }: ActionName): boolean {
  return prefix !== undefined && escalationPrefixes.has(prefix) && stepsOf(lower).length > 0;
}

/** The steps that the statements speak of, each with the first pattern that names its service and matches it. */
function stepsIn(
  statements: readonly Statement[],
  isSought: CheckContext['isSought'],
): Map<string, ActionPattern> {
  const found = new Map<string, ActionPattern>();
  for (const statement of statements) {
    for (const pattern of statement.actions) {
      if (!isSought(pattern) || !isStep(pattern)) continue;
      for (const step of stepsOf(pattern.lower)) {
        if (!found.has(step) && isOnAllOf(step, statement)) found.set(step, pattern);
      }
    }
  }
  return found;
}

/** Steps that a Deny takes back, by a pattern of any service too. */
function deniedSteps(statements: readonly Statement[]): Set<string> {
  return new Set(
    statements.flatMap((statement) =>
      statement.actions.flatMap(({ lower }) => stepsOf(lower)).filter((step) => isOnAllOf(step, statement)),
    ),
  );
}

function statementsOf({ statements }: PolicyDocument, effect: 'Allow' | 'Deny'): Statement[] {
  return statements.filter(
    (statement) => statement.effect === effect && !statement.usesNotAction && isUnconditional(statement),
  );
}

/** An administrator needs no way up, and a check of its own says so. */
function isAdministrator(statements: readonly Statement[]): boolean {
  return statements.some(
    (statement) => isOnEverything(statement) && statement.actions.some(({ isEverything }) => isEverything),
  );
}

/** Permissions that are given on everything they can be about, without a condition, and lead to all others. */
export const privilegeEscalation: Check = {
  code: 'PRIVILEGE_ESCALATION',
  type: 'SECURITY_WARNING',
  severity: 'information',
  kinds: ['identity'],
  seeks: isStep,
  presumes: 'statements',
  summary: 'Permissions that together let their holder get any other permission.',
  document(policy, { kind, isSought, report }) {
    if (kind !== 'identity') return;
    const allowing = statementsOf(policy, 'Allow');
    const given = stepsIn(allowing, isSought);
    if (given.size === 0 || isAdministrator(allowing)) return;
    const denied = deniedSteps(statementsOf(policy, 'Deny'));
    const nodesOf = new Map<string, Set<StringNode>>();
    for (const { actions, can } of escalationPaths) {
      if (!actions.every((action) => given.has(action) && !denied.has(action))) continue;
      const nodes = nodesOf.get(can) ?? new Set();
      for (const action of actions) nodes.add(given.get(action)!.node);
      nodesOf.set(can, nodes);
    }
    for (const { nodes, abilities } of byNodes(nodesOf)) {
      report(
        nodes,
        `Whoever has this can ${sayAbilities(abilities)}, and so get permissions that are not given here. Limit it to named resources.`,
      );
    }
  },
};

/** What the same strings lead to, told once: iam:* is a dozen ways. */
function byNodes(
  nodesOf: ReadonlyMap<string, ReadonlySet<StringNode>>,
): Iterable<{ nodes: readonly StringNode[]; abilities: string[] }> {
  const groups = new Map<string, { nodes: readonly StringNode[]; abilities: string[] }>();
  for (const [can, nodes] of nodesOf) {
    const key = [...nodes]
      .map(({ contentStart, text }) => `${contentStart} ${text}`)
      .sort()
      .join('\n');
    const group = groups.get(key);
    if (group) group.abilities.push(can);
    else groups.set(key, { nodes: [...nodes], abilities: [can] });
  }
  return groups.values();
}

/** As many as one reads. */
const mostAbilities = 3;

function sayAbilities(abilities: readonly string[]): string {
  if (abilities.length === 1) return abilities[0]!;
  const said = abilities.slice(0, mostAbilities).join('; ');
  const left = abilities.length - mostAbilities;
  return left > 0 ? `${said}; and do ${left} more things of this kind` : said;
}
