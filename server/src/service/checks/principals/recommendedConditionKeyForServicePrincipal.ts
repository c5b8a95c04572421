import { hasSourceKey, trustsOnlyServices } from './sourceKeys';
import type { Check } from '../check';

export const recommendedConditionKeyForServicePrincipal: Check = {
  code: 'RECOMMENDED_CONDITION_KEY_FOR_SERVICE_PRINCIPAL',
  type: 'SUGGESTION',
  kinds: ['resource'],
  needs: ['Allow', 'principals', 'Condition'],
  presumes: 'conditions',
  summary: 'A service is limited by another key than the source keys.',
  statement(statement, { report }) {
    if (statement.effect !== 'Allow' || !trustsOnlyServices(statement) || hasSourceKey(statement)) return;
    const referer = statement.conditionClauses.filter(({ lowerKey }) => lowerKey === 'aws:referer');
    for (const { keyNode } of referer) {
      report(
        keyNode,
        'To limit a service to your account use aws:SourceAccount or aws:SourceArn instead of aws:Referer.',
      );
    }
  },
};
