import type { Check } from '../check';

export const missingEffect: Check = {
  code: 'MISSING_EFFECT',
  type: 'ERROR',
  kinds: 'all',
  needs: ['noEffect'],
  summary: 'A statement has no Effect.',
  statement(statement, { policy, report }) {
    if (policy.isPartial || statement.element('Effect')) return;
    report(
      statement,
      'The statement does not say whether it allows or denies. Add Effect: "Allow" or "Deny".',
    );
  },
};
