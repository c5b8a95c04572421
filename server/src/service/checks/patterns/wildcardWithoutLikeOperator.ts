import { hasWildcard } from '../../iam/wildcard';
import type { Check } from '../check';

export const wildcardWithoutLikeOperator: Check = {
  code: 'WILDCARD_WITHOUT_LIKE_OPERATOR',
  type: 'WARNING',
  kinds: 'all',
  concerns: ({ operator }) => operator?.family === 'String' && !operator.patterns,
  summary: 'A value has a wildcard under an operator that does not do patterns.',
  clause({ operator, values }, _statement, { report }) {
    if (operator?.family !== 'String' || operator.patterns) return;
    const like = operator.negated ? 'StringNotLike' : 'StringLike';
    for (const node of values) {
      if (node.kind !== 'string' || !hasWildcard(node.text.replace(/\$\{[^}]*\}/g, ''))) continue;
      report(
        node,
        `${operator.name} takes the wildcard in "${node.text}" for a plain character. Use ${like} for patterns.`,
      );
    }
  },
};
