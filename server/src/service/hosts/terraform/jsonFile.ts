import { readJson } from '../../readers/json';
import type { Entry, ObjectNode, PolicyNode, StringNode } from '../../model/nodes';
import {
  type Attribute,
  type Block,
  type Expression,
  type HclFile,
  type Name,
  rangeOf,
  type Template,
  type TemplatePart,
} from './hcl/ast';
import { parseExpression } from './hcl/parse';
import { relocated } from './hcl/relocate';

/**
 * A Terraform file in JSON as the same file in Terraform's language.
 * https://developer.hashicorp.com/terraform/language/syntax/json
 */
export function readJsonFile(text: string): HclFile {
  const { root } = readJson(text, { comments: true });
  const items = root?.kind === 'object' ? root.entries.flatMap(topBlocks) : [];
  return { body: { items, range: rangeOf(0, text.length) }, problems: [], comments: [] };
}

/** How many labels a block of the type has, each a key of its own. */
const labelCounts: Readonly<Record<string, number>> = {
  resource: 2,
  data: 2,
  module: 1,
  output: 1,
  locals: 0,
};

function topBlocks({ key, value }: Entry): Block[] {
  const count = labelCounts[key.text];
  return count === undefined ? [] : labelled(nameOf(key), [], value, count);
}

function labelled(type: Name, labels: readonly Name[], value: PolicyNode | undefined, left: number): Block[] {
  if (value?.kind === 'array') return value.items.flatMap((item) => labelled(type, labels, item, left));
  if (value?.kind !== 'object') return [];
  if (left === 0) return [blockOf(type, labels, value)];
  return value.entries.flatMap((entry) =>
    labelled(type, [...labels, nameOf(entry.key)], entry.value, left - 1),
  );
}

/** Keys that are blocks inside of resources and documents. */
const nested = /^(statement|principals|not_principals|condition|inline_policy|content)$/;

function blockOf(type: Name, labels: readonly Name[], node: ObjectNode): Block {
  const items = node.entries.flatMap((entry): (Attribute | Block)[] => {
    const name = nameOf(entry.key);
    if (name.text === 'dynamic') return labelled(name, [], entry.value, 1);
    if (nested.test(name.text)) return labelled(name, [], entry.value, 0);
    const value = entry.value && expressionOf(entry.value);
    return [{ kind: 'attribute', name, value, range: entry.range }];
  });
  return { kind: 'block', type, labels, body: { items, range: node.range }, range: node.range };
}

function nameOf({ text, range }: StringNode): Name {
  return { text, range };
}

function expressionOf(node: PolicyNode): Expression {
  if (node.kind === 'string') return templateOf(node);
  if (node.kind === 'array') return { kind: 'tuple', range: node.range, items: node.items.map(expressionOf) };
  if (node.kind === 'computed') return { kind: 'other', range: node.range, inner: [] };
  if (node.kind !== 'object') return { kind: node.kind, text: node.text, range: node.range };
  const entries = node.entries.map(({ key, value, range }) => ({
    key: templateOf(key),
    value: value && expressionOf(value),
    computedKey: false,
    range,
  }));
  return { kind: 'object', range: node.range, entries };
}

/** A JSON string is a template, like a quoted string of Terraform's language. */
function templateOf({ text, range, contentStart, offsets }: StringNode): Template {
  const at = (index: number) =>
    offsets?.[index] ?? (index < text.length ? contentStart + index : range.end - 1);
  const parts: TemplatePart[] = [];
  for (let index = 0; index < text.length;) {
    const end = endOfPart(text, index);
    const place = rangeOf(at(index), at(end));
    const source = text.slice(index, end);
    if (isOpening(text, index)) {
      const inner = index + 2;
      const read = source.startsWith('${') ? parseExpression(source.slice(2, -1)) : undefined;
      const value = read && relocated(read, (offset) => at(inner + offset));
      parts.push(
        source.startsWith('$')
          ? { kind: 'interpolation', range: place, value }
          : { kind: 'directive', range: place },
      );
    } else {
      parts.push(textPart(source, place, index, at));
    }
    index = end;
  }
  return { kind: 'template', quoted: true, range, contentStart, contentEnd: at(text.length), parts };
}

function textPart(
  source: string,
  range: TemplatePart['range'],
  from: number,
  at: (index: number) => number,
): TemplatePart {
  const kept = Array.from({ length: source.length }, (_, index) => index).filter(
    (index) => index === 0 || !/^([$%])\1\{/.test(source.slice(index - 1, index + 2)),
  );
  const places = kept.map((index) => at(from + index));
  const isPlain = places.every((place, index) => place === range.start + index);
  const text = kept.map((index) => source[index]).join('');
  return { kind: 'text', text, range, ...(!isPlain && { offsets: places }) };
}

function isOpening(text: string, index: number): boolean {
  return /^[$%]\{/.test(text.slice(index, index + 2)) && !/[$%]/.test(text[index - 1] ?? '');
}

/** To the brace that closes an interpolation, or to where the next one begins. */
function endOfPart(text: string, from: number): number {
  let depth = 0;
  for (let at = from; at < text.length; at++) {
    if (isOpening(text, from)) {
      depth += text[at] === '{' ? 1 : text[at] === '}' ? -1 : 0;
      if (depth === 0 && at > from + 1) return at + 1;
    } else if (at > from && isOpening(text, at)) return at;
  }
  return text.length;
}
