import { wholeAccount } from '../../iam/principals';
import type { Check } from '../check';
import { isUnconditional } from './breadth';
import { choosesWithinAccount } from './narrowing';

export const crossAccountTrustWithoutExternalId: Check = {
  code: 'CROSS_ACCOUNT_TRUST_WITHOUT_EXTERNAL_ID',
  type: 'SECURITY_WARNING',
  severity: 'information',
  kinds: ['trust'],
  presumes: 'conditions',
  summary:
    'A whole account may assume the role, without an external id or another condition on who they are.',
  principal({ type, text, node, negated }, statement, { report }) {
    if (type !== 'AWS' || negated || statement.effect !== 'Allow') return;
    const account = wholeAccount(text);
    if (account === undefined) return;
    const { conditionClauses } = statement;
    if (conditionClauses.length === 0 && !isUnconditional(statement)) return;
    if (conditionClauses.some((clause) => choosesWithinAccount(clause, conditionClauses))) return;
    report(
      node,
      `Everybody in account ${account} whom its administrators let may assume the role. If that is another company's account, ask for an external id (sts:ExternalId).`,
    );
  },
};
