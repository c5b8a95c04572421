import { isAboutServices, isMetWithoutKey, isSourceKey } from './callerConditions';
import type { Check } from '../check';

export const rcpMissingRelatedServicePrincipalConditionKey: Check = {
  code: 'RCP_MISSING_RELATED_SERVICE_PRINCIPAL_CONDITION_KEY',
  type: 'WARNING',
  kinds: ['rcp'],
  concerns: isSourceKey,
  presumes: 'conditions',
  summary: 'A condition on the source of a service call that hits all other calls.',
  clause(clause, statement, { report }) {
    if (statement.effect !== 'Deny') return;
    if (!isSourceKey(clause) || !isMetWithoutKey(clause) || isAboutServices(statement, 'true')) return;
    report(
      clause.keyNode,
      `Only calls of AWS services have ${clause.key}. Add Bool aws:PrincipalIsAWSService "true" to leave the other calls alone.`,
    );
  },
};
