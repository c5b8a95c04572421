import { hasComputed, type PolicyNode } from '../../model/nodes';
import { isStar } from './fullAccess';
import type { Check } from '../check';

/** What is missing or computed is no reason to complain here. */
function isStarOrUnknown(node: PolicyNode | undefined): boolean {
  return !node || hasComputed(node) || isStar(node);
}

export const rcpSyntaxErrorAllow: Check = {
  code: 'RCP_SYNTAX_ERROR_ALLOW',
  type: 'ERROR',
  kinds: ['rcp'],
  summary: 'A resource control policy allows more finely than it can.',
  statement(statement, { policy, report }) {
    if (policy.isPartial || statement.effect !== 'Allow') return;
    const resource = statement.value('Resource');
    const isWhole =
      isStarOrUnknown(statement.value('Principal')) &&
      isStarOrUnknown(resource) &&
      !statement.element('NotResource') &&
      !statement.element('Condition');
    if (isWhole) return;
    report(
      statement,
      'A resource control policy only forbids. Use Deny; Allow stands only with Principal "*", Resource "*" and no condition.',
    );
  },
};
