import { type CST, Parser } from 'yaml';
import { yamlValue } from '../../convert/cloudformation/read';
import type { OffsetRange } from '../../model/nodes';
import type { PolicyDocument } from '../../model/policyDocument';
import { applyEdits, type TextEdit } from '../edit';
import { YamlLayout } from './layout';
import { lineStartAt } from '../../model/lines';

/**
 * Edits that lay a policy of YAML out: see {@link formatBlock}. None where the text would say something else afterwards.
 */
export function formatYaml(text: string, { root }: PolicyDocument): TextEdit[] {
  const isBlock = (root?.kind === 'object' || root?.kind === 'array') && root.isBare;
  const edits = isBlock ? formatBlock(text, root.range) : [];
  if (edits.length === 0) return [];
  const after = applyEdits(text, edits);
  const range = { start: root!.range.start, end: root!.range.end + after.length - text.length };
  const [before, behind] = [yamlValue(text, root!.range), yamlValue(after, range)];
  return before && JSON.stringify(before) === JSON.stringify(behind) ? edits : [];
}

/**
 * Edits that indent a value in block style as the rest of its text is, with one space behind dashes and colons. Nothing but
 * white space changes; what stands in brackets, and the lines of a text, are moved as they are. The value's own column stays.
 *
 * @param range the value, from its first key or dash to its last character
 */
export function formatBlock(text: string, range: OffsetRange): TextEdit[] {
  const layout = new YamlLayout(text);
  const column = layout.columnOf(range.start);
  const source = ' '.repeat(column) + text.slice(range.start, range.end);
  const placing = new Placing(source, layout);
  const [document] = [...new Parser().parse(source)].filter(({ type }) => type === 'document');
  if (document?.type !== 'document' || !document.value || !placing.collection(document.value, column))
    return [];
  const shift = range.start - column;
  return [...indentations(source, placing), ...placing.gaps].map(({ range: { start, end }, newText }) => ({
    range: { start: start + shift, end: end + shift },
    newText,
  }));
}

type Start = readonly CST.SourceToken[];

/** Where the members of block collections belong. */
class Placing {
  /** By the offset that a line begins with: the column that its first member belongs in. */
  readonly columns = new Map<number, number>();
  /** The same: how far what stands behind the last member of the line moves. */
  readonly moves = new Map<number, number>();
  readonly gaps: TextEdit[] = [];

  constructor(
    private readonly source: string,
    private readonly layout: YamlLayout,
  ) {}

  /** Places what is in a collection; false where it has what is not understood. */
  collection(token: CST.Token, column: number): boolean {
    if (token.type === 'block-map') return token.items.every((item) => this.entry(item, column));
    if (token.type === 'block-seq') return token.items.every((item) => this.item(item, column));
    return true;
  }

  private entry({ start, key, sep, value }: CST.CollectionItem, column: number): boolean {
    if (start.some(({ type }) => type === 'explicit-key-ind')) return false;
    const first = start.find(({ type }) => type === 'anchor' || type === 'tag')?.offset ?? key?.offset;
    if (first === undefined) return !value;
    this.place(first, column);
    const unit = this.layout.unit.length;
    this.oneSpace(sep ?? [], 'map-value-ind');
    return (
      !value ||
      this.collection(value, column + (value.type === 'block-seq' && this.layout.hasFlatLists ? 0 : unit))
    );
  }

  private item({ start, value }: CST.CollectionItem, column: number): boolean {
    const dash = start.find(({ type }) => type === 'seq-item-ind');
    if (!dash) return !value;
    this.place(dash.offset, column);
    this.oneSpace(start, 'seq-item-ind');
    return !value || this.collection(value, column + 2);
  }

  private place(offset: number, column: number): void {
    const lineStart = lineStartAt(this.source, offset);
    if (this.source.slice(lineStart, offset).trim() === '') this.columns.set(lineStart, column);
    this.moves.set(lineStart, column - (offset - lineStart));
  }

  /** One space behind the mark, where something else than a comment follows on its line. */
  private oneSpace(tokens: Start, mark: CST.TokenType): void {
    const at = tokens.findIndex(({ type }) => type === mark);
    const [space, next] = [tokens[at + 1], tokens[at + 2]];
    if (space?.type !== 'space' || space.source === ' ' || /^(comment|newline)$/.test(next?.type ?? ''))
      return;
    const { offset, source } = space;
    this.gaps.push({ range: { start: offset, end: offset + source.length }, newText: ' ' });
  }
}

/** Moves each line: members to where they belong, comments with the member below, all else with the one above. */
function indentations(source: string, { columns, moves }: Placing): TextEdit[] {
  const edits: TextEdit[] = [];
  let move = 0;
  for (
    let start = source.indexOf('\n') + 1, first = true;
    start > 0;
    start = source.indexOf('\n', start) + 1
  ) {
    if (first) move = moves.get(0) ?? 0;
    first = false;
    const indent = /^ */.exec(source.slice(start))![0].length;
    const rest = /^[^\n]*/.exec(source.slice(start + indent))![0];
    const wanted =
      columns.get(start) ??
      indent + (rest.startsWith('#') ? (moveOfNext(source, start, indent, columns) ?? move) : move);
    if (rest.trim() !== '' && wanted !== indent && wanted >= 0)
      edits.push({ range: { start, end: start + indent }, newText: ' '.repeat(wanted) });
    move = moves.get(start) ?? move;
  }
  return edits;
}

/** How far the next member moves, where it stands in the column of a comment. */
function moveOfNext(
  source: string,
  from: number,
  column: number,
  columns: ReadonlyMap<number, number>,
): number | undefined {
  const next = [...columns.keys()].sort((a, b) => a - b).find((start) => start > from);
  if (next === undefined) return undefined;
  const indent = /^ */.exec(source.slice(next))![0].length;
  return indent === column ? columns.get(next)! - indent : undefined;
}
