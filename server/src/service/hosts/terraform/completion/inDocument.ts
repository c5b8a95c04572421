import { elementOf } from '../../../edits/terraform/blocks';
import { policyKeys } from '../../../features/completion/elements';
import { policyEntries } from '../../../features/completion/policies';
import { attribute, type Attribute, type Block, blocks, type Body, type HclFile } from '../hcl/ast';
import {
  type Around,
  type Cursor,
  inTuple,
  inValue,
  isSameLine,
  nameOf,
  none,
  shapeOf,
  textOf,
  touches,
} from './inValue';
import { conditionArguments, documentArguments, principalArguments, principalTypes } from './ownArguments';
import { lineEndAt, lineStartAt } from '../../../model/lines';

/** The place in a policy document of the file. */
export function inDocument(block: Block, file: HclFile, cursor: Cursor): Around | undefined {
  const inner = blockAround(block.body, cursor);
  if (inner) return inner.name === 'statement' ? inStatement(inner.body, cursor) : undefined;
  const own = [policyKeys, policyEntries, documentArguments(otherDocuments(file, block))];
  return inBody(block.body, cursor, { ...none, path: [], role: 'key', own });
}

/** How the other policy documents of the file are referred to. */
function otherDocuments({ body }: HclFile, block: Block): string[] {
  return blocks(body, 'data')
    .filter((one) => one !== block && one.labels[0]?.text === 'aws_iam_policy_document')
    .flatMap(({ labels }) => (labels[1] ? [`data.${labels[0]!.text}.${labels[1].text}.json`] : []));
}

/** The block around the cursor; what a dynamic block repeats is as good as written out. */
function blockAround(body: Body, cursor: Cursor): { name: string; body: Body } | undefined {
  const found = body.items.find(
    (item): item is Block => item.kind === 'block' && isInBody(item, cursor.offset),
  );
  if (found?.type.text !== 'dynamic') return found && { name: found.type.text, body: found.body };
  const content = blocks(found.body, 'content').find((one) => isInBody(one, cursor.offset));
  return { name: content ? (found.labels[0]?.text ?? '') : '', body: (content ?? found).body };
}

function inStatement(body: Body, cursor: Cursor): Around | undefined {
  const inner = blockAround(body, cursor);
  if (!inner) return inBody(body, cursor, { ...none, path: ['Statement'], role: 'key' });
  const element = elementOf(inner.name);
  if (element === 'Principal' || element === 'NotPrincipal') return inPrincipals(inner.body, cursor, element);
  return element === 'Condition' ? inCondition(inner.body, cursor) : undefined;
}

/** `type` takes what is a key in a policy, `identifiers` its values. */
function inPrincipals(body: Body, cursor: Cursor, element: string): Around | undefined {
  const path = ['Statement', element];
  const type = attribute(body, 'type')?.value;
  const own = [principalArguments((name) => textsOf(body, name))];
  return (
    inArgument(body, 'type', cursor, { ...none, path, role: 'key', own: [principalTypes] }) ??
    inArgument(body, 'identifiers', cursor, {
      ...none,
      path: [...path, nameOf(type) ?? ''],
      role: 'value',
    }) ??
    inNames(body, cursor, { ...none, path, role: 'key', own })
  );
}

/** `test` and `variable` take what are keys in a policy. */
function inCondition(body: Body, cursor: Cursor): Around | undefined {
  const path = ['Statement', 'Condition'];
  const test = nameOf(attribute(body, 'test')?.value) ?? '';
  const variable = nameOf(attribute(body, 'variable')?.value) ?? '';
  const own = [conditionArguments((name) => textsOf(body, name))];
  return (
    inArgument(body, 'test', cursor, { ...none, path, role: 'key' }) ??
    inArgument(body, 'variable', cursor, { ...none, path: [...path, test], role: 'key' }) ??
    inArgument(body, 'values', cursor, { ...none, path: [...path, test, variable], role: 'value' }) ??
    inNames(body, cursor, { ...none, path, role: 'key', own })
  );
}

/** What an argument says, in a list each of its items; what is computed is left out. */
function textsOf(body: Body, name: string): string[] {
  const value = attribute(body, name)?.value;
  const items = value?.kind === 'tuple' ? value.items : value ? [value] : [];
  return items.flatMap((item) => (item.kind === 'template' ? (textOf(item) ?? []) : []));
}

function inArgument(body: Body, name: string, cursor: Cursor, around: Around): Around | undefined {
  const found = attribute(body, name);
  if (!found || cursor.offset <= found.name.range.end) return undefined;
  const { value } = found;
  if (!value) return isSameLine(cursor, found.name.range.end) ? around : undefined;
  if (!touches(value.range, cursor.offset)) return undefined;
  if (value.kind !== 'tuple') return inValue(value, cursor, around.path, []) && around;
  const inside = inTuple(value, cursor, around.path, []);
  return inside && { ...around, inList: true, items: inside.items };
}

/** Arguments and blocks that are elements of the policy or of a statement. */
function inBody(body: Body, cursor: Cursor, around: Around): Around | undefined {
  const { offset } = cursor;
  for (const item of body.items) {
    if (item.kind === 'block') continue;
    const { name, value } = item;
    const siblings = siblingsIn(body, item);
    const path = [...around.path, elementOf(name.text) ?? name.text];
    if (value && !touches(name.range, offset) && touches(value.range, offset))
      return inValue(value, cursor, path, siblings);
    if (!value && offset > name.range.end && isSameLine(cursor, name.range.end))
      return { ...none, path, role: 'value', siblings };
  }
  return inNames(body, cursor, around);
}

/** A name belongs here, be it that of an argument or of a block. */
function inNames(body: Body, cursor: Cursor, around: Around): Around | undefined {
  const item = body.items.find((one) => touches(typeOf(one).range, cursor.offset));
  if (!item && !isAlone(cursor)) return undefined;
  const siblings = siblingsIn(body, item);
  if (!item) return { ...around, siblings, again };
  if (item.kind === 'block')
    return item.labels.length > 0 ? undefined : { ...around, siblings, again, valueBehind: 'object' };
  // A block's arguments differ in what they take; what is computed may be either.
  const isOpen = around.path.length > 1 && item.value?.kind !== 'template' && item.value?.kind !== 'tuple';
  return { ...around, siblings, again, valueBehind: isOpen ? undefined : item.value && shapeOf(item.value) };
}

/** Elements that have a block each time. */
const again = ['Statement', 'Principal', 'NotPrincipal', 'Condition'];

function siblingsIn(body: Body, item: Attribute | Block | undefined): string[] {
  return body.items.flatMap((one) => {
    if (one === item) return [];
    const isDynamic = one.kind === 'block' && one.type.text === 'dynamic';
    const { text } = (isDynamic ? one.labels[0] : undefined) ?? typeOf(one);
    return [elementOf(text) ?? text];
  });
}

function typeOf(item: Attribute | Block) {
  return item.kind === 'block' ? item.type : item.name;
}

/** Nothing stands in the line but the word under the cursor, and what opens or ends the block. */
function isAlone({ text, offset }: Cursor): boolean {
  const before = text.slice(lineStartAt(text, offset), offset);
  const behind = text.slice(offset, lineEndAt(text, offset));
  return /(^|\{)\s*[\w-]*$/.test(before) && /^[\w-]*\s*($|[}={:#]|\/[/*])/.test(behind);
}

function isInBody({ body, unclosed }: Block, offset: number): boolean {
  return body.range.start <= offset && (offset <= body.range.end || Boolean(unclosed));
}
