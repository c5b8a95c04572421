import { findVariables } from '../../checks/variables/findVariables';
import { type Container, membersOf } from '../../edits/edit';
import { type OffsetRange, type PolicyNode, rangeWithin, type StringNode } from '../../model/nodes';
import type { PolicyDocument } from '../../model/policyDocument';

/**
 * What is selected around an offset when a selection grows step by step, innermost first: a field of an ARN or the
 * name of an action, the text, the text with its quotes, the entry, all entries of the object, and so on.
 */
export function selectionRanges({ root }: PolicyDocument, offset: number): OffsetRange[] {
  const steps: OffsetRange[] = [];
  if (root && holds(root.range, offset)) descend(root, offset, steps);
  const outward = steps.reverse();
  return outward.filter(({ start, end }, index) => {
    const inner = outward[index - 1];
    return start < end && (!inner || start < inner.start || inner.end < end);
  });
}

/** Adds the ranges from the outermost to the innermost. */
function descend(node: PolicyNode, offset: number, steps: OffsetRange[]): void {
  steps.push(node.range);
  if (node.kind === 'string') return withinString(node, offset, steps);
  if (node.kind !== 'object' && node.kind !== 'array') return;
  steps.push(...membersRange(node));
  if (node.kind === 'array') {
    const item = node.items.find(({ range }) => holds(range, offset));
    return item && descend(item, offset, steps);
  }
  const entry = node.entries.find(({ range }) => holds(range, offset));
  if (!entry) return;
  steps.push(entry.range);
  const inner = [entry.key, entry.value].find((one) => one && holds(one.range, offset));
  if (inner) descend(inner, offset, steps);
}

/** All members together. Hosts differ in what stands around them. */
function membersRange(node: Container): OffsetRange[] {
  const members = membersOf(node);
  const [first, last] = [members[0], members.at(-1)];
  return first && last ? [{ start: first.range.start, end: last.range.end }] : [];
}

function withinString(node: StringNode, offset: number, steps: OffsetRange[]): void {
  const text = rangeWithin(node, 0, node.text.length);
  if (!holds(text, offset)) return;
  steps.push(text);
  const variable = findVariables(node).find(({ range }) => holds(range, offset));
  const field = fieldsOf(node).find((range) => holds(range, offset));
  if (field && !(variable && variable.range.end > field.end)) steps.push(field);
  if (variable && (!field || variable.range.start >= field.start)) steps.push(variable.range);
}

/** What stands between the colons, of an ARN six fields at most. */
function fieldsOf(node: StringNode): OffsetRange[] {
  const { text } = node;
  if (!text.includes(':')) return [];
  const parts = text.split(':');
  const most = text.startsWith('arn:') ? 6 : 2;
  const fields = [...parts.slice(0, most - 1), parts.slice(most - 1).join(':')];
  let at = 0;
  return fields.map((field) => {
    const range = rangeWithin(node, at, at + field.length);
    at += field.length + 1;
    return range;
  });
}

function holds({ start, end }: OffsetRange, offset: number): boolean {
  return start <= offset && offset <= end;
}
