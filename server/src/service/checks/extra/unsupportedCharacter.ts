import { listOf, type PolicyNode, rangeWithin, type StringNode } from '../../model/nodes';
import type { Check } from '../check';

const refused = /[^\t\n\r\u0020-\u00ff]+/;

/** An escape such as `\u2019` is written in characters that IAM takes. */
function isEscaped({ offsets }: StringNode, index: number): boolean {
  return offsets !== undefined && (offsets[index + 1] ?? 0) - offsets[index]! > 1;
}

/** All strings of the tree, keys included, in the order of the text. */
function stringsIn(node: PolicyNode): StringNode[] {
  if (node.kind === 'string') return [node];
  if (node.kind === 'object') {
    return node.entries.flatMap(({ key, value }) => [key, ...(value ? stringsIn(value) : [])]);
  }
  return node.kind === 'array' ? listOf(node).flatMap(stringsIn) : [];
}

/**
 * IAM takes policy documents of tabs, line breaks and the characters U+0020 to U+00FF alone; typographic quotes,
 * dashes and invisible spaces that were pasted in are refused.
 * https://docs.aws.amazon.com/IAM/latest/APIReference/API_CreatePolicy.html
 */
export const unsupportedCharacter: Check = {
  code: 'UNSUPPORTED_CHARACTER',
  type: 'ERROR',
  kinds: ['identity', 'trust'],
  summary: 'A character that IAM does not take in a policy.',
  document({ root, traits }, { report }) {
    if (traits.hasPlainCharacters || !root) return;
    for (const node of stringsIn(root)) {
      const found = refused.exec(node.text);
      if (!found || isEscaped(node, found.index)) continue;
      const [text] = found;
      const code = text.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0');
      report(
        rangeWithin(node, found.index, found.index + text.length),
        `IAM does not take "${text}" (U+${code}) in a policy. Write it with plain Latin letters and signs.`,
      );
    }
  },
};
