import { canBePlain, escapeFor, type Quote } from '../edits/yaml/scalars';
import { itemsOf, type Neutral } from './neutral';

export interface YamlForm {
  /** Spaces of one level. */
  readonly unit: number;
  readonly quote: Exclude<Quote, ''>;
}

const usual: YamlForm = { unit: 2, quote: '"' };

/**
 * The value in YAML's block style; undefined where it has an expression of another language than CloudFormation's. The
 * first line is not indented, the others stand in the column.
 */
export function toYaml(given: Neutral, column = 0, form: YamlForm = usual): string | undefined {
  const value = longForm(given);
  const separator = `\n${' '.repeat(column)}`;
  if (value.kind === 'list' && value.items.length > 0)
    return joined(
      value.items.map((item) => itemOf(item, column, form)),
      separator,
    );
  if (value.kind === 'map' && value.entries.length > 0)
    return joined(
      value.entries.map(([key, item]) => entry(key, item, column, form)),
      separator,
    );
  return inline(value, column, form);
}

function itemOf(value: Neutral, column: number, form: YamlForm): string | undefined {
  const written = toYaml(value, column + 2, form);
  return written === undefined ? undefined : `- ${written}`;
}

function entry(key: string, value: Neutral, column: number, form: YamlForm): string | undefined {
  const behind = behindKey(value, column, form);
  return behind === undefined ? undefined : `${scalar(key, form)}:${behind}`;
}

/** What follows a colon, its space included. */
function behindKey(given: Neutral, column: number, form: YamlForm): string | undefined {
  const value = longForm(given);
  const inner = column + form.unit;
  const hasMembers =
    (value.kind === 'list' && value.items.length > 0) || (value.kind === 'map' && value.entries.length > 0);
  const written = toYaml(value, hasMembers ? inner : column, form);
  if (written === undefined) return undefined;
  return hasMembers ? `\n${' '.repeat(inner)}${written}` : ` ${written}`;
}

/** What fits behind a key or dash. */
function inline(value: Neutral, column: number, form: YamlForm): string | undefined {
  switch (value.kind) {
    case 'string':
      return scalar(value.text, form);
    case 'bare':
      return value.text;
    case 'list':
      return '[]';
    case 'map':
      return '{}';
    case 'mixed':
      return undefined;
    case 'expression':
      return value.language === 'cloudformation' ? call(value.name, value.argument, column, form) : undefined;
  }
}

/** A function around a function takes its long form, since two tags can't stand on one value. */
function longForm(value: Neutral): Neutral {
  if (value.kind !== 'expression' || value.language !== 'cloudformation') return value;
  return value.argument.kind === 'expression'
    ? { kind: 'map', entries: [[value.name, value.argument]] }
    : value;
}

/** The short form: a tag. */
function call(name: string, given: Neutral, column: number, form: YamlForm): string | undefined {
  const argument = name === 'Fn::GetAtt' ? dotted(given) : given;
  const tag = `!${name.replace(/^Fn::/, '')}`;
  if (argument.kind === 'string' || argument.kind === 'bare') {
    const written = inline(argument, column, form);
    return written === undefined ? undefined : `${tag} ${written}`;
  }
  const behind = behindKey(argument, column, form);
  return behind === undefined ? undefined : tag + behind;
}

/** `Bucket.Arn` for the list of both names. */
export function dotted(argument: Neutral): Neutral {
  const names = itemsOf(argument).map((item) => (item.kind === 'string' ? item.text : undefined));
  return argument.kind === 'list' && names.every((name) => name !== undefined)
    ? { kind: 'string', text: names.join('.') }
    : argument;
}

function scalar(text: string, { quote }: YamlForm): string {
  if (canBePlain(text)) return text;
  const used = /[\n\r\t]|[^\x20-\x7e]/.test(text) ? '"' : quote;
  return `${used}${escapeFor(used, text)}${used}`;
}

function joined(parts: readonly (string | undefined)[], separator: string): string | undefined {
  return parts.every((part) => part !== undefined) ? parts.join(separator) : undefined;
}
