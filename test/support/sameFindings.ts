import { membersOf } from '../../server/src/service/edits/edit';
import {
  type OffsetRange,
  type PolicyNode,
  rangeWithin,
  type StringNode,
} from '../../server/src/service/model/nodes';

/** Where a finding is, told by keys and positions: the same in every syntax. `Statement/0/Action/1`. */
export function pathOf(root: PolicyNode | undefined, range: OffsetRange): string {
  return (root && within(root, range)) ?? `nowhere ${range.start}-${range.end}`;
}

function within(node: PolicyNode, range: OffsetRange): string | undefined {
  if (isSame(node.range, range)) return '';
  if (node.kind === 'string') return partOf(node, range);
  if (node.kind !== 'object' && node.kind !== 'array') return undefined;
  const members = membersOf(node);
  for (const [index, member] of members.entries()) {
    if (!('key' in member)) {
      const inner = within(member, range);
      if (inner !== undefined) return `/${index}${inner}`;
      continue;
    }
    const name = `/${member.key.text}#${index}`;
    if (isSame(member.key.range, range)) return `${name} key`;
    const inner = member.value && within(member.value, range);
    if (inner !== undefined) return name + inner;
    const part = partOf(member.key, range);
    if (part !== undefined) return `${name} key${part}`;
    if (isSame(member.range, range)) return `${name} entry`;
  }
  return undefined;
}

/** Characters of a string. */
function partOf(node: StringNode, range: OffsetRange): string | undefined {
  if (range.start < node.range.start || node.range.end < range.end) return undefined;
  const places = Array.from(
    { length: node.text.length + 1 },
    (_, index) => rangeWithin(node, index, index).start,
  );
  const [from, to] = [places.indexOf(range.start), places.lastIndexOf(range.end)];
  return from < 0 || to < 0 ? undefined : `[${from}-${to}]`;
}

function isSame(a: OffsetRange, b: OffsetRange): boolean {
  return a.start === b.start && a.end === b.end;
}
