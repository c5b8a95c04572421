import type { Entry, ObjectNode, OffsetRange, PolicyNode, StringNode } from '../model/nodes';
import type { PolicyDocument } from '../model/policyDocument';

/** What stands at an offset of a policy. */
export interface Location {
  /** Keys from the policy object to here; places in lists are left out: `['Statement', 'Action']`. */
  readonly path: readonly string[];
  /** `key`: a key is or could be written here; `value`: a value. */
  readonly role: 'key' | 'value';
  /** The string at the offset, where there is one. */
  readonly node: StringNode | undefined;
  /** The innermost object around the offset. */
  readonly object: ObjectNode | undefined;
  /** The objects around the offset, outermost first. */
  readonly objects: readonly ObjectNode[];
  /** The entry whose key or value is here. */
  readonly entry: Entry | undefined;
}

/** Finds what stands at the offset; the ends of a string belong to it, so that a cursor beside a quote finds it. */
export function locate(policy: PolicyDocument, offset: number): Location {
  const objects: ObjectNode[] = [];
  const path: string[] = [];
  let node: PolicyNode | undefined = policy.root;
  let entry: Entry | undefined;
  while (node && isInside(node, offset)) {
    if (node.kind === 'object') {
      objects.push(node);
      const found: Entry | undefined = entryAt(node, offset);
      if (!found) return { path, role: 'key', node: undefined, object: node, objects, entry: undefined };
      if (touches(found.key.range, offset)) {
        return { path, role: 'key', node: found.key, object: node, objects, entry: found };
      }
      path.push(found.key.text);
      entry = found;
      node = found.value && touches(found.value.range, offset) ? found.value : undefined;
    } else if (node.kind === 'array') {
      node = node.items.find((item) => touches(item.range, offset));
    } else {
      break;
    }
  }
  const string = node?.kind === 'string' ? node : undefined;
  return {
    path,
    role: 'value',
    node: string,
    object: objects.at(-1),
    objects,
    entry,
  };
}

/** Inside the brackets where there are some, not merely beside them. */
function isInside(node: PolicyNode, offset: number): boolean {
  if ((node.kind !== 'object' && node.kind !== 'array') || node.isBare) return touches(node.range, offset);
  return offset > node.range.start && (offset < node.range.end || Boolean(node.unclosed));
}

function touches({ start, end }: OffsetRange, offset: number): boolean {
  return start <= offset && offset <= end;
}

/** The entry that the offset belongs to: on its key, on its value, or between the two. */
function entryAt({ entries }: ObjectNode, offset: number): Entry | undefined {
  for (const entry of entries) {
    const { key, value } = entry;
    if (offset < key.range.start) return undefined;
    if (touches(key.range, offset)) return entry;
    if (value && offset <= value.range.end) return entry;
    if (!value && offset > key.range.end && isLast(entry, entries, offset)) return entry;
  }
  return undefined;
}

/** No other key begins between a key without a value and the offset. */
function isLast(entry: Entry, entries: readonly Entry[], offset: number): boolean {
  return !entries.some(({ key }) => key.range.start > entry.key.range.start && key.range.start <= offset);
}
