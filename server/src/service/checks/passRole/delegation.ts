import { hasWildcard, matchesWildcard } from '../../iam/wildcard';
import type { ActionName } from '../../model/action';
import type { ConditionClause } from '../../model/condition';
import { hasComputed, type HasRange } from '../../model/nodes';
import type { Statement } from '../../model/statement';
import type { Check, FindingType } from '../check';

/** A permission that hands somebody's powers on: dangerous when it is given for every role at once. */
interface Permission {
  /** As AWS spells it. */
  readonly action: string;
  /** Lower case, without prefix. */
  readonly name: string;
  readonly type: FindingType;
  /** Condition key, lower case, that says to which service. */
  readonly limit: string;
  /** What goes wrong, as the rest of a sentence; the argument names what is left out. */
  readonly harm: (exceptions: string) => string;
  readonly advice: string;
  /** Whether a condition on that key narrows the permission. */
  readonly isLimit: (clause: ConditionClause) => boolean;
}

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_use_passrole.html */
export const passRole: Permission = {
  action: 'iam:PassRole',
  name: 'passrole',
  type: 'SECURITY_WARNING',
  limit: 'iam:passedtoservice',
  harm: (exceptions) => `lets one hand every role${exceptions} to any service`,
  advice: 'Name the roles in Resource, or say with iam:PassedToService to which service.',
  isLimit: () => true,
};

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/using-service-linked-roles.html */
export const createServiceLinkedRole: Permission = {
  action: 'iam:CreateServiceLinkedRole',
  name: 'createservicelinkedrole',
  type: 'WARNING',
  limit: 'iam:awsservicename',
  harm: (exceptions) => `lets one create a role for any service${exceptions}`,
  advice: 'Name the role in Resource, or say with iam:AWSServiceName for which service.',
  // A pattern that begins with a wildcard names no service.
  isLimit: ({ values }) => !values.some((value) => value.kind === 'string' && value.text.startsWith('*')),
};

/** How the statement names the permission and its resources; each combination has a code of its own. */
export interface Shape {
  readonly by: 'name' | 'wildcard' | 'NotAction';
  readonly on: 'star' | 'NotResource';
}

/** A check for one permission and one shape. */
export function delegationCheck(code: string, permission: Permission, shape: Shape, summary: string): Check {
  const { by } = shape;
  return {
    code,
    type: permission.type,
    kinds: ['identity'],
    needs: [
      'Allow',
      by === 'NotAction' ? 'NotAction' : 'Action',
      shape.on === 'star' ? 'star' : 'NotResource',
    ],
    ...(by !== 'NotAction' && { seeks: (action) => means[by](action, permission) }),
    presumes: 'conditions',
    summary,
    statement(statement, { report }) {
      if (!mayHaveShape(statement, shape) || statement.effect !== 'Allow') return;
      const resources = resourcesIn(statement, shape);
      if (resources.length === 0) return;
      const actions = actionsIn(statement, permission, shape);
      if (actions.length === 0 || isLimited(statement, permission)) return;
      report([...actions, ...resources], messageOf(permission, shape));
    },
  };
}

/** Tells most statements apart without looking at their actions. */
function mayHaveShape({ usesNotAction, usesNotResource, resources }: Statement, { by, on }: Shape): boolean {
  if (usesNotAction !== (by === 'NotAction')) return false;
  return on === 'star' ? resources.some(({ isStar }) => isStar) : usesNotResource;
}

function resourcesIn(statement: Statement, { on }: Shape): readonly HasRange[] {
  if (on === 'star')
    return statement.resources.filter((resource) => resource.isStar && !resource.negated).map(nodeOf);
  const node = statement.value('NotResource');
  return node && node.kind !== 'computed' ? [node] : [];
}

function actionsIn(statement: Statement, permission: Permission, { by }: Shape): readonly HasRange[] {
  if (by !== 'NotAction') {
    return statement.actions.filter((action) => !action.negated && means[by](action, permission)).map(nodeOf);
  }
  const node = statement.value('NotAction');
  if (!node || hasComputed(node)) return [];
  const excludes = statement.actions.some(
    (action) => action.negated && (isNamed(action, permission) || isCovered(action, permission)),
  );
  return excludes ? [] : [node];
}

function nodeOf({ node }: { readonly node: HasRange }): HasRange {
  return node;
}

const means = { name: isNamed, wildcard: isCovered };

function isNamed({ prefix, name }: ActionName, permission: Permission): boolean {
  return name === permission.name && prefix === 'iam';
}

/** The action has a wildcard and means the permission among others. */
function isCovered(action: ActionName, permission: Permission): boolean {
  const { prefix, name } = action;
  if (prefix === undefined) return action.isEverything;
  if (!action.hasWildcard && !hasWildcard(prefix)) return false;
  return matchesWildcard(prefix, 'iam') && matchesWildcard(name, permission.name);
}

/** A condition says for which service, by a string that must be equal or alike. */
function isLimited({ conditionClauses }: Statement, { limit, isLimit }: Permission): boolean {
  return conditionClauses.some(
    (clause) =>
      clause.lowerKey === limit &&
      clause.operator?.family === 'String' &&
      !clause.operator.negated &&
      isLimit(clause),
  );
}

function messageOf({ action, harm, advice }: Permission, { by, on }: Shape): string {
  const subject = {
    name: action,
    wildcard: `This includes ${action}, which`,
    NotAction: `NotAction does not leave out ${action}, which`,
  };
  return `${subject[by]} ${harm(on === 'star' ? '' : ' that NotResource does not name')}. ${advice}`;
}
