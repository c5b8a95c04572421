import { YamlLayout } from '../../../edits/yaml/layout';
import { escapeFor, type Quote } from '../../../edits/yaml/scalars';
import type { OffsetRange } from '../../../model/nodes';
import type { Piece, Place, Spot, Written } from '../place';
import { type Template, toSnippet } from '../snippet';
import { type FlowCursor, flowAt } from './flow';
import { lineAt } from './lines';
import { renderFlow, renderScalar, type YamlStyle } from './render';
import { surroundingsOf } from './surroundings';

/** The place at the offset inside brackets; undefined where it is in none, or nothing can be written. */
export function spotInFlow(text: string, offset: number, range: OffsetRange): Spot | 'block' | undefined {
  const cursor = flowAt(text, range.start, offset);
  if (!cursor) return 'block';
  const word = wordAt(text, cursor.wordStart, offset);
  if (!word) return undefined;
  const top = cursor.frames.at(-1)!;
  const isKey = top.kind === '{' && !top.isBehindColon;
  const behind = text.slice(word.end);
  const hasColon = isKey && /^\s*:/.test(behind);
  const place: Place = {
    path: [...outerPath(text, cursor, range), ...innerPath(cursor, isKey)],
    role: isKey ? 'key' : 'value',
    siblings: top.kind === '{' ? others(top.strings, isKey ? undefined : top.key) : [],
    valueBehind: hasColon ? shapeOf(behind) : undefined,
    inList: top.kind === '[',
    items: top.kind === '[' ? [...top.strings, ...stringsBehind(behind)] : [],
    inString: word.quote !== '',
    typed: text.slice(word.contentStart, offset),
    word: text.slice(word.contentStart, word.contentEnd),
    offset,
  };
  return { place, write: (piece) => new FlowWriter(text, place, word, hasColon).write(piece) };
}

interface FlowWord {
  readonly start: number;
  readonly contentStart: number;
  readonly contentEnd: number;
  readonly end: number;
  readonly quote: Quote;
  readonly isClosed: boolean;
}

function wordAt(text: string, start: number, offset: number): FlowWord | undefined {
  const first = text[start];
  if (start < offset && (first === '"' || first === "'")) {
    const pattern = first === '"' ? /(?:\\.|[^"\\\n])*/y : /(?:''|[^'\n])*/y;
    pattern.lastIndex = start + 1;
    const contentEnd = start + 1 + pattern.exec(text)![0].length;
    const isClosed = text[contentEnd] === first;
    return {
      start,
      contentStart: start + 1,
      contentEnd,
      end: contentEnd + Number(isClosed),
      quote: first,
      isClosed,
    };
  }
  if (first === '"' || first === "'") return undefined;
  const rest = /^(?:\$\{[^}\s]*\}?|[^\s,[\]{}:#]|:(?=\S))*/.exec(text.slice(offset))![0];
  const contentEnd = offset + rest.length;
  return { start, contentStart: start, contentEnd, end: contentEnd, quote: '', isClosed: false };
}

/** Keys around the outermost bracket. */
function outerPath(text: string, { frames }: FlowCursor, range: OffsetRange): readonly string[] {
  const { start } = frames[0]!;
  if (start <= range.start) return [];
  const line = lineAt(text, start);
  const isBehindKey = line.key && start >= line.key.behindColon;
  const column = isBehindKey ? line.column : start - line.start;
  const { path } = surroundingsOf(text, line, column, range);
  return isBehindKey ? [...path, line.key.name] : path;
}

function innerPath({ frames }: FlowCursor, isKey: boolean): string[] {
  return frames.flatMap(({ kind, key }, index) => {
    if (kind !== '{' || (index === frames.length - 1 && isKey)) return [];
    return [key];
  });
}

function others(keys: readonly string[], current: string | undefined): string[] {
  return keys.filter((key) => key !== current);
}

function stringsBehind(behind: string): string[] {
  const rest = /^[^\]\n]*/.exec(behind)![0];
  return rest
    .split(',')
    .map((one) => one.trim().replace(/^(["'])(.*)\1$/, '$2'))
    .filter((one) => one !== '');
}

function shapeOf(behind: string): Place['valueBehind'] {
  const first = /^\s*:\s*(\S)?/.exec(behind)?.[1];
  if (first === undefined || /[,}\]]/.test(first)) return undefined;
  return first === '{' ? 'object' : first === '[' ? 'list' : 'string';
}

class FlowWriter {
  private readonly style: YamlStyle;

  constructor(
    text: string,
    private readonly place: Place,
    private readonly word: FlowWord,
    private readonly hasColon: boolean,
  ) {
    const { quote } = new YamlLayout(text);
    this.style = { unit: 2, quote, hasFlatLists: false, escape: (one) => one };
  }

  write(piece: Piece): Written {
    const { word, style } = this;
    switch (piece.kind) {
      case 'part': {
        const range = { start: word.contentStart + piece.from, end: word.contentStart + piece.to };
        return this.written(
          range,
          toSnippet(piece.text, (one) => escapeFor(word.quote, one)),
        );
      }
      case 'key':
        return this.hasColon
          ? this.scalar(piece.key)
          : this.whole(`${renderScalar(piece.key, style, true)}: ${renderFlow(piece.value, style)}`);
      case 'entries':
        return this.whole(
          Object.entries(piece.entries)
            .map(([key, value]) => `${renderScalar(key, style, true)}: ${renderFlow(value, style)}`)
            .join(', '),
        );
      case 'values':
        return this.values(piece.values);
    }
  }

  private values(values: readonly Template[]): Written {
    const [first] = values;
    if (values.length === 1 && typeof first === 'string') return this.scalar(first);
    const rendered = values.map((value) => renderFlow(value, this.style));
    if (this.place.inList || values.length === 1) return this.whole(rendered.join(', '));
    return this.whole(`[${rendered.join(', ')}]`);
  }

  private scalar(text: string): Written {
    const { word, style } = this;
    if (word.quote === '') return this.whole(renderScalar(text, style, true));
    const inner = toSnippet(text, (one) => escapeFor(word.quote, one));
    return this.written(
      { start: word.contentStart, end: word.contentEnd },
      inner + (word.isClosed ? '' : word.quote),
    );
  }

  private whole(insert: string): Written {
    const { start, end, quote } = this.word;
    return this.written({ start, end }, insert, quote !== '');
  }

  private written(range: OffsetRange, insert: string, beginsWithQuote = false): Written {
    return { range, insert, beginsWithQuote, besides: [] };
  }
}
