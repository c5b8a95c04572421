import { parseExpression } from '../../hosts/terraform/hcl/parse';
import type { Template } from '../../hosts/terraform/hcl/ast';
import type { PolicyDocument } from '../../model/policyDocument';
import { pseudoParameter } from '../cloudformation/pseudo';
import { type Expression, joined, type Neutral, toNeutral } from '../neutral';
import { jsonText } from '../jsonText';

/** What a policy of Terraform stands in, as far as it says how computed values are written. */
export type HclForm = 'object' | 'document' | 'json';

/** A policy of a Terraform file; undefined where a part of it can't be said as an expression. */
export function hclPolicy(text: string, { root }: PolicyDocument, form: HclForm): Neutral | undefined {
  let isSayable = true;
  const value = toNeutral(root, (node) => {
    if (node.kind !== 'computed' || !isSayable) return undefined;
    const read = hclValue(text.slice(node.range.start, node.range.end), form, text);
    isSayable = read !== undefined;
    return read;
  });
  return isSayable ? value : undefined;
}

function hclValue(source: string, form: HclForm, text: string): Neutral | undefined {
  if (form === 'json' && source.startsWith('\\"')) return inQuotes(source, text);
  if (form === 'json' && !source.startsWith('"')) {
    const expression = /^\$\{\s*jsonencode\(([^]*)\)\s*\}$/.exec(source)?.[1]?.trim();
    return expression === undefined ? undefined : expressionOf(expression, text);
  }
  // A JSON string is a string of Terraform too, but for these.
  if (form === 'json' && /\\[/bf]/.test(source)) return undefined;
  // Blocks are no expressions.
  if (/^(dynamic|source_\w+|override_\w+|(not_)?principals|condition)\b/.test(source)) return undefined;
  // `&{` is a policy variable in a policy document alone.
  const usual = form === 'document' ? source.replaceAll('&{', () => '$${') : source;
  if (!usual.startsWith('"')) return usual.includes('<<') ? undefined : expressionOf(usual, text);
  const template = parseExpression(usual);
  return template?.kind === 'template' && template.range.end === usual.length
    ? mixed(template, usual, text)
    : expressionOf(usual, text);
}

const hole = '\ue000';

/** A string of JSON that stands in a string of Terraform, with its quotes escaped. */
function inQuotes(source: string, text: string): Neutral | undefined {
  const quoted = `"${source}"`;
  const template = parseExpression(quoted);
  const outer = template?.kind === 'template' ? partsOf(template, quoted, text) : undefined;
  if (!outer || source.includes(hole)) return undefined;
  const json = jsonText(outer.map((part) => (typeof part === 'string' ? part : hole)).join(''));
  const expressions = outer.filter((part) => typeof part !== 'string');
  const parts = json?.split(hole).flatMap((piece, index) => [piece, ...expressions.slice(index, index + 1)]);
  return parts && joined(parts);
}

function mixed(template: Template, source: string, text: string): Neutral | undefined {
  const parts = partsOf(template, source, text);
  return parts && joined(parts);
}

function partsOf({ parts }: Template, source: string, text: string): (string | Expression)[] | undefined {
  const read = parts.map((part) => {
    if (part.kind === 'text') return part.text;
    const inner = /^\$\{(?!~)([^]*)(?<!~)\}$/
      .exec(source.slice(part.range.start, part.range.end))?.[1]
      ?.trim();
    return part.kind === 'interpolation' && inner ? expressionOf(inner, text) : undefined;
  });
  return read.every((part) => part !== undefined) ? read : undefined;
}

/** In a list, whether it is one or not. */
const flattened = /^flatten\(\[([^[\]]*)\]\)$/;

function expressionOf(written: string, text: string): Expression {
  const source = flattened.exec(written)?.[1] ?? written;
  const means = pseudoParameter(source, text);
  return { kind: 'expression', language: 'hcl', source, ...(means && { means }) };
}
