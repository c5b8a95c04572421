import type { ComputedNode, StringNode } from '../../model/nodes';
import type { Template } from './hcl/ast';

/**
 * The string that a template is; computed where a part of it is, with the known parts. `&{…}` is how
 * aws_iam_policy_document wants policy variables written.
 * https://registry.terraform.io/providers/hashicorp/aws/latest/docs/data-sources/iam_policy_document
 */
export function templateNode(template: Template, ampersands = false): StringNode | ComputedNode {
  const { parts, range, contentStart, unclosed } = template;
  const plain = (text: string) => (ampersands ? text.replaceAll('&{', '${') : text);
  if (parts.some(({ kind }) => kind !== 'text')) {
    return {
      kind: 'computed',
      range,
      parts: parts.map((part) => (part.kind === 'text' ? plain(part.text) : undefined)),
    };
  }
  const [only] = parts;
  const text = only?.kind === 'text' ? plain(only.text) : '';
  const offsets = only?.kind === 'text' ? only.offsets : undefined;
  return {
    kind: 'string',
    text,
    range,
    contentStart,
    ...(offsets && { offsets }),
    ...(unclosed && { unclosed }),
  };
}
