import { hasWildcard } from '../../iam/wildcard';
import type { ConditionClause } from '../../model/condition';
import type { StringNode } from '../../model/nodes';

/** Values under a String operator that stand for themselves: no pattern, no policy variable, nothing computed. */
export function literalTexts({ operator, values }: ConditionClause): StringNode[] {
  if (operator?.family !== 'String') return [];
  return values.filter(
    (node): node is StringNode =>
      node.kind === 'string' && node.text !== '' && !hasWildcard(node.text) && !node.text.includes('$'),
  );
}
