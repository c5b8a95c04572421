import { isAboutServices, isMetWithoutKey, isPrincipalKey } from './callerConditions';
import type { Check } from '../check';

export const rcpMissingRelatedPrincipalConditionKey: Check = {
  code: 'RCP_MISSING_RELATED_PRINCIPAL_CONDITION_KEY',
  type: 'WARNING',
  kinds: ['rcp'],
  concerns: isPrincipalKey,
  presumes: 'conditions',
  summary: 'A condition on the caller that also hits AWS services.',
  clause(clause, statement, { report }) {
    if (statement.effect !== 'Deny') return;
    if (!isPrincipalKey(clause) || !isMetWithoutKey(clause) || isAboutServices(statement, 'false')) return;
    report(
      clause.keyNode,
      `Calls of AWS services have no ${clause.key}, so this forbids them too. Add BoolIfExists aws:PrincipalIsAWSService "false" to leave them out.`,
    );
  },
};
