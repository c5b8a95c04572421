import {
  type ArrayNode,
  type ObjectNode,
  type PolicyNode,
  rangeWithin,
  type StringNode,
} from '../../model/nodes';
import { type Container, membersOf, type PolicyWriter, type TextEdit, type Value } from '../edit';
import { commaBetween } from './commas';
import { JsonLayout } from './layout';
import { jsonNotation, type Notation } from './notation';
import { removeMembers } from './removal';

/** Writes changes into policies that stand in JSON, with or without comments. */
export class JsonWriter implements PolicyWriter {
  private readonly layout: JsonLayout;

  constructor(
    private readonly text: string,
    private readonly notation: Notation = jsonNotation,
  ) {
    this.layout = new JsonLayout(text, notation);
  }

  setText({ range, contentStart, unclosed }: StringNode, text: string): TextEdit[] {
    // A word without quotes.
    if (contentStart === range.start) return [{ range, newText: this.notation.key(text) }];
    const end = range.end - (unclosed ? 0 : 1);
    return [{ range: { start: contentStart, end }, newText: this.notation.inner(text) }];
  }

  setPart(node: StringNode, from: number, to: number, text: string): TextEdit[] {
    return [{ range: rangeWithin(node, from, to), newText: this.notation.inner(text) }];
  }

  replace({ range }: PolicyNode, value: Value): TextEdit[] {
    const oneLine = this.layout.isOneLine(range) && isSmall(value);
    return [{ range, newText: this.layout.render(value, this.layout.indentAt(range.start), oneLine) }];
  }

  addEntry(object: ObjectNode, key: string, value: Value, where: 'first' | 'last' = 'last'): TextEdit[] {
    return this.add(object, [value], (rendered) => this.layout.entry(key) + rendered, where);
  }

  addItems(list: ArrayNode, values: readonly Value[]): TextEdit[] {
    return this.add(list, values, (rendered) => rendered, 'last');
  }

  remove(container: Container, indexes: readonly number[]): TextEdit[] {
    return indexes.length === 0 ? [] : removeMembers(this.text, container, indexes);
  }

  wrap({ range }: PolicyNode): TextEdit[] {
    return [insert(range.start, '['), insert(range.end, ']')];
  }

  unwrap(list: ArrayNode): TextEdit[] {
    const [only] = list.items;
    if (!only) return [];
    return [
      { range: { start: list.range.start, end: only.range.start }, newText: '' },
      { range: { start: only.range.end, end: list.range.end }, newText: '' },
    ];
  }

  flatten({ range, items }: ArrayNode): TextEdit[] {
    const [first, last] = [items[0], items.at(-1)];
    if (!first || !last) return [];
    return [
      { range: { start: range.start, end: first.range.start }, newText: '' },
      { range: { start: last.range.end, end: range.end }, newText: '' },
    ];
  }

  private add(
    container: Container,
    values: readonly Value[],
    toMember: (rendered: string) => string,
    where: 'first' | 'last',
  ): TextEdit[] {
    const members = membersOf(container);
    const sibling = where === 'first' ? members[0] : members.at(-1);
    const oneLine =
      this.layout.isOneLine(container.range) && (sibling !== undefined || values.every(isSmall));
    const indent = oneLine ? '' : this.indentOfMembers(container, sibling?.range.start);
    const rendered = values.map((value) =>
      toMember(this.layout.render(value, indent, oneLine || isFlat(value))),
    );
    if (!sibling) return this.fill(container, rendered, oneLine, indent);
    const comma = oneLine ? ',' : this.commaIn(container);
    const gap = oneLine ? ' ' : `\n${indent}`;
    const inner = rendered.join(comma + gap);
    if (where === 'first') return [insert(sibling.range.start, inner + comma + gap)];
    return this.append(sibling.range.end, comma, gap, inner);
  }

  /** What separates members on lines of their own: where it is optional, it is as between those that are there. */
  private commaIn(container: Container): string {
    if (!this.notation.linesSeparate || container.kind !== 'object') return ',';
    const [first, second] = container.entries;
    const between = first && second ? [first.range.end, second.range.start] : undefined;
    return between && commaBetween(this.text, between[0]!, between[1]!) !== undefined ? ',' : '';
  }

  private indentOfMembers({ range }: Container, sibling: number | undefined): string {
    const own = this.layout.indentAt(range.start);
    return sibling !== undefined && this.text.slice(range.start, sibling).includes('\n')
      ? this.layout.indentAt(sibling)
      : own + this.layout.unit;
  }

  /** The comma goes to the value before, what is new behind the comment that may follow on its line. */
  private append(end: number, comma: string, gap: string, rendered: string): TextEdit[] {
    const comment = gap.startsWith('\n')
      ? /^[ \t]*((?:\/\/|#)[^\n]*|\/\*[^\n]*?\*\/)/.exec(this.text.slice(end))
      : null;
    if (!comment) return [insert(end, comma + gap + rendered)];
    const behind = insert(end + comment[0].length, gap + rendered);
    return comma ? [insert(end, comma), behind] : [behind];
  }

  /** Fills an object or list with nothing in it. */
  private fill(container: Container, rendered: string[], oneLine: boolean, indent: string): TextEdit[] {
    const { range, kind, unclosed } = container;
    const inside = { start: range.start + 1, end: range.end - (unclosed ? 0 : 1) };
    const pad = kind === 'object' ? ' ' : '';
    const outer = this.layout.indentAt(range.start);
    const text = oneLine
      ? `${pad}${rendered.join(', ')}${pad}`
      : `\n${rendered.map((one) => indent + one).join(`${this.commaIn(container)}\n`)}\n${outer}`;
    return [{ range: inside, newText: text }];
  }
}

function insert(offset: number, newText: string): TextEdit {
  return { range: { start: offset, end: offset }, newText };
}

const longest = 60;

/** Worth no line of its own. */
function isSmall(value: Value): boolean {
  return JSON.stringify(value).length <= longest;
}

/** A small value without members that have members. */
function isFlat(value: Value): boolean {
  return (
    isSmall(value) &&
    (typeof value !== 'object' || Object.values(value).every((one) => typeof one !== 'object'))
  );
}
