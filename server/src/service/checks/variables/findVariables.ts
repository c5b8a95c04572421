import type { OffsetRange, StringNode } from '../../model/nodes';
import { rangeWithin } from '../../model/nodes';

/** A policy variable in a string, or what looks like the beginning of one. */
export interface Variable {
  /** What stands between the braces; to the end of the string where the closing one is missing. */
  readonly inside: string;
  readonly closed: boolean;
  readonly range: OffsetRange;
}

/**
 * All `${…}` of a string.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_variables.html
 */
export function findVariables(node: StringNode): Variable[] {
  const { text } = node;
  const found: Variable[] = [];
  for (let at = text.indexOf('${'); at >= 0; at = text.indexOf('${', at + 2)) {
    const end = text.indexOf('}', at);
    const closed = end >= 0;
    const stop = closed ? end : text.length;
    found.push({
      inside: text.slice(at + 2, stop),
      closed,
      range: rangeWithin(node, at, closed ? stop + 1 : stop),
    });
  }
  return found;
}

/** Whether the name between the braces has the form of a condition key; `${bucket}` may be a template's placeholder. */
export function namesKey({ inside }: Variable): boolean {
  return /^\s*[\w-]+:(?!:)/.test(inside);
}

/** `${*}`, `${?}` and `${$}` are plain characters, not variables. */
export function isEscape({ inside }: Variable): boolean {
  return inside === '*' || inside === '?' || inside === '$';
}
