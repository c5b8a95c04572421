import { matchesAction } from '../../iam/statementActions';
import type { ActionPattern } from '../../model/action';
import type { StringNode } from '../../model/nodes';
import type { PolicyDocument } from '../../model/policyDocument';
import type { Statement } from '../../model/statement';
import type { Check } from '../check';
import { isOnEverything } from './breadth';
import { escalationPaths, escalationPrefixes } from './escalationPaths';

/** Patterns of the statements that could be a step of a path. */
function stepsOf(statements: readonly Statement[]): ActionPattern[] {
  return statements.flatMap(({ actions }) =>
    actions.filter(({ prefix }) => prefix !== undefined && escalationPrefixes.has(prefix)),
  );
}

function findStep(steps: readonly ActionPattern[], action: string): ActionPattern | undefined {
  const colon = action.indexOf(':');
  const [prefix, name] = [action.slice(0, colon), action.slice(colon + 1)];
  return steps.find((step) => matchesAction(step, prefix, name));
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
  summary: 'Permissions that together let their holder get any other permission.',
  document(policy, { kind, report }) {
    if (kind !== 'identity') return;
    const allowing = broad(policy, 'Allow');
    const steps = stepsOf(allowing);
    if (steps.length === 0 || isAdministrator(allowing)) return;
    const denied = broad(policy, 'Deny').flatMap(({ actions }) => actions);
    const told = new Map<string, Set<StringNode>>();
    for (const { actions, can } of escalationPaths) {
      const found = actions.map((action) => findStep(steps, action));
      if (found.includes(undefined) || actions.some((action) => findStep(denied, action))) continue;
      const nodes = told.get(can) ?? new Set();
      for (const step of found) nodes.add(step!.node);
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
