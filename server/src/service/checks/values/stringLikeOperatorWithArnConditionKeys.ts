import { findConditionKey } from '../../catalog/findConditionKey';
import type { Check } from '../check';

export const stringLikeOperatorWithArnConditionKeys: Check = {
  code: 'STRING_LIKE_OPERATOR_WITH_ARN_CONDITION_KEYS',
  type: 'SECURITY_WARNING',
  kinds: 'all',
  concerns: ({ operator }) => operator?.family === 'String' && operator.patterns,
  summary: 'StringLike or StringNotLike compares an ARN.',
  clause({ keyNode, key, operator }, _statement, { catalog, report }) {
    if (operator?.family !== 'String' || !operator.patterns) return;
    if (findConditionKey(catalog, key)?.type !== 'ARN') return;
    const better = operator.negated ? 'ArnNotLike' : 'ArnLike';
    report(
      keyNode,
      `${operator.name} lets a * in an ARN run across its colons. Use ${better}, which compares part by part.`,
    );
  },
};
