import type { Check } from '../check';

/**
 * Every action of the statement can be limited to resources, yet it is allowed on all. Often that is meant, so this
 * is off unless somebody asks.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html#grant-least-privilege
 */
export const unnecessaryResourceStar: Check = {
  code: 'UNNECESSARY_RESOURCE_STAR',
  type: 'SUGGESTION',
  severity: 'off',
  kinds: ['identity'],
  needs: ['Allow', 'star'],
  summary: 'All actions of the statement could be limited to resources.',
  statement(statement, { meaningOf, report }) {
    if (statement.effect !== 'Allow' || statement.usesNotAction || statement.actions.length === 0) return;
    const star = statement.resources.find(({ isStar, negated }) => isStar && !negated);
    if (!star) return;
    const canBeLimited = statement.actions.every((pattern) => {
      const { actions } = meaningOf(pattern);
      return actions?.length && actions.every(({ resources }) => resources.length > 0);
    });
    if (!canBeLimited) return;
    report(
      star.node,
      'All actions of this statement can be limited to resources. Name the ARNs that are needed.',
    );
  },
};
