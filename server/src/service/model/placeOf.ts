import type { ArrayNode, ObjectNode, OffsetRange, PolicyNode } from './nodes';

/** An object or list, and which of its members leads on to the place. */
export interface Parent {
  readonly container: ObjectNode | ArrayNode;
  readonly index: number;
}

/** A node of a policy with all that it stands in. */
export interface NodePlace {
  readonly node: PolicyNode;
  /** The node is the key of its parent's entry. */
  readonly isKey: boolean;
  /** Innermost first. */
  readonly parents: readonly Parent[];
}

/** The outermost node that has exactly the range; undefined where none has. */
export function placeOf(root: PolicyNode | undefined, range: OffsetRange): NodePlace | undefined {
  return root && find(root, range, []);
}

function find(node: PolicyNode, range: OffsetRange, parents: readonly Parent[]): NodePlace | undefined {
  if (isSame(node.range, range)) return { node, isKey: false, parents };
  if (node.kind === 'array') {
    const index = node.items.findIndex((item) => holds(item.range, range));
    const item = node.items[index];
    return item && find(item, range, [{ container: node, index }, ...parents]);
  }
  if (node.kind !== 'object') return undefined;
  const index = node.entries.findIndex(
    (entry) => holds(entry.key.range, range) || holds(entry.value?.range, range),
  );
  const entry = node.entries[index];
  if (!entry) return undefined;
  const inside = [{ container: node, index }, ...parents];
  if (isSame(entry.key.range, range)) return { node: entry.key, isKey: true, parents: inside };
  return entry.value && find(entry.value, range, inside);
}

function isSame(a: OffsetRange, b: OffsetRange): boolean {
  return a.start === b.start && a.end === b.end;
}

function holds(outer: OffsetRange | undefined, { start, end }: OffsetRange): boolean {
  return outer !== undefined && outer.start <= start && end <= outer.end;
}
