import type { ArrayNode, PolicyNode } from '../../model/nodes';

export function isEmptyList(node: PolicyNode | undefined): node is ArrayNode {
  return node?.kind === 'array' && node.items.length === 0 && !node.unclosed;
}
