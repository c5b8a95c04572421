import type { Attribute, Block, Call, Conditional, Expression, HclObject, ObjectEntry } from './hcl/ast';
import { attribute, blocks, innerOf } from './hcl/ast';
import { casesOf, type Choose, type Chosen, noBranches } from '../cases';
import { keyText } from './keys';

/** What can be seen in a document, an expression or a part of one. */
type Source = Expression | Block | Attribute;

/**
 * How a policy has to be read so that every branch of its conditionals is seen: not at all where it says everything as it
 * is written, once where only functions or `dynamic` blocks stand between.
 */
export function readingsOf(policy: Expression | Block): readonly Choose[] {
  const cases = casesOf<Source>(policy, chosen);
  return cases.length === 0 && isMade(policy) ? [noBranches] : cases;
}

const chosen: Chosen<Source> = {
  decisionOf: (value) =>
    value.kind === 'conditional' ? { condition: value.test, branches: [value.yes, value.no] } : undefined,
  partsOf: (value) => {
    if (value.kind === 'block') return value.body.items;
    if (value.kind === 'attribute') return value.value ? [value.value] : [];
    if (value.kind === 'template') return onlyValue(value) ? [onlyValue(value)!] : [];
    if (value.kind === 'call') return functions.has(value.name.text) ? value.args : [];
    return value.kind === 'tuple' || value.kind === 'object' ? innerOf(value) : [];
  },
  isNothing: (value) => value.kind !== 'block' && value.kind !== 'attribute' && isEmpty(value),
};

/** Functions or `dynamic` blocks make some of it. */
function isMade(value: Source): boolean {
  if (value.kind === 'call') return functions.has(value.name.text);
  return (value.kind === 'block' && contentOf(value) !== undefined) || chosen.partsOf(value).some(isMade);
}

/** `dynamic` blocks, of which nobody knows how many statements they make, if any. */
export function hasDynamicStatements({ body }: Block): boolean {
  return body.items.some((item) => item.kind === 'block' && contentOf(item) !== undefined);
}

/** The block with the branches that are chosen; what a `dynamic` statement makes stands behind it. */
export function expandedBlock(block: Block, choose: Choose): Block {
  const items = block.body.items.flatMap((item): (Attribute | Block)[] => {
    if (item.kind === 'attribute') return [{ ...item, value: item.value && expanded(item.value, choose) }];
    const content = contentOf(item);
    if (!content) return [expandedBlock(item, choose)];
    const made = expandedBlock(content, choose);
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

/** The value with the branches that are chosen, functions taken for what they give. */
export function expanded(value: Expression, choose: Choose): Expression {
  const inner = (one: Expression) => expanded(one, choose);
  if (value.kind === 'conditional') return branch(value, choose);
  if (value.kind === 'template') return onlyText(value, choose) ?? value;
  if (value.kind === 'tuple') return { ...value, items: value.items.map(inner) };
  if (value.kind === 'call') return resultOf(value, value.args.map(inner));
  if (value.kind !== 'object') return value;
  return { ...value, entries: value.entries.map((entry) => expandedEntry(entry, choose)) };
}

function expandedEntry(entry: ObjectEntry, choose: Choose): ObjectEntry {
  return { ...entry, value: entry.value && expanded(entry.value, choose) };
}

/** A branch that leaves the argument out says nothing, as what is computed. */
function branch(value: Conditional, choose: Choose): Expression {
  const index = choose(value.test);
  const written = index === undefined ? undefined : [value.yes, value.no][index];
  const taken = written && expanded(written, choose);
  return taken && !isEmpty(taken) ? taken : unknown(value);
}

/** What Terraform takes for nothing, in arguments that may be left out. */
function isEmpty(value: Expression): boolean {
  if (value.kind === 'template') return value.parts.length === 0;
  const isList = value.kind === 'tuple' || value.kind === 'object';
  return value.kind === 'null' || (isList && innerOf(value).length === 0);
}

/** `"${…}"` of one value is that value. */
function onlyText(value: Expression, choose: Choose): Expression | undefined {
  const only = onlyValue(value);
  const inner = only && expanded(only, choose);
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
