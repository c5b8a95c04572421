import { hasWildcard } from '../../iam/wildcard';
import { parseArn } from '../../iam/arn';
import type { Check } from '../check';

/**
 * ARN operators compare the six parts of an ARN, so that a text without them is like no ARN.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html#Conditions_ARN
 */
export const invalidArnValue: Check = {
  code: 'INVALID_ARN_VALUE',
  type: 'WARNING',
  kinds: 'all',
  concerns: ({ operator }) => operator?.family === 'Arn',
  summary: 'A value under an ARN operator is no ARN.',
  clause({ operator, values, key }, _statement, { report }) {
    if (operator?.family !== 'Arn') return;
    for (const node of values) {
      if (node.kind !== 'string' || hasWildcard(node.text) || node.text.includes('${')) continue;
      if (parseArn(node.text)) continue;
      const met = operator.negated ? 'always' : 'never';
      report(
        node,
        `"${node.text}" is no ARN (arn:partition:service:region:account:resource), so ${key} is never like it and the condition is ${met} met by it.`,
      );
    }
  },
};
