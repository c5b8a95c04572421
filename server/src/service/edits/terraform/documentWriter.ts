import type { ArrayNode, ObjectNode, PolicyNode, StringNode } from '../../model/nodes';
import { type Container, membersOf, type PolicyWriter, type TextEdit, type Value } from '../edit';
import { JsonWriter } from '../json/jsonWriter';
import { JsonLayout } from '../json/layout';
import { documentNotation } from '../json/notation';
import { argumentOf, blockLines, entryLines } from './blocks';
import { lineStartAt } from '../../model/lines';

/**
 * Writes changes into `aws_iam_policy_document` data sources: elements are arguments, statements, principals and
 * conditions are blocks, and what a policy writes as one string is a list here.
 */
export class DocumentWriter implements PolicyWriter {
  private readonly layout: JsonLayout;
  private readonly lists: JsonWriter;

  constructor(private readonly text: string) {
    this.layout = new JsonLayout(text, documentNotation);
    this.lists = new JsonWriter(text, documentNotation);
  }

  setText(node: StringNode, text: string): TextEdit[] {
    if (this.text[node.range.start] === '"') return this.lists.setText(node, text);
    // A value that the text leaves out has no place.
    if (node.range.start === node.range.end) return [];
    const name = argumentOf(text);
    const isName = argumentOf(node.text) === this.text.slice(node.range.start, node.range.end);
    if (isName) return name === undefined ? [] : [{ range: node.range, newText: name }];
    return [{ range: node.range, newText: `"${documentNotation.inner(text)}"` }];
  }

  setPart(node: StringNode, from: number, to: number, text: string): TextEdit[] {
    return this.text[node.range.start] === '"' ? this.lists.setPart(node, from, to, text) : [];
  }

  replace(node: PolicyNode, value: Value): TextEdit[] {
    if (this.roleOf(node) !== 'value') return this.replaceBlocks(node, value);
    const isScalar = node.kind !== 'array' && typeof value !== 'object';
    const wanted = isScalar || Array.isArray(value) ? value : [value];
    return node.range.start === node.range.end ? [] : this.lists.replace(node, wanted);
  }

  addEntry(object: ObjectNode, key: string, value: Value, where: 'first' | 'last' = 'last'): TextEdit[] {
    const role = this.roleOf(object);
    if (role === 'value') return [];
    const lines = entryLines(role, this.operatorOf(object, role), key, value, this.layout);
    if (lines === undefined) return [];
    if (role === 'conditions' || role === 'principals' || role === 'operator')
      return this.behind(object, lines);
    return this.inside(object, lines, where);
  }

  addItems(list: ArrayNode, values: readonly Value[]): TextEdit[] {
    if (!list.isBare) return this.lists.addItems(list, values);
    const lines = values.flatMap((value) => blockLines('statement', value, this.layout));
    return list.items.length > 0 ? this.behind(list, lines) : [];
  }

  remove(container: Container, indexes: readonly number[]): TextEdit[] {
    if (this.roleOf(container) === 'value') return this.lists.remove(container, indexes);
    return indexes.flatMap((index) => {
      const { start, end } = membersOf(container)[index]!.range;
      return start === end ? [] : [this.wholeLines(start, end)];
    });
  }

  wrap(node: PolicyNode): TextEdit[] {
    return this.roleOf(node) === 'value' && node.range.end > node.range.start ? this.lists.wrap(node) : [];
  }

  /** A list of one stays a list. */
  unwrap(): TextEdit[] {
    return [];
  }

  flatten(list: ArrayNode): TextEdit[] {
    return this.lists.flatten(list);
  }

  private roleOf(node: PolicyNode): Role {
    const word = /^\w+/.exec(this.text.slice(node.range.start, node.range.start + 20))?.[0];
    if (node.kind === 'array' && node.isBare) return 'statements';
    if (node.kind !== 'object') return 'value';
    if (word === 'data') return 'policy';
    if (word === 'statement') return 'statement';
    if (word === 'condition') return node.merges ? 'conditions' : 'operator';
    return 'principals';
  }

  /** The operator of a condition block, whose only clause stands in the same block. */
  private operatorOf({ range }: ObjectNode, role: Role): string {
    if (role !== 'operator') return '';
    return /\btest\s*=\s*"([^"]*)"/.exec(this.text.slice(range.start, range.end))?.[1] ?? '';
  }

  /** Blocks in place of the blocks. */
  private replaceBlocks(node: PolicyNode, value: Value): TextEdit[] {
    const { range } = node;
    const word = /^\w+/.exec(this.text.slice(range.start))?.[0] ?? '';
    const element = { principals: 'Principal', not_principals: 'NotPrincipal', condition: 'Condition' }[word];
    const lines = element && entryLines('statement', '', element, value, this.layout);
    if (lines === undefined || lines === '') return [];
    const indent = this.layout.indentAt(range.start);
    return [{ range, newText: lines.join(`\n${indent}`) }];
  }

  /** New lines at the top or the end of a block. */
  private inside(object: ObjectNode, lines: readonly string[], where: 'first' | 'last'): TextEdit[] {
    const { range, entries } = object;
    const written = entries.filter((entry) => entry.range.end > entry.range.start);
    const inner = this.layout.indentAt(range.start) + this.layout.unit;
    const brace = this.text.indexOf('{', range.start) + 1;
    const last = written.at(-1);
    if (where === 'first' || !last) return [insert(brace, lines.map((line) => `\n${inner}${line}`).join(''))];
    return this.behind({ range: last.range }, lines);
  }

  private behind({ range }: Pick<PolicyNode, 'range'>, lines: readonly string[]): TextEdit[] {
    const indent = this.layout.indentAt(range.start);
    const lineEnd = this.text.indexOf('\n', range.end);
    const rest = lineEnd < 0 ? '' : this.text.slice(range.end, lineEnd);
    const at = /^\s*(#|\/\/|$)/.test(rest) ? range.end + rest.trimEnd().length : range.end;
    return [insert(at, lines.map((line) => `\n${indent}${line}`).join(''))];
  }

  /** A member with the lines that are left empty without it. */
  private wholeLines(start: number, end: number): TextEdit {
    const lineStart = lineStartAt(this.text, start);
    const lineEnd = this.text.indexOf('\n', end);
    const isAlone =
      this.text.slice(lineStart, start).trim() === '' &&
      lineEnd >= 0 &&
      this.text.slice(end, lineEnd).trim() === '';
    return { range: isAlone ? { start: lineStart, end: lineEnd + 1 } : { start, end }, newText: '' };
  }
}

/** What a node of the policy is in the text. */
export type Role = 'policy' | 'statements' | 'statement' | 'conditions' | 'operator' | 'principals' | 'value';

function insert(offset: number, newText: string): TextEdit {
  return { range: { start: offset, end: offset }, newText };
}
