import type { Check } from '../check';

export const missingAction: Check = {
  code: 'MISSING_ACTION',
  type: 'ERROR',
  kinds: 'all',
  needs: ['noAction'],
  summary: 'A statement has neither Action nor NotAction.',
  statement(statement, { policy, report }) {
    if (policy.isPartial || statement.element('Action') || statement.element('NotAction')) return;
    report(statement, 'The statement names no actions. Add Action.');
  },
};
