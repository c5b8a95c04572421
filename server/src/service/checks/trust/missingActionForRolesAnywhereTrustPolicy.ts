import { matchesWildcard } from '../../iam/wildcard';
import type { Statement } from '../../model/statement';
import type { Check } from '../check';

const needed = ['AssumeRole', 'SetSourceIdentity', 'TagSession'];

function trusts({ principals }: Statement): boolean {
  return principals.some(({ type, text }) => type === 'Service' && text === 'rolesanywhere.amazonaws.com');
}

export const missingActionForRolesAnywhereTrustPolicy: Check = {
  code: 'MISSING_ACTION_FOR_ROLES_ANYWHERE_TRUST_POLICY',
  type: 'ERROR',
  kinds: ['trust'],
  needs: ['Allow', 'principals', 'Action'],
  presumes: 'statements',
  summary: 'IAM Roles Anywhere is trusted without all three actions it needs.',
  statement(statement, { policy, report }) {
    const node = statement.value('Action');
    if (!node || statement.effect !== 'Allow' || !trusts(statement)) return;
    const actions = policy.statements
      .filter((other) => other.effect === 'Allow' && trusts(other))
      .flatMap((other) => other.actions.filter(({ negated }) => !negated));
    const missing = needed.filter(
      (name) =>
        !actions.some(
          (action) =>
            action.isEverything ||
            (action.prefix === 'sts' && matchesWildcard(action.name, name.toLowerCase())),
        ),
    );
    if (missing.length === 0) return;
    const texts = missing.map((name) => `sts:${name}`);
    report(node, `IAM Roles Anywhere also needs ${texts.join(' and ')}.`, { data: { missing: texts } });
  },
};
