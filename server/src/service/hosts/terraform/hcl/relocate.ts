import type { OffsetRange } from '../../../model/nodes';
import type { Expression, ObjectEntry, Template, TemplatePart } from './ast';

/** The expression with its places in the text that it was taken from. */
export function relocated(value: Expression, to: (offset: number) => number): Expression {
  const range = moved(value.range, to);
  const inner = (one: Expression) => relocated(one, to);
  switch (value.kind) {
    case 'template':
      return templateAt(value, to);
    case 'tuple':
      return { ...value, range, items: value.items.map(inner) };
    case 'object':
      return { ...value, range, entries: value.entries.map((entry) => entryAt(entry, to)) };
    case 'call':
      return {
        ...value,
        range,
        name: { ...value.name, range: moved(value.name.range, to) },
        args: value.args.map(inner),
      };
    case 'conditional':
      return { ...value, range, yes: value.yes && inner(value.yes), no: value.no && inner(value.no) };
    case 'other':
      return { ...value, range, inner: value.inner.map(inner) };
    case 'number':
    case 'boolean':
    case 'null':
    case 'reference':
      return { ...value, range };
  }
}

function moved({ start, end }: OffsetRange, to: (offset: number) => number): OffsetRange {
  return { start: to(start), end: to(end) };
}

function entryAt(entry: ObjectEntry, to: (offset: number) => number): ObjectEntry {
  return {
    ...entry,
    range: moved(entry.range, to),
    key: relocated(entry.key, to),
    value: entry.value && relocated(entry.value, to),
  };
}

function templateAt(value: Template, to: (offset: number) => number): Template {
  return {
    ...value,
    range: moved(value.range, to),
    contentStart: to(value.contentStart),
    contentEnd: to(value.contentEnd),
    parts: value.parts.map((part) => partAt(part, to)),
  };
}

/** Characters that are escaped in the text around no longer stand side by side. */
function partAt(part: TemplatePart, to: (offset: number) => number): TemplatePart {
  const range = moved(part.range, to);
  if (part.kind === 'interpolation')
    return { ...part, range, value: part.value && relocated(part.value, to) };
  if (part.kind === 'directive') return { ...part, range };
  const { text, offsets } = part;
  const places = Array.from({ length: text.length }, (_, index) =>
    to(offsets?.[index] ?? part.range.start + index),
  );
  return { ...part, range, offsets: [...places, range.end] };
}
