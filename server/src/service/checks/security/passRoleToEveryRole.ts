import { matchesAction } from '../../iam/statementActions';
import type { ActionName } from '../../model/action';
import type { Check } from '../check';
import { isEveryIam, isUnconditional } from './breadth';

function takesInPassRole(pattern: ActionName): boolean {
  return pattern.prefix === 'iam' && matchesAction(pattern, 'iam', 'passrole');
}

export const passRoleToEveryRole: Check = {
  code: 'PASS_ROLE_TO_EVERY_ROLE',
  type: 'SECURITY_WARNING',
  severity: 'information',
  kinds: ['identity'],
  needs: ['Allow', 'noCondition'],
  seeks: takesInPassRole,
  presumes: 'conditions',
  summary: 'Every role of an account can be passed to every service.',
  statement(statement, { kind, isSought, report }) {
    if (statement.effect !== 'Allow' || kind !== 'identity' || !isUnconditional(statement)) return;
    const passing = statement.actions.find(
      (pattern) => !pattern.negated && isSought(pattern) && takesInPassRole(pattern),
    );
    // AWS's own finding speaks of "*".
    if (!passing || statement.resources.some(({ isStar }) => isStar)) return;
    for (const resource of statement.resources) {
      if (!isEveryIam('role', resource)) continue;
      report(
        resource.node,
        'Every role of the account can be passed, to every service. Name the roles, or add the condition iam:PassedToService.',
      );
    }
  },
};
