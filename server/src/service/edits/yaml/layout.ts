import { entriesOf, Raw, type Value } from '../edit';
import { canBePlain, type Quote, renderString } from './scalars';
import { lineEndAt, lineStartAt } from '../../model/lines';

/** How a YAML text is laid out: what people wrote is what they get. */
export class YamlLayout {
  /** What one level is indented by. */
  readonly unit: string;
  /** What strings stand in that need quotes. */
  readonly quote: Exclude<Quote, ''>;
  /** Dashes stand below the key of their list, not further in. */
  readonly hasFlatLists: boolean;

  constructor(private readonly text: string) {
    const indents = [...text.matchAll(/\n( +)\S/g)].map(([, indent]) => indent!.length);
    this.unit = ' '.repeat(Math.min(4, Math.max(2, indents.length > 0 ? Math.min(...indents) : 2)));
    const singles = text.match(/[ [,]'[^'\n]*'/g)?.length ?? 0;
    const doubles = text.match(/[ [,]"[^"\n]*"/g)?.length ?? 0;
    this.quote = singles > doubles ? "'" : '"';
    const [flat, deep] = [countLists(text, true), countLists(text, false)];
    this.hasFlatLists = flat > deep;
  }

  /** Offset in its line. */
  columnOf(offset: number): number {
    return offset - this.lineStart(offset);
  }

  lineStart(offset: number): number {
    return lineStartAt(this.text, offset);
  }

  /** Where the line's break is, or the text's end. */
  lineEnd(offset: number): number {
    return lineEndAt(this.text, offset);
  }

  scalar(value: string | number | boolean): string {
    if (typeof value !== 'string') return String(value);
    return canBePlain(value) ? value : renderString(value, this.quote);
  }

  /** The value on one line. */
  flow(value: Value): string {
    if (value instanceof Raw) return value.source;
    if (typeof value !== 'object') return this.scalar(value);
    if (isList(value)) return `[${value.map((item) => this.flow(item)).join(', ')}]`;
    const entries = entriesOf(value).map(([key, item]) => `${this.scalar(key)}: ${this.flow(item)}`);
    return entries.length === 0 ? '{}' : `{ ${entries.join(', ')} }`;
  }

  /** The value in block style, without the indentation of its first line; members stand in the column. */
  block(value: Value, column: number): string {
    if (typeof value !== 'object' || value instanceof Raw || isEmpty(value)) return this.flow(value);
    const separator = `\n${' '.repeat(column)}`;
    if (isList(value)) return value.map((item) => this.item(item, column)).join(separator);
    return entriesOf(value)
      .map(([key, item]) => this.entry(key, item, column))
      .join(separator);
  }

  /** `key: value`, the value on lines of its own where it has members. */
  entry(key: string, value: Value, column: number): string {
    return `${this.scalar(key)}:${this.behindKey(value, column)}`;
  }

  /** What follows the colon of a key in the column. */
  behindKey(value: Value, column: number): string {
    if (typeof value !== 'object' || value instanceof Raw || isEmpty(value)) return ` ${this.flow(value)}`;
    const inner = isList(value) && this.hasFlatLists ? column : column + this.unit.length;
    return `\n${' '.repeat(inner)}${this.block(value, inner)}`;
  }

  /** `- value` with the dash in the column. */
  item(value: Value, column: number): string {
    return `- ${this.block(value, column + 2)}`;
  }
}

function isEmpty(value: object): boolean {
  return Object.keys(value).length === 0;
}

function isList(value: Value): value is readonly Value[] {
  return Array.isArray(value);
}

/** Keys with a list below them, whose dashes stand in the key's column or further in. */
function countLists(text: string, flat: boolean): number {
  const pattern = flat ? /^( *)[\w'"][^\n#]*:[ \t]*\r?\n\1- /gm : /^( *)[\w'"][^\n#]*:[ \t]*\r?\n\1 +- /gm;
  return text.match(pattern)?.length ?? 0;
}
