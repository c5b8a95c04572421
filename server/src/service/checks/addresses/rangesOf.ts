import { type IpRange, parseIpRange } from '../../iam/ipRange';
import type { ConditionClause } from '../../model/condition';
import type { StringNode } from '../../model/nodes';

export interface WrittenRange {
  readonly node: StringNode;
  readonly range: IpRange;
}

/** The values under an IP operator that are addresses; what is computed or malformed is left out. */
export function rangesOf({ operator, values }: ConditionClause): WrittenRange[] {
  if (operator?.family !== 'IpAddress') return [];
  return values.flatMap((node) => {
    const range = node.kind === 'string' ? parseIpRange(node.text) : undefined;
    return node.kind === 'string' && range ? [{ node, range }] : [];
  });
}
