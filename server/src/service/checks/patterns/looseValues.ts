import { findGlobalKey } from '../../catalog/globalKeys';
import type { ConditionClause } from '../../model/condition';
import type { StringNode } from '../../model/nodes';

/** Whether a text has a part that may be anything. */
export type Finder = (text: string) => boolean;

/**
 * Values under StringLike and StringNotLike of which a part may be anything although the key asks for one exact
 * value: keys that AWS calls sensitive, and `aws:userid` except for all of one side of its colon.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html#condition-keys-sensitive
 *
 * @param isLoose whether a text has a part that may be anything
 */
export function looseValues(
  { operator, key, lowerKey, values }: ConditionClause,
  isLoose: Finder,
): StringNode[] {
  if (operator?.family !== 'String' || !operator.patterns) return [];
  const loose = lowerKey === 'aws:userid' ? (text: string) => isLooseUserId(text, isLoose) : isLoose;
  if (lowerKey !== 'aws:userid' && !findGlobalKey(key)?.sensitive) return [];
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
