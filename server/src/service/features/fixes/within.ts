import type { TextEdit } from '../../edits/edit';
import { type OffsetRange, type PolicyNode, rangeWithin, type StringNode } from '../../model/nodes';
import type { FixTarget } from './fix';

/** Another text in place of the part of a string that the finding marks; none where `change` gives none. */
export function within(
  { place, policy, finding, writer }: FixTarget,
  change: (part: string) => string | undefined,
): TextEdit[] {
  const [range] = finding.ranges;
  const node = range && !place && policy.root ? stringAround(policy.root, range) : undefined;
  if (!node) return [];
  const [from, to] = [indexOf(range!.start, node), indexOf(range!.end, node)];
  if (from === undefined || to === undefined) return [];
  const newText = change(node.text.slice(from, to));
  return newText === undefined ? [] : writer.setPart(node, from, to, newText);
}

/** Which character of the string stands at the offset; undefined where it is within an escape. */
function indexOf(offset: number, node: StringNode): number | undefined {
  if (!node.offsets) return offset - node.contentStart;
  for (let index = 0; index <= node.text.length; index++)
    if (rangeWithin(node, index, index).start === offset) return index;
  return undefined;
}

function stringAround(node: PolicyNode, range: OffsetRange): StringNode | undefined {
  if (range.start < node.range.start || node.range.end < range.end) return undefined;
  if (node.kind === 'string') return node;
  for (const inner of innerOf(node)) {
    const found = stringAround(inner, range);
    if (found) return found;
  }
  return undefined;
}

function innerOf(node: PolicyNode): readonly PolicyNode[] {
  if (node.kind === 'array') return node.items;
  if (node.kind !== 'object') return [];
  return node.entries.flatMap(({ key, value }) => [key, ...(value ? [value] : [])]);
}
