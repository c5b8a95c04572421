import { trustsOnlyServices } from './sourceKeys';
import type { Check } from '../check';

/** Keys that tell about a principal in an account, which a service is not. */
export function isOfPrincipal(lowerKey: string): boolean {
  return (
    lowerKey === 'aws:principalorgid' ||
    lowerKey === 'aws:principalorgpaths' ||
    lowerKey === 'aws:principalaccount' ||
    lowerKey.startsWith('aws:principaltag/')
  );
}

export const unsupportedConditionKeyForServicePrincipal: Check = {
  code: 'UNSUPPORTED_CONDITION_KEY_FOR_SERVICE_PRINCIPAL',
  type: 'ERROR',
  kinds: ['resource'],
  concerns: ({ lowerKey }) => isOfPrincipal(lowerKey),
  summary: 'A condition key that requests of an AWS service never have.',
  clause({ lowerKey, keyNode, key, operator }, statement, { report }) {
    if (!isOfPrincipal(lowerKey) || !operator || operator.ifExists || operator.negated) return;
    if (operator.family === 'Null' || operator.set === 'ForAllValues') return;
    if (!trustsOnlyServices(statement)) return;
    report(
      keyNode,
      `${key} is never in the request of an AWS service, so this condition is never met. Use aws:SourceAccount or aws:SourceOrgID.`,
    );
  },
};
