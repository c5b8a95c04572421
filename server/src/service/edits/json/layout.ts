import type { OffsetRange } from '../../model/nodes';
import { entriesOf, Raw, type Value } from '../edit';
import { jsonNotation, type Notation } from './notation';
import { lineStartAt } from '../../model/lines';

/** How a JSON text is laid out. */
export class JsonLayout {
  /** What one level is indented by. */
  readonly unit: string;

  constructor(
    private readonly text: string,
    private readonly notation: Notation = jsonNotation,
  ) {
    this.unit = /\n(\t|  +)\S/.exec(text)?.[1] ?? '  ';
  }

  /** White space that the offset's line begins with. */
  indentAt(offset: number): string {
    const start = lineStartAt(this.text, offset);
    return /^[ \t]*/.exec(this.text.slice(start, offset))![0];
  }

  isOneLine({ start, end }: OffsetRange): boolean {
    return !this.text.slice(start, end).includes('\n');
  }

  /** The value in JSON: on one line, or with a line for each member. */
  render(value: Value, indent: string, oneLine: boolean): string {
    if (typeof value === 'string') return `"${this.notation.inner(value)}"`;
    if (value instanceof Raw) return value.source;
    if (typeof value !== 'object') return String(value);
    const inner = oneLine ? '' : `${indent}${this.unit}`;
    const [open, close] = Array.isArray(value) ? '[]' : '{}';
    const parts = isList(value)
      ? value.map((item) => this.render(item, inner, oneLine))
      : entriesOf(value).map(([key, item]) => `${this.entry(key)}${this.render(item, inner, oneLine)}`);
    if (parts.length === 0) return `${open}${close}`;
    if (oneLine) return open === '[' ? `[${parts.join(', ')}]` : `{ ${parts.join(', ')} }`;
    const comma = open === '{' && this.notation.linesSeparate ? '' : ',';
    return `${open}\n${parts.map((part) => inner + part).join(`${comma}\n`)}\n${indent}${close}`;
  }

  /** A key and the sign before its value. */
  entry(key: string): string {
    return this.notation.key(key) + this.notation.sign;
  }
}

function isList(value: Value): value is readonly Value[] {
  return Array.isArray(value);
}
