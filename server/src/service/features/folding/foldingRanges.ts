import type { OffsetRange, PolicyNode } from '../../model/nodes';
import type { PolicyDocument } from '../../model/policyDocument';

/** What can be hidden from view; the first and the last line stay. */
export interface FoldingRange extends OffsetRange {
  readonly kind: 'region' | 'comment';
}

/** Objects, lists and comments. Those of one line are among them; only the host knows lines. */
export function foldingRanges({ root, comments }: PolicyDocument): FoldingRange[] {
  const found: FoldingRange[] = comments.map(({ range }) => ({ ...range, kind: 'comment' }));
  if (root) collect(root, found);
  return found;
}

function collect(node: PolicyNode, found: FoldingRange[]): void {
  if (node.kind !== 'object' && node.kind !== 'array') return;
  found.push({ ...node.range, kind: 'region' });
  if (node.kind === 'array') for (const item of node.items) collect(item, found);
  else for (const { value } of node.entries) if (value) collect(value, found);
}
