import { type Quote, canBePlain, escapeFor } from '../../../edits/yaml/scalars';
import { stopOfOpenObject, type Template, toSnippet, withoutStops } from '../snippet';

/** How templates are written: what one level is indented by, and the quotes that a string gets where it needs some. */
export interface YamlStyle {
  readonly unit: number;
  readonly quote: Exclude<Quote, ''>;
  readonly hasFlatLists: boolean;
  /** Changes the text of strings before quotes: what the host would fill in is escaped. */
  readonly escape: (text: string) => string;
}

/** A string as a snippet; quoted where it must be. */
export function renderScalar(text: string, { quote, escape }: YamlStyle, inFlow = false): string {
  const plain = withoutStops(text);
  const isPlain =
    plain === '' || canBePlain(plain) || /^[a-z0-9-]+:$/.test(plain) || (!inFlow && canStandInBlock(plain));
  const used = isPlain ? '' : quote;
  return `${used}${toSnippet(text, (one) => escapeFor(used, escape(one)))}${used}`;
}

/** Braces and brackets mean nothing inside a word in block style. */
function canStandInBlock(text: string): boolean {
  return canBePlain(text.replace(/(?<=.)[{}[\],]/g, 'x'));
}

/** What follows a key's colon, as a snippet; columns count from the indentation of the line it is written to. */
export function renderBehindKey(value: Template, column: number, style: YamlStyle): string {
  if (isOpen(value)) return ` ${renderFlow(value, style)}`;
  if (typeof value !== 'object') return ` ${renderFlow(value, style)}`;
  const inner = Array.isArray(value) && style.hasFlatLists ? column : column + style.unit;
  return `\n${' '.repeat(inner)}${renderBlock(value, inner, style)}`;
}

/** The value in block style, its members in the column. */
export function renderBlock(value: Template, column: number, style: YamlStyle): string {
  if (typeof value !== 'object' || isOpen(value)) return renderFlow(value, style);
  const separator = `\n${' '.repeat(column)}`;
  if (Array.isArray(value)) {
    return (value as readonly Template[])
      .map((item) => `- ${renderBlock(item, column + 2, style)}`)
      .join(separator);
  }
  const open = stopOfOpenObject(value);
  if (open !== undefined) return toSnippet(open, (text) => text);
  return renderEntries(value as Readonly<Record<string, Template>>, column, style).join(separator);
}

/** Entries of a map, each with its further lines. */
export function renderEntries(
  entries: Readonly<Record<string, Template>>,
  column: number,
  style: YamlStyle,
): string[] {
  return Object.entries(entries).map(
    ([key, value]) => `${renderScalar(key, style)}:${renderBehindKey(value, column, style)}`,
  );
}

/** The value on one line. */
export function renderFlow(value: Template, style: YamlStyle): string {
  if (typeof value === 'string') return renderScalar(value, style, true);
  if (typeof value !== 'object') return String(value);
  if (Array.isArray(value))
    return `[${(value as readonly Template[]).map((item) => renderFlow(item, style)).join(', ')}]`;
  const open = stopOfOpenObject(value);
  if (open !== undefined) return `{ ${toSnippet(open, (text) => text)} \\}`;
  const entries = Object.entries(value).map(
    ([key, item]) => `${renderScalar(key, style, true)}: ${renderFlow(item, style)}`,
  );
  return entries.length === 0 ? '{\\}' : `{ ${entries.join(', ')} \\}`;
}

function isOpen(value: Template): boolean {
  return typeof value === 'object' && Object.keys(value).length === 0;
}
