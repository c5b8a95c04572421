import type { Entry, ObjectNode, OffsetRange, PolicyNode, StringNode } from '../../model/nodes';
import { attribute, type Attribute, type Block, blocks, type Body, type Expression } from './hcl/ast';
import { computed, templateValue } from './computedNodes';

/**
 * An `aws_iam_policy_document` data source as the policy it makes. What it leaves out and the provider fills in
 * (version, effect) is there with an empty place.
 * https://registry.terraform.io/providers/hashicorp/aws/latest/docs/data-sources/iam_policy_document
 */
export function documentNode({ body, range, unclosed }: Block): ObjectNode {
  const version = attribute(body, 'version');
  const id = attribute(body, 'policy_id');
  const entries = [
    version && isSet(version)
      ? attributeEntry('Version', version)
      : assumed('Version', '2012-10-17', body.range.start),
    ...(id ? [attributeEntry('Id', id)] : []),
    statementsEntry(body),
  ];
  return { kind: 'object', range, entries: inOrder(entries), ...(unclosed && { unclosed }) };
}

/** Arguments that bring in statements of other documents. */
const others = ['source_policy_documents', 'override_policy_documents', 'source_json', 'override_json'];

function statementsEntry(body: Body): Entry {
  const items = body.items.flatMap((item): PolicyNode[] => {
    if (item.kind === 'attribute') return others.includes(item.name.text) ? [unknown(item)] : [];
    if (isDynamic(item, 'statement')) return [unknown(item)];
    return item.type.text === 'statement' ? [statementNode(item)] : [];
  });
  const first = blocks(body, 'statement')[0]?.type.range ?? empty(body.range.start);
  const range = around(items, body.range.start);
  // A document without a statement is what modules have for nothing, beside others.
  const value: PolicyNode =
    items.length === 0 ? { kind: 'computed', range } : { kind: 'array', isBare: true, range, items };
  return { key: named('Statement', first), value, range };
}

const lists: Readonly<Record<string, string>> = {
  actions: 'Action',
  not_actions: 'NotAction',
  resources: 'Resource',
  not_resources: 'NotResource',
};
const scalars: Readonly<Record<string, string>> = { sid: 'Sid', effect: 'Effect' };

function statementNode({ body, range, unclosed }: Block): ObjectNode {
  const attributes = body.items.flatMap((item) => {
    const element =
      item.kind === 'attribute' ? (lists[item.name.text] ?? scalars[item.name.text]) : undefined;
    return element !== undefined && item.kind === 'attribute' && !isLeftOut(element, item.value)
      ? [attributeEntry(element, item)]
      : [];
  });
  const entries = [
    ...(isSet(attribute(body, 'effect')) ? [] : [assumed('Effect', 'Allow', body.range.start)]),
    ...attributes,
    ...blocksEntry(body, 'principals', 'Principal', principalsNode),
    ...blocksEntry(body, 'not_principals', 'NotPrincipal', principalsNode),
    ...blocksEntry(body, 'condition', 'Condition', conditionsNode),
  ];
  return { kind: 'object', range, entries: inOrder(entries), ...(unclosed && { unclosed }) };
}

/** Null is as good as not written. */
function isSet(found: Attribute | undefined): boolean {
  return found !== undefined && found.value?.kind !== 'null';
}

/** The provider leaves out what is null, and a Sid that is empty. */
function isLeftOut(element: string, value: Expression | undefined): boolean {
  const isEmptyText = value?.kind === 'template' && value.parts.length === 0 && !value.unclosed;
  return value?.kind === 'null' || (element === 'Sid' && isEmptyText);
}

/** All blocks of the type as one element; computed where a dynamic block may bring more of them. */
function blocksEntry(
  body: Body,
  type: string,
  element: string,
  read: (found: readonly Block[], range: OffsetRange) => PolicyNode,
): Entry[] {
  const found = blocks(body, type);
  const dynamic = body.items.filter((item): item is Block => item.kind === 'block' && isDynamic(item, type));
  const [first] = [...found, ...dynamic];
  if (!first) return [];
  const range = around([...found, ...dynamic], body.range.start);
  const value: PolicyNode = dynamic.length > 0 ? { kind: 'computed', range } : read(found, range);
  return [{ key: named(element, first.type.range), value, range }];
}

function isDynamic({ type, labels }: Block, name: string): boolean {
  return type.text === 'dynamic' && labels[0]?.text === name;
}

/** `principals` blocks; a type of `*` with the one identifier `*` is everybody. */
function principalsNode(found: readonly Block[], range: OffsetRange): PolicyNode {
  const entries: Entry[] = [];
  for (const { body, range: own } of found) {
    const type = stringOf(attribute(body, 'type'));
    const identifiers = attribute(body, 'identifiers');
    if (!type || !identifiers?.value) return { kind: 'computed', range };
    const value = listNode(identifiers.value);
    if (type.text === '*') {
      const only = value.kind === 'array' && value.items.length === 1 ? value.items[0]! : undefined;
      return only?.kind === 'string' && found.length === 1 ? only : { kind: 'computed', range };
    }
    entries.push({ key: type, value, range: own });
  }
  return { kind: 'object', isBare: true, merges: true, range, entries };
}

/** `condition` blocks; those with the same test are one operator. */
function conditionsNode(found: readonly Block[], range: OffsetRange): PolicyNode {
  const entries: Entry[] = [];
  for (const { body, range: own } of found) {
    const test = stringOf(attribute(body, 'test'));
    const variable = stringOf(attribute(body, 'variable'));
    const values = attribute(body, 'values');
    if (!test || !variable || !values?.value) return { kind: 'computed', range };
    const clause: Entry = { key: variable, value: listNode(values.value), range: own };
    entries.push({
      key: test,
      value: { kind: 'object', isBare: true, range: own, entries: [clause] },
      range: own,
    });
  }
  return { kind: 'object', isBare: true, merges: true, range, entries };
}

function attributeEntry(element: string, { name, value, range }: Attribute): Entry {
  return { key: named(element, name.range), value: value && listNode(value), range };
}

/** A value of a document: lists of strings, whatever numbers and Booleans stand in them. */
function listNode(value: Expression): PolicyNode {
  if (value.kind === 'tuple') {
    const { range, items, unclosed } = value;
    return { kind: 'array', range, items: items.map(textNode), ...(unclosed && { unclosed }) };
  }
  return textNode(value);
}

function textNode(value: Expression): PolicyNode {
  if (value.kind === 'template') return templateValue(value, true);
  if (value.kind === 'number' || value.kind === 'boolean') {
    return { kind: 'string', text: value.text, range: value.range, contentStart: value.range.start };
  }
  return computed(value, true);
}

function stringOf(found: Attribute | undefined): StringNode | undefined {
  const node = found?.value && textNode(found.value);
  return node?.kind === 'string' ? node : undefined;
}

/** A name that the policy has and the text spells otherwise. */
function named(text: string, range: OffsetRange): StringNode {
  return { kind: 'string', text, range, contentStart: range.start };
}

/** What holds where the text says nothing. */
function assumed(key: string, text: string, at: number): Entry {
  const range = empty(at);
  return { key: named(key, range), value: named(text, range), range };
}

function unknown({ range }: Attribute | Block): PolicyNode {
  return { kind: 'computed', range };
}

function empty(at: number): OffsetRange {
  return { start: at, end: at };
}

function around(items: readonly { readonly range: OffsetRange }[], otherwise: number): OffsetRange {
  const [first] = items;
  return first ? { start: first.range.start, end: items.at(-1)!.range.end } : empty(otherwise);
}

function inOrder(entries: Entry[]): Entry[] {
  return entries.sort((a, b) => a.range.start - b.range.start);
}
