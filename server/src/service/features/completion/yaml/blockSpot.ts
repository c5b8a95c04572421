import { YamlLayout } from '../../../edits/yaml/layout';
import { escapeFor, type Quote } from '../../../edits/yaml/scalars';
import type { OffsetRange } from '../../../model/nodes';
import type { Piece, Place, Spot, Written } from '../place';
import { type Template, toSnippet } from '../snippet';
import { lineAt, linesBelow, type YamlLine } from './lines';
import { renderBehindKey, renderBlock, renderEntries, renderScalar, type YamlStyle } from './render';
import { itemsBeside, keysBeside, type Surroundings, surroundingsOf } from './surroundings';
import { scalarAt, type ScalarWord } from './word';

/** Elements whose values are maps, by the path to them. */
const maps = /^$|^Statement$|^Statement\/(Not)?Principal$|^Statement\/Condition(\/[^/]+)?$/;

/** The place at the offset of a policy in block style; undefined where nothing can be written. */
export function spotInBlock(text: string, offset: number, range: OffsetRange): Spot | undefined {
  const line = lineAt(text, offset);
  const at = offset - line.start;
  if (/(^|\s)#/.test(text.slice(line.start, offset)) || at < (line.dashes.at(-1) ?? -1) + 1) return undefined;
  const colon = line.key?.behindColon;
  if (colon !== undefined && offset > colon) return behindKey(text, offset, range, line);
  if (offset === colon && !isAction(text, line, range)) return undefined;
  return onOwn(text, offset, range, line);
}

/** `s3:` is the beginning of an action where strings are wanted, not a key. */
function isAction(text: string, line: YamlLine, range: OffsetRange): boolean {
  return !maps.test(surroundingsOf(text, line, line.column, range).path.join('/'));
}

/** Behind `key: `, on the key's line. */
function behindKey(text: string, offset: number, range: OffsetRange, line: YamlLine): Spot | undefined {
  const { name, behindColon } = line.key!;
  const isOfPolicy = line.start + line.column >= range.start;
  const around = surroundingsOf(text, line, line.column, range);
  const word = scalarAt(text, offset, behindColon, line.end);
  if (!word || (isOfPolicy ? false : hasMembersBelow(text, line))) return undefined;
  if (word.end === word.start && hasMembersBelow(text, line)) return undefined;
  const path = isOfPolicy ? [...around.path, name] : [];
  const siblings = isOfPolicy ? keysBeside(text, line, line.column) : [];
  return new BlockSpot(text, line, { path, parentColumn: line.column, inList: false }, word, {
    role: 'value',
    siblings,
    items: [],
    offset,
    valueBehind: undefined,
    colon: behindColon,
  });
}

/** On a line of its own, or behind a dash. */
function onOwn(text: string, offset: number, range: OffsetRange, line: YamlLine): Spot | undefined {
  const column = Math.min(line.column, Math.max(line.indent, offset - line.start));
  const isBlank = line.content.trim() === '' && line.dashes.length === 0;
  const own = isBlank ? offset - line.start : column;
  if (isBlank && offset - line.start < line.indent) return undefined;
  const around = surroundingsOf(text, line, own, range);
  if (line.start + own < range.start && around.path.length > 0) return undefined;
  const takesKeys = maps.test(around.path.join('/'));
  const contentStart = line.start + (isBlank ? own : line.column);
  const word = scalarAt(text, offset, contentStart, line.end, takesKeys);
  if (!word) return undefined;
  const dash = line.dashes.at(-1);
  const missesDash = !takesKeys && dash === undefined && hasItems(text, line, around);
  const items = dash !== undefined || missesDash ? itemsBeside(text, line, dash ?? own) : [];
  const inList = !takesKeys && (dash !== undefined || missesDash);
  const siblings = takesKeys ? keysBeside(text, line, own) : [];
  return new BlockSpot(text, line, { ...around, inList }, word, {
    role: takesKeys ? 'key' : 'value',
    siblings,
    items,
    offset,
    valueBehind: takesKeys && line.key ? shapeBehind(text, line) : undefined,
    colon: undefined,
    ...(missesDash && { before: '- ' }),
  });
}

function hasItems(text: string, line: YamlLine, { parentColumn }: Surroundings): boolean {
  const [next] = linesBelow(text, line);
  const above = itemsBeside(text, line, line.indent);
  return above.length > 0 || (next?.dashes[0] !== undefined && next.indent > parentColumn);
}

function hasMembersBelow(text: string, line: YamlLine): boolean {
  const [next] = linesBelow(text, line);
  if (!next) return false;
  return next.indent > line.column || (next.indent === line.column && next.dashes.length > 0);
}

function shapeBehind(text: string, line: YamlLine): Place['valueBehind'] {
  const behind = text.slice(line.key!.behindColon, line.end).trim();
  if (behind.startsWith('{')) return 'object';
  if (behind.startsWith('[')) return 'list';
  if (behind !== '' && !behind.startsWith('#')) return 'string';
  if (!hasMembersBelow(text, line)) return undefined;
  const [next] = linesBelow(text, line);
  return next!.dashes.length > 0 ? 'list' : 'object';
}

interface Details extends Pick<Place, 'role' | 'siblings' | 'items' | 'offset' | 'valueBehind'> {
  /** Behind the colon of the key that the value belongs to, where both stand on one line. */
  readonly colon: number | undefined;
  /** What is missing before the value. */
  readonly before?: string;
}

class BlockSpot implements Spot {
  readonly place: Place;
  private readonly style: YamlStyle;

  constructor(
    text: string,
    private readonly line: YamlLine,
    private readonly around: Surroundings,
    private readonly word: ScalarWord,
    private readonly details: Details,
  ) {
    const { role, siblings, items, offset, valueBehind } = details;
    this.place = {
      path: around.path,
      role,
      siblings,
      items,
      offset,
      valueBehind,
      inList: around.inList,
      inString: word.quote !== '',
      typed: text.slice(word.contentStart, Math.max(offset, word.contentStart)),
      word: text.slice(word.contentStart, word.contentEnd),
    };
    const layout = new YamlLayout(text);
    const escape = word.isTemplate ? escapeTemplate : (one: string) => one;
    this.style = { unit: layout.unit.length, quote: layout.quote, hasFlatLists: layout.hasFlatLists, escape };
  }

  write(piece: Piece): Written {
    const { word, style } = this;
    switch (piece.kind) {
      case 'part':
        return this.written(
          { start: word.contentStart + piece.from, end: word.contentStart + piece.to },
          toSnippet(piece.text, (text) => escapeFor(word.quote, style.escape(text))),
        );
      case 'key':
        return this.key(piece.key, piece.value);
      case 'entries': {
        const separator = `\n${' '.repeat(this.memberColumn)}`;
        return this.whole(renderEntries(piece.entries, this.memberColumn, style).join(separator));
      }
      case 'values':
        return this.values(piece.values);
    }
  }

  /** Where members of the map or list on this line stand, counted from the line's indentation. */
  private get memberColumn(): number {
    const { line, word } = this;
    const start = word.start - line.start;
    return Math.max(0, start - line.indent);
  }

  private key(key: string, value: Template): Written {
    const hasColon = this.line.key !== undefined;
    const rendered = renderScalar(key, this.style);
    const behind = hasColon ? '' : renderBehindKey(value, this.memberColumn, this.style);
    return this.whole(hasColon ? rendered : `${rendered}:${behind}`);
  }

  private values(values: readonly Template[]): Written {
    const [first] = values;
    const { before = '' } = this.details;
    if (values.length === 1 && typeof first === 'string') return this.string(first, before);
    if (this.around.inList) return this.items(values, before);
    const value = values.length === 1 ? first! : values;
    if (typeof value !== 'object') return this.whole(before + renderBlock(value, 0, this.style));
    return this.below(value);
  }

  private string(text: string, before: string): Written {
    const { word, style } = this;
    if (word.quote === '') return this.whole(before + renderScalar(text, style));
    const inner = toSnippet(text, (one) => escapeFor(word.quote, style.escape(one)));
    const closing = word.isClosed ? '' : word.quote;
    return this.written({ start: word.contentStart, end: word.contentEnd }, inner + closing);
  }

  /** Items behind dashes of their own. */
  private items(values: readonly Template[], before: string): Written {
    const dash = (this.line.dashes.at(-1) ?? this.line.column) - this.line.indent;
    const separator = `\n${' '.repeat(Math.max(0, dash))}- `;
    const rendered = values.map((value) => renderBlock(value, dash + 2, this.style));
    return this.whole(before + rendered.join(separator));
  }

  /** A map or list below the key, whose line then ends with the colon. */
  private below(value: Template): Written {
    const { word, details, line, around, style } = this;
    const column = around.parentColumn - line.indent;
    if (details.colon === undefined) return this.whole(renderBlock(value, this.memberColumn, style));
    const written = this.whole(renderBehindKey(value, column, style));
    const spaces = { start: details.colon, end: word.start };
    return spaces.end > spaces.start && written.insert.startsWith('\n')
      ? { ...written, besides: [{ range: spaces, text: '' }] }
      : { ...written, insert: written.insert.trimStart() };
  }

  private whole(insert: string): Written {
    const { start, end, quote } = this.word;
    return this.written({ start, end }, insert, quote !== '');
  }

  private written(range: OffsetRange, insert: string, beginsWithQuote = false): Written {
    return { range, insert, beginsWithQuote, besides: [] };
  }
}

function escapeTemplate(text: string): string {
  return text.replace(/\$\{(?=[^!])/g, '${!');
}

export type { Quote };
