import { rangeWithin, type StringNode } from '../../model/nodes';
import { walk } from '../../model/walk';
import type { Check } from '../check';

const refused = /[^\t\n\r\u0020-\u00ff]+/;

/** An escape such as `\u2019` is written in characters that IAM takes. */
function isEscaped({ offsets }: StringNode, index: number): boolean {
  return offsets !== undefined && (offsets[index + 1] ?? 0) - offsets[index]! > 1;
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
  document({ root }, { report }) {
    walk(root, {
      string(node) {
        const found = refused.exec(node.text);
        if (!found || isEscaped(node, found.index)) return;
        const [text] = found;
        const code = text.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0');
        report(
          rangeWithin(node, found.index, found.index + text.length),
          `IAM does not take "${text}" (U+${code}) in a policy. Write it with plain Latin letters and signs.`,
        );
      },
    });
  },
};
