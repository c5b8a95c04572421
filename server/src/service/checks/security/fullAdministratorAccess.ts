import type { Check } from '../check';
import { isOnEverything } from './breadth';

export const fullAdministratorAccess: Check = {
  code: 'FULL_ADMINISTRATOR_ACCESS',
  type: 'SECURITY_WARNING',
  severity: 'information',
  kinds: ['identity'],
  needs: ['Allow', 'star', 'noCondition'],
  seeks: ({ isEverything }) => isEverything,
  presumes: 'conditions',
  summary: 'The statement allows every action on every resource.',
  statement(statement, { kind, report }) {
    // A boundary or session policy allows nothing by itself.
    if (statement.effect !== 'Allow' || kind !== 'identity' || !isOnEverything(statement)) return;
    const all = statement.actions.find(({ isEverything, negated }) => isEverything && !negated);
    if (!all) return;
    report(
      all.node,
      'This allows everything in the account, also to change these permissions. List the actions that are needed.',
    );
  },
};
