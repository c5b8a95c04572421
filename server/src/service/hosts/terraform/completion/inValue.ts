import type { Place, Spot } from '../../../features/completion/place';
import type { OffsetRange } from '../../../model/nodes';
import type { Expression, HclObject, Template, Tuple } from '../hcl/ast';

/** Where in the policy the cursor stands, and the text that would be replaced there. */
export interface Cursor {
  readonly text: string;
  readonly offset: number;
}

/** What is known of a place before the word under the cursor is read. */
export type Around = Pick<
  Place,
  'path' | 'role' | 'siblings' | 'again' | 'valueBehind' | 'inList' | 'items'
> &
  Pick<Spot, 'own'>;

export const none = { siblings: [], valueBehind: undefined, inList: false, items: [] } as const;

export function inObject(object: HclObject, cursor: Cursor, path: readonly string[]): Around | undefined {
  const { offset } = cursor;
  const keys = object.entries.map(({ key }) => nameOf(key) ?? '');
  for (const [index, { key, value, range }] of object.entries.entries()) {
    const siblings = keys.filter((_, other) => other !== index);
    if (touches(key.range, offset)) {
      return { ...none, path, role: 'key', siblings, valueBehind: value && shapeOf(value) };
    }
    if (offset < key.range.start) break;
    const inner = [...path, keys[index]!];
    if (value && touches(value.range, offset)) return inValue(value, cursor, inner, siblings);
    const isBetween =
      offset > key.range.end && (value ? offset < value.range.start : isSameLine(cursor, range.end));
    if (isBetween && /[=:]\s*\S*$/.test(cursor.text.slice(key.range.end, offset)))
      return { ...none, path: inner, role: 'value', siblings };
  }
  return { ...none, path, role: 'key', siblings: keys };
}

export function inValue(
  value: Expression,
  cursor: Cursor,
  path: readonly string[],
  siblings: readonly string[],
): Around | undefined {
  if (value.kind === 'object') {
    const isInside = cursor.offset > value.range.start && (cursor.offset < value.range.end || value.unclosed);
    return isInside ? inObject(value, cursor, path) : undefined;
  }
  if (value.kind === 'tuple') return inTuple(value, cursor, path, siblings);
  if (value.kind === 'template')
    return isInText(value, cursor.offset) ? { ...none, path, role: 'value', siblings } : undefined;
  return value.kind === 'reference' ? { ...none, path, role: 'value', siblings } : undefined;
}

export function inTuple(
  tuple: Tuple,
  cursor: Cursor,
  path: readonly string[],
  siblings: readonly string[],
): Around | undefined {
  const { offset } = cursor;
  if (offset <= tuple.range.start || (offset >= tuple.range.end && !tuple.unclosed)) return undefined;
  const items = tuple.items.flatMap((item) => (item.kind === 'template' ? (textOf(item) ?? []) : []));
  const here = { ...none, path, role: 'value', siblings, inList: true, items } as const;
  const item = tuple.items.find(({ range }) => touches(range, offset));
  if (!item || item.kind === 'reference') return here;
  if (item.kind === 'template') return isInText(item, offset) ? here : undefined;
  return inValue(item, cursor, path, siblings);
}

function isInText({ contentStart, contentEnd, unclosed }: Template, offset: number): boolean {
  return contentStart <= offset && (offset <= contentEnd || Boolean(unclosed));
}

export function isSameLine({ text, offset }: Cursor, end: number): boolean {
  return offset >= end && !text.slice(end, offset).includes('\n');
}

export function touches({ start, end }: OffsetRange, offset: number): boolean {
  return start <= offset && offset <= end;
}

export function nameOf(value: Expression | undefined): string | undefined {
  if (value?.kind === 'reference') return value.text;
  return value?.kind === 'template' ? textOf(value) : undefined;
}

export function textOf({ parts }: Template): string | undefined {
  const [only, more] = parts;
  if (!only) return '';
  return only.kind === 'text' && !more ? only.text : undefined;
}

export function shapeOf({ kind }: Expression): Place['valueBehind'] {
  if (kind === 'object') return 'object';
  return kind === 'tuple' ? 'list' : 'string';
}
