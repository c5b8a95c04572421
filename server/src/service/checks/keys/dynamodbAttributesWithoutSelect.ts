import type { Check } from '../check';
import { isScalar } from '../../model/nodes';
import type { ConditionClause } from '../../model/condition';

/** `dynamodb:Select` is held to SPECIFIC_ATTRIBUTES, or to something computed. */
function asksForAttributes({ lowerKey, operator, values }: ConditionClause): boolean {
  if (lowerKey !== 'dynamodb:select' || operator?.family !== 'String') return false;
  return values.every(
    (node) => !isScalar(node) || node.text.includes('${') || node.text === 'SPECIFIC_ATTRIBUTES',
  );
}

export const dynamodbAttributesWithoutSelect: Check = {
  code: 'DYNAMODB_ATTRIBUTES_WITHOUT_SELECT',
  type: 'SECURITY_WARNING',
  kinds: 'all',
  concerns: ({ lowerKey }) => lowerKey === 'dynamodb:attributes',
  presumes: 'conditions',
  summary: 'dynamodb:Attributes is limited and dynamodb:Select is not.',
  clause({ keyNode, lowerKey, operator }, { conditionClauses }, { report }) {
    if (lowerKey !== 'dynamodb:attributes' || operator?.family === 'Null') return;
    if (conditionClauses.some(asksForAttributes)) return;
    report(
      keyNode,
      'A read that names no attributes returns all of them. Add StringEqualsIfExists with "dynamodb:Select": "SPECIFIC_ATTRIBUTES".',
    );
  },
};
