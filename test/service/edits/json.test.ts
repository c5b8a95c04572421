import assert from 'node:assert/strict';
import fc from 'fast-check';
import { parse, type ParseError } from 'jsonc-parser';
import type { TextEdit, Value } from '../../../server/src/service/edits/edit';
import { JsonWriter } from '../../../server/src/service/edits/json/jsonWriter';
import type { ArrayNode, ObjectNode, PolicyNode } from '../../../server/src/service/model/nodes';
import { readJson } from '../../../server/src/service';
import { runs } from '../../support/anyInput';
import { applyEdits } from '../../support/applyEdits';

type Change = (writer: JsonWriter, root: ObjectNode) => TextEdit[];

function valueAt(root: ObjectNode, key: string): PolicyNode {
  const value = root.entries.find((entry) => entry.key.text === key)?.value;
  assert.ok(value);
  return value;
}

const list = (root: ObjectNode) => valueAt(root, 'l') as ArrayNode;
const object = (root: ObjectNode) => valueAt(root, 'o') as ObjectNode;
const removeItems =
  (...indexes: number[]): Change =>
  (writer, root) =>
    writer.remove(list(root), indexes);
const removeEntries =
  (...indexes: number[]): Change =>
  (writer, root) =>
    writer.remove(object(root), indexes);
const addItems =
  (...values: Value[]): Change =>
  (writer, root) =>
    writer.addItems(list(root), values);
const addEntry =
  (key: string, value: Value, where?: 'first'): Change =>
  (writer, root) =>
    writer.addEntry(object(root), key, value, where);

const rows: readonly (readonly [name: string, before: string, change: Change, after: string])[] = [
  ['the first item', '{ "l": ["a", "b", "c"] }', removeItems(0), '{ "l": ["b", "c"] }'],
  ['the first two', '{ "l": ["a", "b", "c"] }', removeItems(0, 1), '{ "l": ["c"] }'],
  ['an item in the middle', '{ "l": ["a", "b", "c"] }', removeItems(1), '{ "l": ["a", "c"] }'],
  ['the last item', '{ "l": ["a", "b", "c"] }', removeItems(2), '{ "l": ["a", "b"] }'],
  ['the last two', '{ "l": ["a", "b", "c"] }', removeItems(1, 2), '{ "l": ["a"] }'],
  ['all', '{ "l": ["a", "b"] }', removeItems(0, 1), '{ "l": [] }'],
  ['a first line', '{ "l": [\n  "a",\n  "b"\n] }', removeItems(0), '{ "l": [\n  "b"\n] }'],
  ['a last line', '{ "l": [\n  "a",\n  "b"\n] }', removeItems(1), '{ "l": [\n  "a"\n] }'],
  [
    'a line, the comment before it stays',
    '{ "l": [\n  "a", // one\n  "b",\n  "c"\n] }',
    removeItems(1),
    '{ "l": [\n  "a", // one\n  "c"\n] }',
  ],
  [
    'a last line, the comment before it stays',
    '{ "l": [\n  "a", // one\n  "b"\n] }',
    removeItems(1),
    '{ "l": [\n  "a" // one\n] }',
  ],
  ['an entry', '{ "o": { "a": 1, "b": 2 } }', removeEntries(1), '{ "o": { "a": 1 } }'],
  ['the first entry', '{ "o": { "a": 1, "b": 2 } }', removeEntries(0), '{ "o": { "b": 2 } }'],
  ['the only entry', '{ "o": { "a": 1 } }', removeEntries(0), '{ "o": {} }'],
  ['an item to one line', '{ "l": ["a"] }', addItems('b', 'c'), '{ "l": ["a", "b", "c"] }'],
  [
    'an item to lines',
    '{\n  "l": [\n    "a"\n  ]\n}',
    addItems('b'),
    '{\n  "l": [\n    "a",\n    "b"\n  ]\n}',
  ],
  [
    'an item to lines with tabs',
    '{\n\t"l": [\n\t\t"a"\n\t]\n}',
    addItems('b'),
    '{\n\t"l": [\n\t\t"a",\n\t\t"b"\n\t]\n}',
  ],
  [
    'an item behind a comment',
    '{\n  "l": [\n    "a" // one\n  ]\n}',
    addItems('b'),
    '{\n  "l": [\n    "a", // one\n    "b"\n  ]\n}',
  ],
  ['an item to an empty list', '{ "l": [] }', addItems('a'), '{ "l": ["a"] }'],
  ['an entry to one line', '{ "o": { "a": 1 } }', addEntry('b', 'x'), '{ "o": { "a": 1, "b": "x" } }'],
  [
    'an entry before others',
    '{ "o": { "a": 1 } }',
    addEntry('b', 'x', 'first'),
    '{ "o": { "b": "x", "a": 1 } }',
  ],
  [
    'an entry before lines',
    '{\n  "o": {\n    "a": 1\n  }\n}',
    addEntry('b', 'x', 'first'),
    '{\n  "o": {\n    "b": "x",\n    "a": 1\n  }\n}',
  ],
  ['an entry to an empty object', '{ "o": {} }', addEntry('b', 'x'), '{ "o": { "b": "x" } }'],
  [
    'an object to lines',
    '{\n  "o": {\n    "a": 1\n  }\n}',
    addEntry('b', { c: { d: 'x' } }),
    '{\n  "o": {\n    "a": 1,\n    "b": {\n      "c": {\n        "d": "x"\n      }\n    }\n  }\n}',
  ],
  [
    'brackets around a string',
    '{ "l": "a" }',
    (writer, root) => writer.wrap(valueAt(root, 'l')),
    '{ "l": ["a"] }',
  ],
  [
    'brackets off a string',
    '{ "l": [\n  "a"\n] }',
    (writer, root) => writer.unwrap(list(root)),
    '{ "l": "a" }',
  ],
  [
    'another text',
    '{ "l": "a" }',
    (writer, root) => writer.setText(valueAt(root, 'l') as never, 'b"c'),
    '{ "l": "b\\"c" }',
  ],
  [
    'a list in place of a string',
    '{ "l": "a" }',
    (writer, root) => writer.replace(valueAt(root, 'l'), ['a', 'b']),
    '{ "l": ["a", "b"] }',
  ],
];

function rootOf(text: string): ObjectNode {
  const { root } = readJson(text, { comments: true });
  assert.equal(root?.kind, 'object');
  return root;
}

describe('changes written into JSON', () => {
  for (const [name, before, change, after] of rows) {
    it(name, () => assert.equal(applyEdits(before, change(new JsonWriter(before), rootOf(before))), after));
  }

  const indent = fc.constantFrom(undefined, 2, '\t');
  const items = fc.array(fc.oneof(fc.string(), fc.integer(), fc.boolean()), { minLength: 1, maxLength: 8 });

  it('what is removed is gone, and nothing else', () => {
    fc.assert(
      fc.property(items, fc.array(fc.nat(7)), indent, fc.boolean(), (values, at, space, commented) => {
        const indexes = [...new Set(at.filter((index) => index < values.length))];
        const text = JSON.stringify({ l: values }, undefined, space).replace(
          /,\n/g,
          commented ? ', // a, comment\n' : ',\n',
        );
        const after = applyEdits(text, new JsonWriter(text).remove(list(rootOf(text)), indexes));
        const errors: ParseError[] = [];
        assert.deepEqual(
          parse(after, errors),
          { l: values.filter((_, index) => !indexes.includes(index)) },
          after,
        );
        assert.deepEqual(errors, [], after);
      }),
      runs(300),
    );
  });

  it('what is added stands behind what is there', () => {
    fc.assert(
      fc.property(fc.array(fc.string()), items, indent, (values, more, space) => {
        const text = JSON.stringify({ l: values }, undefined, space);
        const after = applyEdits(text, new JsonWriter(text).addItems(list(rootOf(text)), more));
        assert.deepEqual(JSON.parse(after), { l: [...values, ...more] }, after);
      }),
      runs(300),
    );
  });
});
