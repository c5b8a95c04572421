import type { Entry, PolicyNode, StringNode } from '../../model/nodes';
import { computed, templateValue } from './computedNodes';
import type { Expression, HclObject, ObjectEntry } from './hcl/ast';
import { templateNode } from './templateNodes';

/** What `jsonencode` makes of an expression; computed where only Terraform knows its value. */
export function valueNode(value: Expression): PolicyNode {
  if (value.kind === 'template') return templateValue(value);
  if (value.kind === 'object') return objectNode(value);
  if (value.kind === 'number' || value.kind === 'boolean' || value.kind === 'null')
    return { kind: value.kind, text: value.text, range: value.range };
  if (value.kind !== 'tuple') return computed(value);
  const { range, items, unclosed } = value;
  return { kind: 'array', range, items: items.map(valueNode), ...(unclosed && { unclosed }) };
}

/** An object with a key that is computed is computed as a whole: the key may be any. */
function objectNode({ range, entries, unclosed }: HclObject): PolicyNode {
  const read: Entry[] = [];
  for (const entry of entries) {
    const key = keyNode(entry);
    if (!key) return { kind: 'computed', range };
    read.push({ key, value: entry.value && valueNode(entry.value), range: entry.range });
  }
  return { kind: 'object', range, entries: read, ...(unclosed && { unclosed }) };
}

/** A word in place of a key stands for itself, unless parentheses make a reference of it. */
export function keyNode({ key, computedKey }: ObjectEntry): StringNode | undefined {
  if (computedKey) return undefined;
  const isWord =
    (key.kind === 'reference' && /^[\w-]+$/.test(key.text)) ||
    key.kind === 'null' ||
    key.kind === 'boolean' ||
    key.kind === 'number';
  if (isWord) return { kind: 'string', text: key.text, range: key.range, contentStart: key.range.start };
  const node = key.kind === 'template' ? templateNode(key) : undefined;
  return node?.kind === 'string' ? node : undefined;
}
