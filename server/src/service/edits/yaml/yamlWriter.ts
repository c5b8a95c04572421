import {
  type ArrayNode,
  type ObjectNode,
  type PolicyNode,
  rangeWithin,
  type StringNode,
} from '../../model/nodes';
import { placeOf } from '../../model/placeOf';
import { type Container, membersOf, type PolicyWriter, type TextEdit, type Value } from '../edit';
import { removeMembers } from '../json/removal';
import { YamlLayout } from './layout';
import { dashBefore, removeLines, withoutDash } from './removal';
import { canBePlain, escapeFor, type Quote, renderString } from './scalars';

/** Writes changes into policies that stand in YAML: block style stays block style, flow stays flow, quotes stay. */
export class YamlWriter implements PolicyWriter {
  private readonly layout: YamlLayout;

  constructor(
    private readonly text: string,
    private readonly root: PolicyNode | undefined,
  ) {
    this.layout = new YamlLayout(text);
  }

  setText(node: StringNode, text: string): TextEdit[] {
    const written = node.isTemplate ? escapeTemplate(text) : text;
    return [{ range: node.range, newText: renderString(written, this.quoteFor(node, written)) }];
  }

  setPart(node: StringNode, from: number, to: number, text: string): TextEdit[] {
    const whole = node.text.slice(0, from) + text + node.text.slice(to);
    const quote = this.quoteOf(node);
    if (quote === undefined || (quote === '' && !canBePlain(whole))) return this.setText(node, whole);
    const written = node.isTemplate ? escapeTemplate(text) : text;
    return [{ range: rangeWithin(node, from, to), newText: escapeFor(quote, written) }];
  }

  replace(node: PolicyNode, value: Value): TextEdit[] {
    if (typeof value === 'string' && node.kind === 'string') return this.setText(node, value);
    const { range } = node;
    if (typeof value !== 'object' || this.isInFlow(node))
      return [{ range, newText: this.layout.flow(value) }];
    const key = this.keyBefore(range.start);
    if (key === undefined)
      return [{ range, newText: this.layout.block(value, this.layout.columnOf(range.start)) }];
    return [{ range: { start: key.end, end: range.end }, newText: this.layout.behindKey(value, key.column) }];
  }

  addEntry(object: ObjectNode, key: string, value: Value, where: 'first' | 'last' = 'last'): TextEdit[] {
    if (!object.isBare)
      return this.addInFlow(object, [`${this.layout.scalar(key)}: ${this.layout.flow(value)}`], where);
    const [first, last] = [object.entries[0], object.entries.at(-1)];
    if (!first || !last) return [];
    const column = this.layout.columnOf(first.range.start);
    const line = this.layout.entry(key, value, column);
    return where === 'first'
      ? [insert(first.range.start, `${line}\n${' '.repeat(column)}`)]
      : [insert(this.layout.lineEnd(last.range.end), `\n${' '.repeat(column)}${line}`)];
  }

  addItems(list: ArrayNode, values: readonly Value[]): TextEdit[] {
    if (!list.isBare)
      return this.addInFlow(
        list,
        values.map((value) => this.layout.flow(value)),
        'last',
      );
    const last = list.items.at(-1);
    if (!last) return [];
    const column = this.layout.columnOf(dashBefore(this.text, last.range.start));
    const lines = values.map((value) => `\n${' '.repeat(column)}${this.layout.item(value, column)}`);
    return [insert(this.layout.lineEnd(last.range.end), lines.join(''))];
  }

  remove(container: Container, indexes: readonly number[]): TextEdit[] {
    if (indexes.length === 0) return [];
    return container.isBare
      ? removeLines(this.text, this.layout, container, indexes)
      : removeMembers(this.text, container, indexes);
  }

  wrap(node: PolicyNode): TextEdit[] {
    const { start, end } = node.range;
    const key = this.keyBefore(start);
    if (this.isInFlow(node) || !key) return [insert(start, '['), insert(end, ']')];
    if (node.kind === 'object' && node.isBare) return [insert(start, '- '), ...this.indented(node, 2)];
    const column = key.column + (this.layout.hasFlatLists ? 0 : this.layout.unit.length);
    const source = this.text.slice(start, end);
    return [{ range: { start: key.end, end }, newText: `\n${' '.repeat(column)}- ${source}` }];
  }

  unwrap(list: ArrayNode): TextEdit[] {
    const [only] = list.items;
    if (!only) return [];
    if (!list.isBare)
      return [cutRange(list.range.start, only.range.start), cutRange(only.range.end, list.range.end)];
    const key = this.keyBefore(list.range.start);
    const isLines = (only.kind === 'object' || only.kind === 'array') && only.isBare;
    if (key && !isLines) return [{ range: { start: key.end, end: only.range.start }, newText: ' ' }];
    return withoutDash(this.text, this.layout, only, dashBefore(this.text, only.range.start));
  }

  flatten(list: ArrayNode): TextEdit[] {
    const [first, last] = [list.items[0], list.items.at(-1)];
    if (!first || !last) return [];
    if (list.isBare)
      return withoutDash(this.text, this.layout, list, dashBefore(this.text, list.range.start));
    const outer = placeOf(this.root, list.range)?.parents[0]?.container;
    if (!outer?.isBare)
      return [cutRange(list.range.start, first.range.start), cutRange(last.range.end, list.range.end)];
    const column = this.layout.columnOf(dashBefore(this.text, list.range.start));
    const sources = list.items.map(({ range }) => this.text.slice(range.start, range.end));
    return [{ range: list.range, newText: sources.join(`\n${' '.repeat(column)}- `) }];
  }

  /** Members behind or before those in brackets. */
  private addInFlow(container: Container, rendered: readonly string[], where: 'first' | 'last'): TextEdit[] {
    const { range, unclosed, kind } = container;
    const members = membersOf(container);
    const [first, last] = [members[0], members.at(-1)];
    const joined = rendered.join(', ');
    if (!first || !last) {
      const pad = kind === 'object' ? ' ' : '';
      const inside = { start: range.start + 1, end: range.end - (unclosed ? 0 : 1) };
      return [{ range: inside, newText: `${pad}${joined}${pad}` }];
    }
    return where === 'first'
      ? [insert(first.range.start, `${joined}, `)]
      : [insert(last.range.end, `, ${joined}`)];
  }

  /** Quotes that the string has; undefined for block scalars. */
  private quoteOf({ range }: StringNode): Quote | undefined {
    const first = this.text[range.start];
    if (first === '"' || first === "'") return first;
    return first === '|' || first === '>' ? undefined : '';
  }

  /** Those it has, as far as they can hold the text. */
  private quoteFor(node: StringNode, text: string): Quote {
    const quote = this.quoteOf(node);
    if (quote) return quote;
    return canBePlain(text) ? '' : this.layout.quote;
  }

  private isInFlow(node: PolicyNode): boolean {
    const parents = placeOf(this.root, node.range)?.parents ?? [];
    return parents.some(({ container }) => !container.isBare);
  }

  /** The key that the value stands behind, on the same line or the one above. */
  private keyBefore(start: number): { end: number; column: number } | undefined {
    const before = this.text.slice(0, start);
    const end = /:\s*$/.exec(before)?.index;
    if (end === undefined) return undefined;
    const line = before.slice(this.layout.lineStart(end), end);
    const column = /^\s*(?:-\s+)*/.exec(line)![0].length;
    return { end: end + 1, column };
  }

  private indented({ range }: PolicyNode, width: number): TextEdit[] {
    const edits: TextEdit[] = [];
    for (let at = this.layout.lineEnd(range.start); at < range.end; at = this.layout.lineEnd(at + 1)) {
      if (this.text.slice(at + 1, this.layout.lineEnd(at + 1)).trim() !== '')
        edits.push(insert(at + 1, ' '.repeat(width)));
    }
    return edits;
  }
}

function insert(offset: number, newText: string): TextEdit {
  return { range: { start: offset, end: offset }, newText };
}

function cutRange(start: number, end: number): TextEdit {
  return { range: { start, end }, newText: '' };
}

/** CloudFormation's way to keep `${…}` from being filled in. */
function escapeTemplate(text: string): string {
  return text.replace(/\$\{(?=[^!])/g, '${!');
}
