import { findGlobalKey } from '../../catalog/globalKeys';
import type { ConditionClause } from '../../model/condition';
import type { StringNode } from '../../model/nodes';
import type { ClauseHead } from '../check';

/** Whether a text has a part that may be anything. */
export type Finder = (text: string) => boolean;

/** Whether the key asks for one exact value, and the operator for a pattern. */
export function mayBeLoose({ operator, lowerKey }: ClauseHead): boolean {
  if (operator?.family !== 'String' || !operator.patterns) return false;
  return lowerKey === 'aws:userid' || findGlobalKey(lowerKey)?.sensitive === true;
}

/**
 * Values under StringLike and StringNotLike of which a part may be anything although the key asks for one exact
 * value: keys that AWS calls sensitive, and `aws:userid` except for all of one side of its colon.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html#condition-keys-sensitive
 *
 * @param isLoose whether a text has a part that may be anything
 */
export function looseValues(clause: ConditionClause, isLoose: Finder): StringNode[] {
  if (!mayBeLoose(clause)) return [];
  const { lowerKey, values } = clause;
  const loose = lowerKey === 'aws:userid' ? (text: string) => isLooseUserId(text, isLoose) : isLoose;
  return values.filter((node): node is StringNode => node.kind === 'string' && loose(node.text));
}

/** `AROA…:*` is every session of a role, `*:name` every session of that name. */
function isLooseUserId(text: string, isLoose: Finder): boolean {
  const colon = outsideVariables(text).indexOf(':');
  const left = colon < 0 ? text : text.slice(0, colon);
  return left !== '*' && !/^\$\{[^}]*\}$/.test(left) && isLoose(left);
}

/** The text with policy variables blotted out, of the same length. */
function outsideVariables(text: string): string {
  return text.replace(/\$\{[^}]*\}?/g, (variable) => ' '.repeat(variable.length));
}
