import type { PolicyNode } from '../../model/nodes';

/** The fewest characters that the policy can have as JSON without white space: what is computed may be empty. */
export function lowerBoundOf(node: PolicyNode | undefined): number {
  if (!node) return 0;
  if (node.kind === 'computed') return (node.parts ?? []).reduce((all, part) => all + (part?.length ?? 0), 0);
  if (node.kind === 'string') return JSON.stringify(node.text).length;
  if (node.kind === 'array') return sum(node.items.map(lowerBoundOf));
  if (node.kind !== 'object') return node.text.length;
  return sum(node.entries.map(({ key, value }) => lowerBoundOf(key) + 1 + lowerBoundOf(value)));
}

/** With brackets and commas. */
function sum(lengths: readonly number[]): number {
  return lengths.reduce((all, length) => all + length, 0) + Math.max(0, lengths.length - 1) + 2;
}
