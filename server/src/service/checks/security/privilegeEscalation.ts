import { matchesAction } from '../../iam/statementActions';
import { actionName, type ActionPattern } from '../../model/action';
import type { StringNode } from '../../model/nodes';
import type { PolicyDocument } from '../../model/policyDocument';
import type { Statement } from '../../model/statement';
import { rememberByText } from '../../remember';
import type { Check } from '../check';
import { isOnEverything } from './breadth';
import { escalationActions, escalationPaths, escalationPrefixes } from './escalationPaths';

/** Actions of the paths that a pattern matches; mostly none. */
const stepsOf = rememberByText((lower: string): readonly string[] => {
  const pattern = actionName(lower);
  return escalationActions.filter((action) => {
    const { prefix, name } = actionName(action);
    return matchesAction(pattern, prefix!, name);
  });
});

/** The actions that the statements give, each with the first pattern that names its service and gives it. */
function givenSteps(statements: readonly Statement[]): Map<string, ActionPattern> {
  const given = new Map<string, ActionPattern>();
  for (const { actions } of statements) {
    for (const pattern of actions) {
      if (pattern.prefix === undefined || !escalationPrefixes.has(pattern.prefix)) continue;
      for (const step of stepsOf(pattern.lower)) if (!given.has(step)) given.set(step, pattern);
    }
  }
  return given;
}

function broad({ statements }: PolicyDocument, effect: 'Allow' | 'Deny'): Statement[] {
  return statements.filter(
    (statement) => statement.effect === effect && !statement.usesNotAction && isOnEverything(statement),
  );
}

/** An administrator needs no way up, and a check of its own says so. */
function isAdministrator(statements: readonly Statement[]): boolean {
  return statements.some(({ actions }) => actions.some(({ isEverything }) => isEverything));
}

/** Permissions that are given on every resource without a condition and lead to all others. */
export const privilegeEscalation: Check = {
  code: 'PRIVILEGE_ESCALATION',
  type: 'SECURITY_WARNING',
  severity: 'information',
  kinds: ['identity'],
  presumes: 'statements',
  summary: 'Permissions that together let their holder get any other permission.',
  document(policy, { kind, report }) {
    if (kind !== 'identity') return;
    const allowing = broad(policy, 'Allow');
    const given = givenSteps(allowing);
    if (given.size === 0 || isAdministrator(allowing)) return;
    const denying = broad(policy, 'Deny').flatMap(({ actions }) => actions);
    const denied = new Set(denying.flatMap(({ lower }) => stepsOf(lower)));
    const told = new Map<string, Set<StringNode>>();
    for (const { actions, can } of escalationPaths) {
      if (!actions.every((action) => given.has(action) && !denied.has(action))) continue;
      const nodes = told.get(can) ?? new Set();
      for (const action of actions) nodes.add(given.get(action)!.node);
      told.set(can, nodes);
    }
    for (const [can, nodes] of told) {
      report(
        [...nodes],
        `Whoever has this can ${can}, and so get any permission. Limit it to named resources.`,
      );
    }
  },
};
