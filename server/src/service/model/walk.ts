import type { ObjectNode, PolicyNode, StringNode } from './nodes';

/** What a walk over a policy's tree meets. Keys of objects are strings too. */
export interface NodeVisitor {
  string?(node: StringNode): void;
  /** With the keys that lead to it; the members of a list have those of the list. */
  object?(node: ObjectNode, path: readonly string[]): void;
}

/** Visits every string and object below a node, in the order of the text. */
export function walk(node: PolicyNode | undefined, visitor: NodeVisitor, path: readonly string[] = []): void {
  if (node?.kind === 'string') visitor.string?.(node);
  if (node?.kind === 'array') for (const item of node.items) walk(item, visitor, path);
  if (node?.kind !== 'object') return;
  visitor.object?.(node, path);
  for (const { key, value } of node.entries) {
    visitor.string?.(key);
    walk(value, visitor, visitor.object ? [...path, key.text] : path);
  }
}
