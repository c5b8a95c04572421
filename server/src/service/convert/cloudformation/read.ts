import { functionOf } from '../../hosts/cloudformation/intrinsics';
import type { OffsetRange, PolicyNode } from '../../model/nodes';
import type { PolicyDocument } from '../../model/policyDocument';
import { readJson } from '../../readers/json';
import { yamlNodes } from '../../readers/yaml/nodes';
import { parseYaml } from '../../readers/yaml/parse';
import { type Neutral, toNeutral } from '../neutral';
import { isLiteral } from '../shape';
import { lineStartAt } from '../../model/lines';
import { jsonText } from '../jsonText';

/** A value that stands in YAML, with CloudFormation's functions kept; undefined where it is broken. */
export function yamlValue(text: string, { start, end }: OffsetRange): Neutral | undefined {
  const column = start - lineStartAt(text, start);
  const parsed = parseYaml(' '.repeat(column) + text.slice(start, end));
  if (!parsed || parsed.problems.length > 0) return undefined;
  return toNeutral(yamlNodes(parsed), callIn);
}

/** A function of CloudFormation stays what it is. */
function callIn(node: PolicyNode): Neutral | undefined {
  const call = node.kind === 'object' ? functionOf(node) : undefined;
  const argument = call && toNeutral(call.argument, callIn);
  return argument && { kind: 'expression', language: 'cloudformation', name: call.name, argument };
}

/**
 * A policy that stands in YAML as a map. CloudFormation hands numbers on as they are written. Undefined where something
 * else than CloudFormation fills in its texts.
 */
export function yamlPolicy(text: string, policy: PolicyDocument): Neutral | undefined {
  if (policy.root?.kind !== 'object' || isFilledInElsewhere(policy.root, text)) return undefined;
  const statements = statementsAlone(policy, text);
  const value = yamlValue(text, (statements ?? policy.root).range);
  return value && asDocument(withoutNumbers(value), statements !== undefined);
}

/** A policy that stands in a template of JSON as an object. */
export function jsonTemplatePolicy(text: string, policy: PolicyDocument): Neutral | undefined {
  if (policy.root?.kind !== 'object') return undefined;
  const statements = statementsAlone(policy, text);
  const { start, end } = (statements ?? policy.root).range;
  const { root, problems } = readJson(text.slice(start, end), { comments: true });
  const value = problems.length === 0 ? toNeutral(root, callIn) : undefined;
  return value && asDocument(value, statements !== undefined);
}

/** A policy that stands as JSON in the text of `Fn::Sub`; undefined where that has values of its own to fill in. */
export function policyInSub(text: string, { root }: PolicyDocument): Neutral | undefined {
  const start = root?.range.start ?? 0;
  const isShort = /(!Sub|Fn::Sub["']?\s*:)\s*(["']|[|>][-+\d]*[ \t]*\r?\n\s*)?$/.test(text.slice(0, start));
  let isSayable = isShort;
  const value = toNeutral(root, ({ kind, range }) => {
    if (kind !== 'computed' || !isSayable) return undefined;
    const template = jsonText(text.slice(range.start, range.end));
    isSayable = template !== undefined;
    const argument = { kind: 'string', text: template ?? '' } as const;
    return { kind: 'expression', language: 'cloudformation', name: 'Fn::Sub', argument };
  });
  return isSayable || (value && isLiteral(value)) ? value : undefined;
}

/** The statements of a policy that has nothing else, because the host makes the document around them. */
function statementsAlone({ root }: PolicyDocument, text: string): PolicyNode | undefined {
  const entries = root?.kind === 'object' ? root.entries : [];
  const [version, statement] = entries;
  if (entries.length !== 2 || version?.key.text !== 'Version') return undefined;
  const { start, end } = version.key.range;
  return /^["']?Version["']?$/.test(text.slice(start, end)) ? undefined : statement?.value;
}

function asDocument(value: Neutral, isStatements: boolean): Neutral {
  if (!isStatements) return value;
  const version = { kind: 'string', text: '2012-10-17' } as const;
  return {
    kind: 'map',
    entries: [
      ['Version', version],
      ['Statement', value],
    ],
  };
}

function withoutNumbers(value: Neutral): Neutral {
  if (value.kind === 'list') return { kind: 'list', items: value.items.map(withoutNumbers) };
  if (value.kind === 'map')
    return { kind: 'map', entries: value.entries.map(([key, item]) => [key, withoutNumbers(item)]) };
  return value.kind === 'bare' && /\d/.test(value.text) ? { kind: 'string', text: value.text } : value;
}

/** A plain string is computed, and not by a dynamic reference: other tools than CloudFormation fill in every text. */
function isFilledInElsewhere(node: PolicyNode, text: string): boolean {
  if (node.kind === 'array') return node.items.some((item) => isFilledInElsewhere(item, text));
  if (node.kind === 'object')
    return node.entries.some(({ value }) => value && isFilledInElsewhere(value, text));
  if (node.kind !== 'computed') return false;
  const source = text.slice(node.range.start, node.range.end);
  return !/^([!{*]|["']?(Fn::|Ref\b))/.test(source) && source.includes('${');
}
