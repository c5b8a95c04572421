import type { CommentNode } from '../model/policyDocument';

/**
 * Comments that speak to the checks.
 *
 * @param pattern finds them; its first group is what they say
 */
export function directives(text: string, pattern: RegExp): CommentNode[] {
  if (!text.includes('trustwright-ignore')) return [];
  return [...text.matchAll(pattern)].map((match) => ({
    range: { start: match.index, end: match.index + match[0].length },
    text: match[1]!.trim(),
  }));
}
