import type { ComputedNode, OffsetRange, StringNode } from '../../model/nodes';
import type { Template, TemplatePart } from './hcl/ast';

/**
 * The string that a template is; computed where a part of it is, with the known parts. `&{…}` is how
 * aws_iam_policy_document wants policy variables written.
 * https://registry.terraform.io/providers/hashicorp/aws/latest/docs/data-sources/iam_policy_document
 */
export function templateNode(template: Template, ampersands = false): StringNode | ComputedNode {
  const { parts, range, contentStart, unclosed } = template;
  const pieces = parts.map((part) => (part.kind === 'text' ? pieceOf(part, ampersands) : undefined));
  if (pieces.includes(undefined)) {
    return { kind: 'computed', range, parts: pieces.map((piece) => piece?.text), pieces };
  }
  const [only] = pieces;
  return {
    kind: 'string',
    text: only?.text ?? '',
    range,
    contentStart,
    ...(only?.offsets && { offsets: only.offsets }),
    ...(unclosed && { unclosed }),
  };
}

/** A known part of a template, as a string without quotes. */
function pieceOf({ text, range, offsets }: TextPart, ampersands: boolean): StringNode {
  return {
    kind: 'string',
    text: ampersands ? text.replaceAll('&{', '${') : text,
    range,
    contentStart: range.start,
    ...(offsets && { offsets }),
  };
}

type TextPart = Extract<TemplatePart, { kind: 'text' }> & { readonly range: OffsetRange };
