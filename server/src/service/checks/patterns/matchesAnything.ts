import type { ConditionClause } from '../../model/condition';
import type { StringNode } from '../../model/nodes';

/** The value `*`, where it is the only one under an operator that does patterns. */
export function matchesAnything({ operator, values }: ConditionClause): StringNode | undefined {
  const [only] = values;
  if (!operator?.patterns || values.length !== 1 || only?.kind !== 'string') return undefined;
  return /^\*+$/.test(only.text) ? only : undefined;
}
