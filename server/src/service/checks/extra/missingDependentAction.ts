import { isAboutAction } from '../../iam/statementActions';
import type { PolicyDocument } from '../../model/policyDocument';
import type { Check } from '../check';

function isAllowedSomewhere({ statements }: PolicyDocument, action: string): boolean {
  const [prefix = '', name = ''] = action.toLowerCase().split(':');
  return statements.some(
    (statement) => statement.effect === 'Allow' && isAboutAction(statement, prefix, name),
  );
}

/**
 * The reference lists with some actions others that the caller needs too, often only for certain uses of the
 * action: `ec2:RunInstances` wants `iam:PassRole` when the instance gets a profile. That is why it is off.
 * https://docs.aws.amazon.com/service-authorization/latest/reference/reference_policies_actions-resources-contextkeys.html
 */
export const missingDependentAction: Check = {
  code: 'MISSING_DEPENDENT_ACTION',
  type: 'SUGGESTION',
  severity: 'off',
  kinds: ['identity'],
  summary: 'An action needs another one that the policy does not allow.',
  action(pattern, statement, { policy, meaningOf, report }) {
    if (pattern.negated || pattern.hasWildcard || statement.effect !== 'Allow' || policy.isPartial) return;
    const action = meaningOf(pattern).actions?.[0];
    if (!action || action.dependentActions.length === 0) return;
    const missing = action.dependentActions.filter((needed) => !isAllowedSomewhere(policy, needed));
    if (missing.length === 0) return;
    report(
      pattern.node,
      `${pattern.text} may need ${missing.join(', ')} as well, which this policy does not allow.`,
      { data: { missing } },
    );
  },
};
