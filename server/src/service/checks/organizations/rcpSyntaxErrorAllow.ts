import { hasComputed, type PolicyNode } from '../../model/nodes';
import { isStar } from './fullAccess';
import type { Check } from '../check';

/** Elements of RCPFullAWSAccess, the only policy of this kind that allows; all are `*`. */
const whole = ['Principal', 'Action', 'Resource'] as const;
const narrowing = ['NotAction', 'NotResource', 'Condition'] as const;

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
    const narrowed = narrowing.some((name) => statement.element(name));
    if (!narrowed && whole.every((name) => isStarOrUnknown(statement.value(name)))) return;
    report(
      statement,
      'A resource control policy only forbids. Use Deny; Allow stands only in AWS\'s own RCPFullAWSAccess, where Principal, Action and Resource are "*".',
    );
  },
};
