import type { ConditionClause } from '../../model/condition';
import { isScalar } from '../../model/nodes';
import type { CheckContext } from '../check';

/** Tells the values of a condition that are not what its operator compares. Policy variables could be anything. */
export function reportMisfits(
  { values, key }: ConditionClause,
  fits: (text: string) => boolean,
  what: string,
  report: CheckContext['report'],
): void {
  for (const node of values) {
    if (!isScalar(node) || node.kind === 'null' || node.text.includes('${')) continue;
    if (!fits(node.text)) report(node, `"${node.text}" is no ${what}, as ${key} needs it here.`);
  }
}
