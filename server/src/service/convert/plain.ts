import { Raw, type Value } from '../edits/edit';
import type { ComputedNode, ObjectNode, PolicyNode } from '../model/nodes';

/**
 * A policy without its syntax, for writing it in another one. What is computed stays as the expression that the text
 * has for it.
 *
 * @param expression the text of a computed value where it goes; undefined where it can't go there
 * @returns undefined where something would be lost: a computed value, a key that stands twice, a value that is missing
 */
export function plainValue(
  node: PolicyNode,
  expression: (node: ComputedNode) => string | undefined,
): Value | undefined {
  if (node.kind === 'string') return node.text;
  if (node.kind === 'number') return Number(node.text);
  if (node.kind === 'boolean') return node.text === 'true';
  if (node.kind === 'object') return plainObject(node, expression);
  if (node.kind === 'array') {
    const items = node.items.map((item) => plainValue(item, expression));
    return items.every((item) => item !== undefined) ? items : undefined;
  }
  const source = node.kind === 'computed' ? expression(node) : undefined;
  return source === undefined ? undefined : new Raw(source);
}

function plainObject(
  { entries, merges }: ObjectNode,
  expression: (node: ComputedNode) => string | undefined,
): Value | undefined {
  const object: Record<string, Value> = {};
  for (const { key, value } of entries) {
    const plain = value && plainValue(value, expression);
    const before = object[key.text];
    if (plain === undefined || (before !== undefined && !merges)) return undefined;
    const joined = before === undefined ? plain : join(before, plain);
    if (joined === undefined) return undefined;
    object[key.text] = joined;
  }
  return object;
}

/** Two values of the same key where the host joins them: objects by their keys, others as one list. */
function join(a: Value, b: Value): Value | undefined {
  if (isObject(a) !== isObject(b)) return undefined;
  if (!isObject(a) || !isObject(b)) return [...listOf(a), ...listOf(b)];
  const joined: Record<string, Value> = { ...a };
  for (const [key, value] of Object.entries(b)) {
    const before = joined[key];
    const both = before === undefined ? value : join(before, value);
    if (both === undefined) return undefined;
    joined[key] = both;
  }
  return joined;
}

function isObject(value: Value): value is Readonly<Record<string, Value>> {
  return typeof value === 'object' && !Array.isArray(value) && !(value instanceof Raw);
}

function listOf(value: Value): readonly Value[] {
  return Array.isArray(value) ? (value as readonly Value[]) : [value];
}
