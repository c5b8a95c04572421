import { isMetWithoutKey, isSourceKey, needsSource } from './callerConditions';
import type { Check } from '../check';

export const rcpMissingServiceConditionKeyNullCheck: Check = {
  code: 'RCP_MISSING_SERVICE_CONDITION_KEY_NULL_CHECK',
  type: 'WARNING',
  kinds: ['rcp'],
  concerns: isSourceKey,
  presumes: 'conditions',
  summary: 'A condition on the source of a service call that hits calls without one.',
  clause(clause, statement, { report }) {
    if (statement.effect !== 'Deny') return;
    if (!isSourceKey(clause) || !isMetWithoutKey(clause) || needsSource(statement)) return;
    report(
      clause.keyNode,
      `Not every call of an AWS service has ${clause.key}. Add Null aws:SourceAccount "false" to leave calls without it alone.`,
    );
  },
};
