import { stopOfOpenObject, type Template, toSnippet, withoutStops } from '../snippet';

/** The template in JSON, as a snippet: small things on one line, others indented by tabs. */
export function renderJson(template: Template, indent = ''): string {
  if (typeof template === 'string') return `"${renderString(template)}"`;
  if (typeof template !== 'object') return String(template);
  if (Array.isArray(template)) return renderList(template as readonly Template[], indent);
  const open = stopOfOpenObject(template);
  if (open !== undefined) return `{ ${renderString(open)} \\}`;
  const entries = Object.entries(template).map(
    ([key, value]) => [`"${renderString(key)}": `, value] as const,
  );
  if (entries.length === 0) return '{}';
  const [only] = entries;
  if (entries.length === 1 && isShort(only![1])) return `{ ${only![0]}${renderJson(only![1], indent)} \\}`;
  const inner = `${indent}\t`;
  const lines = entries.map(([key, value]) => `${inner}${key}${renderMember(value, inner)}`);
  return `{\n${lines.join(',\n')}\n${indent}\\}`;
}

/** A list that is still to be filled gets a line for each item, since more will come. */
function renderMember(value: Template, indent: string): string {
  const items: readonly Template[] = Array.isArray(value) ? value : [];
  const [only] = items;
  const isOpenList = items.length === 1 && typeof only === 'string' && withoutStops(only) === '';
  return isOpenList ? `[\n${indent}\t${renderJson(only)}\n${indent}]` : renderJson(value, indent);
}

function renderList(items: readonly Template[], indent: string): string {
  if (items.length === 0) return '[]';
  if (items.length === 1 && isShort(items[0]!)) return `[${renderJson(items[0]!, indent)}]`;
  const inner = `${indent}\t`;
  return `[\n${items.map((item) => inner + renderJson(item, inner)).join(',\n')}\n${indent}]`;
}

/** The inside of a JSON string. */
export function renderString(text: string): string {
  return plain.test(text) ? text : toSnippet(text, escapeInString);
}

function escapeInString(text: string): string {
  return JSON.stringify(text).slice(1, -1);
}

/** Most names have no stops and need no escapes, neither in JSON nor in a snippet. */
const plain = /^[\w:.*/+=@-]*$/;

function isShort(template: Template): boolean {
  return typeof template !== 'object' && withoutStops(String(template)).length < 50;
}
