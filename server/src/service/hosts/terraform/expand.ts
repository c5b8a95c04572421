import type { Attribute, Block, Call, Conditional, Expression, HclObject, ObjectEntry } from './hcl/ast';
import { attribute, blocks, innerOf } from './hcl/ast';
import { keyText } from './keys';

/** More readings than these are not looked at: conditions within conditions could make any number of them. */
const most = 6;

/**
 * In how many ways a policy has to be read so that every branch of its conditionals is seen once: 0 where it says all as
 * it is written, 1 where only functions stand between.
 */
export function readingsOf(policy: Expression | Block): number {
  return Math.min(most, count(policy));
}

function count(value: Expression | Block | Attribute | undefined): number {
  if (!value) return 0;
  if (value.kind === 'block') return largest(value.body.items.map(count), contentOf(value) ? 1 : 0);
  if (value.kind === 'attribute') return count(value.value);
  if (value.kind === 'template') return count(onlyValue(value));
  if (value.kind === 'tuple' || value.kind === 'object') return largest(innerOf(value).map(count), 0);
  if (value.kind === 'call') return functions.has(value.name.text) ? largest(value.args.map(count), 1) : 0;
  if (value.kind !== 'conditional') return 0;
  return branchesOf(value).reduce((sum, one) => sum + Math.max(1, count(one)), 0);
}

function largest(counts: readonly number[], least: number): number {
  return Math.max(least, ...counts);
}

/** The block in its reading of that number; what a `dynamic` statement makes stands behind it. */
export function expandedBlock(block: Block, reading: number): Block {
  const items = block.body.items.flatMap((item): (Attribute | Block)[] => {
    if (item.kind === 'attribute') return [{ ...item, value: item.value && expanded(item.value, reading) }];
    const content = contentOf(item);
    if (!content) return [expandedBlock(item, reading)];
    const made = expandedBlock(content, reading);
    return [item, isNamedTwice(content, block) ? withoutSid(made) : made];
  });
  return { ...block, body: { ...block.body, items } };
}

/** Blocks of which only one is there at a time may share a name. */
function isNamedTwice(content: Block, { body }: Block): boolean {
  const name = sidOf(content);
  const all = body.items.flatMap((item) => (item.kind === 'block' ? [contentOf(item) ?? item] : []));
  return name !== undefined && all.filter((one) => sidOf(one) === name).length > 1;
}

function sidOf({ body }: Block): string | undefined {
  const value = attribute(body, 'sid')?.value;
  const [only, more] = value?.kind === 'template' ? value.parts : [];
  return only?.kind === 'text' && !more ? only.text : undefined;
}

function withoutSid(block: Block): Block {
  const items = block.body.items.filter((item) => item.kind === 'block' || item.name.text !== 'sid');
  return { ...block, body: { ...block.body, items } };
}

/** A statement of which a `dynamic` block makes any number. Nothing is said of what it seems to lack. */
function contentOf({ type, labels, body }: Block): Block | undefined {
  if (type.text !== 'dynamic' || labels[0]?.text !== 'statement') return undefined;
  const content = blocks(body, 'content')[0];
  if (!content) return undefined;
  const { range, items } = content.body;
  const open = ['principals', 'condition'].map((text): Block => {
    const place = { start: range.start, end: range.start };
    return {
      ...content,
      type: { text: 'dynamic', range: place },
      labels: [{ text, range: place }],
      range: place,
    };
  });
  return {
    ...content,
    type: { ...content.type, text: 'statement' },
    body: { range, items: [...items, ...open] },
  };
}

/** The value in its reading of that number: one branch of every conditional, functions taken for what they give. */
export function expanded(value: Expression, reading: number): Expression {
  const inner = (one: Expression) => expanded(one, reading);
  if (value.kind === 'conditional') return branch(value, reading);
  if (value.kind === 'template') return onlyText(value, reading) ?? value;
  if (value.kind === 'tuple') return { ...value, items: value.items.map(inner) };
  if (value.kind === 'call') return resultOf(value, value.args.map(inner));
  if (value.kind !== 'object') return value;
  return { ...value, entries: value.entries.map((entry) => expandedEntry(entry, reading)) };
}

function expandedEntry(entry: ObjectEntry, reading: number): ObjectEntry {
  return { ...entry, value: entry.value && expanded(entry.value, reading) };
}

function branchesOf({ yes, no }: Conditional): readonly (Expression | undefined)[] {
  return [yes, no];
}

/** A branch that leaves the argument out says nothing, as what is computed. */
function branch(value: Conditional, reading: number): Expression {
  let left = reading;
  let taken: Expression | undefined;
  for (const one of branchesOf(value)) {
    taken = one && expanded(one, left);
    const own = Math.max(1, count(one));
    if (left < own) break;
    left -= own;
  }
  return taken && !isEmpty(taken) ? taken : unknown(value);
}

/** What Terraform takes for nothing, in arguments that may be left out. */
function isEmpty(value: Expression): boolean {
  if (value.kind === 'template') return value.parts.length === 0;
  const isList = value.kind === 'tuple' || value.kind === 'object';
  return value.kind === 'null' || (isList && innerOf(value).length === 0);
}

/** `"${…}"` of one value is that value. */
function onlyText(value: Expression, reading: number): Expression | undefined {
  const only = onlyValue(value);
  const inner = only && expanded(only, reading);
  return inner && /^(template|tuple|object)$/.test(inner.kind) ? inner : undefined;
}

/** The value that a quoted text is, `"${…}"`. */
export function onlyValue(value: Expression): Expression | undefined {
  const [only, more] = value.kind === 'template' && value.quoted ? value.parts : [];
  return only?.kind === 'interpolation' && !more ? only.value : undefined;
}

function unknown({ range }: Expression): Expression {
  return { kind: 'other', inner: [], range };
}

/** Functions that hand on what they are given; what they give where all of it is known, or a part of a list. */
const functions: ReadonlyMap<string, (call: Call, args: readonly Expression[]) => Expression | undefined> =
  new Map([
    ...['concat', 'setunion'].map((name) => [name, listOfAll] as const),
    ...['distinct', 'toset', 'tolist', 'sort', 'reverse', 'tostring', 'sensitive', 'nonsensitive'].map(
      (name) => [name, (_call: Call, [only]: readonly Expression[]) => only] as const,
    ),
    ['compact', (_call, [only]) => only && withoutEmpty(only)],
    [
      'flatten',
      (_call, [only]) => (only?.kind === 'tuple' ? { ...only, items: flat(only.items) } : undefined),
    ],
    [
      'formatlist',
      ({ range, name }, args) =>
        tuple(range, [{ kind: 'call', name: { ...name, text: 'format' }, args, range }]),
    ],
    ['merge', mergedObject],
  ]);

function resultOf(call: Call, args: readonly Expression[]): Expression {
  return functions.get(call.name.text)?.(call, args) ?? { ...call, args };
}

function tuple(range: Expression['range'], items: readonly Expression[]): Expression {
  return { kind: 'tuple', range, items };
}

/** A list of which nothing is known is any number of unknown items. */
function listOfAll({ range }: Call, args: readonly Expression[]): Expression {
  return tuple(
    range,
    args.flatMap((arg) => (arg.kind === 'tuple' ? arg.items : [unknown(arg)])),
  );
}

function flat(items: readonly Expression[]): Expression[] {
  return items.flatMap((item) =>
    item.kind === 'tuple' ? flat(item.items) : item.kind === 'template' ? [item] : [unknown(item)],
  );
}

function withoutEmpty(list: Expression): Expression {
  return list.kind === 'tuple' ? { ...list, items: list.items.filter((item) => !isEmpty(item)) } : list;
}

/** Later entries go before earlier ones of the same key. */
export function mergedObject({ range }: Call, args: readonly Expression[]): HclObject | undefined {
  const entries = new Map<string, ObjectEntry>();
  for (const arg of args) {
    if (arg.kind !== 'object') return undefined;
    for (const entry of arg.entries) {
      const key = entry.computedKey ? undefined : keyText(entry.key);
      if (key === undefined) return undefined;
      entries.set(key, entry);
    }
  }
  return { kind: 'object', range, entries: [...entries.values()] };
}
