import type { ArrayNode, ObjectNode, PolicyNode, StringNode } from '../../model/nodes';
import { placeOf } from '../../model/placeOf';
import { readJson } from '../../readers/json';
import { type Container, entriesOf, membersOf, type PolicyWriter, type TextEdit, type Value } from '../edit';
import { JsonWriter } from '../json/jsonWriter';
import { JsonLayout } from '../json/layout';
import { heredocNotation, type Notation } from '../json/notation';
import { refused } from '../noEdits';
import { argumentOf } from './blocks';

/** JSON in which `${` is Terraform's; the data source has a way of its own to write policy variables. */
const notation: Notation = {
  ...heredocNotation,
  inner: (text) => heredocNotation.inner(text.replaceAll('${', '&{')),
};

/**
 * Writes changes into `aws_iam_policy_document` in Terraform's JSON syntax: elements are arguments, and what are blocks in
 * its own syntax are objects, or lists of them. What can't be placed there changes nothing.
 */
export class JsonDocumentWriter implements PolicyWriter {
  private readonly json: JsonWriter;
  private readonly layout: JsonLayout;
  private readonly root: PolicyNode | undefined;

  constructor(text: string) {
    this.json = new JsonWriter(text, notation);
    this.layout = new JsonLayout(text, notation);
    this.root = readJson(text, { comments: true }).root;
  }

  setText(node: StringNode, text: string): TextEdit[] {
    const raw = this.written(node);
    if (raw?.kind !== 'string') return raw ? this.json.replace(raw, text) : refused();
    const isName = argumentOf(node.text) === raw.text;
    const name = isName ? argumentOf(text) : text;
    return name === undefined ? refused() : this.json.setText(raw, name);
  }

  setPart(node: StringNode, from: number, to: number, text: string): TextEdit[] {
    return this.written(node)?.kind === 'string' ? this.json.setPart(node, from, to, text) : refused();
  }

  replace(node: PolicyNode, value: Value): TextEdit[] {
    const raw = this.written(node);
    // Blocks have an element's value in another shape.
    if (!raw || raw.kind === 'object' || isObject(value)) return refused();
    return this.json.replace(raw, raw.kind === 'array' ? listOf(value) : value);
  }

  addEntry(object: ObjectNode, key: string, value: Value, where?: 'first' | 'last'): TextEdit[] {
    const raw = this.written(object);
    const name = argumentOf(key);
    // What is merged of several blocks, and what is one of them, has no place for other keys.
    if (raw?.kind !== 'object' || name === undefined || object.isBare) return refused();
    return this.json.addEntry(raw, name, inDocument(key, value), where);
  }

  addItems(list: ArrayNode, values: readonly Value[]): TextEdit[] {
    const raw = this.written(list);
    if (raw?.kind === 'array') return this.json.addItems(raw, values);
    if (!list.isBare) return refused();
    const statements = values.map((value) => inDocument('Statement', value));
    const last = list.items.at(-1);
    const around = last && placeOf(this.root, last.range)?.parents[0]?.container;
    if (around?.kind === 'array') return this.json.addItems(around, statements);
    return last ? this.secondOf(last, statements) : refused();
  }

  remove(container: Container, indexes: readonly number[]): TextEdit[] {
    const raw = this.written(container);
    if (!raw || (raw.kind !== 'object' && raw.kind !== 'array')) return refused();
    const members = membersOf(raw);
    const found = indexes.map((index) => {
      const { start, end } = membersOf(container)[index]!.range;
      return members.findIndex(({ range }) => range.start <= start && end <= range.end && start < end);
    });
    return found.includes(-1) ? refused() : this.json.remove(raw, found);
  }

  wrap(node: PolicyNode): TextEdit[] {
    const raw = this.written(node);
    return raw && raw.kind !== 'object' ? this.json.wrap(raw) : refused();
  }

  /** A list of one stays a list. */
  unwrap(): TextEdit[] {
    return refused();
  }

  flatten(list: ArrayNode): TextEdit[] {
    const raw = this.written(list);
    return raw?.kind === 'array' ? this.json.flatten(raw) : refused();
  }

  /** The node of the file's JSON; undefined where the file has none at the place. */
  private written({ range }: PolicyNode): PolicyNode | undefined {
    return range.start === range.end ? undefined : placeOf(this.root, range)?.node;
  }

  /** A list of the only block and those. */
  private secondOf({ range: { start, end } }: PolicyNode, values: readonly Value[]): TextEdit[] {
    const rendered = values.map((value) => `, ${this.layout.render(value, '', true)}`);
    return [
      { range: { start, end: start }, newText: '[' },
      { range: { start: end, end }, newText: `${rendered.join('')}]` },
    ];
  }
}

/** The value of an element as the data source's JSON has it. */
export function inDocument(element: string, value: Value): Value {
  if (element === 'Statement') return listOf(value).map(statement).at(0) ?? {};
  if (element === 'Condition')
    return entriesOf(value).flatMap(([test, clauses]) => conditions(test, clauses));
  if (element === 'Principal' || element === 'NotPrincipal') {
    const types = value === '*' ? ([['*', '*']] as const) : entriesOf(value);
    return types.map(([type, identifiers]) => ({ type, identifiers: listOf(identifiers) }));
  }
  return /^(Not)?(Action|Resource)$/.test(element) ? listOf(value) : value;
}

function statement(value: Value): Value {
  const entries = entriesOf(value).flatMap(([key, one]) => {
    const name = argumentOf(key);
    return name === undefined ? [] : [[name, inDocument(key, one)] as const];
  });
  return Object.fromEntries(entries);
}

function conditions(test: string, clauses: Value): Value[] {
  return entriesOf(clauses).map(([variable, values]) => ({ test, variable, values: listOf(values) }));
}

function listOf(value: Value): readonly Value[] {
  return Array.isArray(value) ? (value as readonly Value[]) : [value];
}

function isObject(value: Value): boolean {
  return entriesOf(value).length > 0;
}
