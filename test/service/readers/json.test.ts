import assert from 'node:assert/strict';
import { rangeWithin, type StringNode } from '../../../server/src/service/model/nodes';
import { readJson } from '../../../server/src/service/readers/json';

const strict = { comments: false };

function firstAction(text: string): StringNode {
  const node = readJson(text, strict).statements[0]?.actions[0]?.node;
  assert.ok(node);
  return node;
}

describe('JSON reader', () => {
  it('gives each value its exact range', () => {
    const text = '{ "Statement": [{ "Action": ["s3:GetObject"] }] }';
    const { range } = firstAction(text);
    assert.equal(text.slice(range.start, range.end), '"s3:GetObject"');
  });

  it('maps characters of an escaped string back to the text', () => {
    const text = String.raw`{ "Statement": { "Action": "\u0073\"3:Get\n" } }`;
    const node = firstAction(text);
    assert.equal(node.text, 's"3:Get\n');
    const part = rangeWithin(node, 2, 3);
    assert.equal(text.slice(part.start, part.end), '3');
    const end = rangeWithin(node, 7, 8);
    assert.equal(text.slice(end.start, end.end), String.raw`\n`);
  });

  it('counts offsets in UTF-16 units', () => {
    const text = '{ "Id": "🗝 key", "Statement": { "Action": "s3:*" } }';
    const { range } = firstAction(text);
    assert.equal(text.slice(range.start, range.end), '"s3:*"');
  });

  const broken: readonly (readonly [string, string, number])[] = [
    ['an unclosed brace', '{ "Statement": [{ "Action": "a:b" ', 1],
    ['an unclosed string', '{ "Statement": [{ "Action": "a:b', 1],
    ['a missing comma', '{ "Version": "x" "Statement": [{ "Action": "a:b" }] }', 1],
    ['a missing value', '{ "Version": , "Statement": [{ "Action": "a:b" }] }', 1],
    ['a trailing comma', '{ "Statement": [{ "Action": "a:b", }] }', 1],
    ['a comment', '{ "Statement": [{ "Action": "a:b" }] } // done', 1],
    ['text behind the value', '{ "Statement": [{ "Action": "a:b" }] } more', 1],
  ];
  for (const [what, text, statements] of broken) {
    it(`reads what it can of a text with ${what}`, () => {
      const policy = readJson(text, strict);
      assert.equal(policy.statements.length, statements);
      assert.equal(policy.statements[0]?.actions[0]?.text, 'a:b');
      assert.ok(policy.isPartial);
    });
  }

  it('accepts comments and trailing commas in JSONC', () => {
    const policy = readJson('// head\n{ "Statement": [/* none */], }', { comments: true });
    assert.deepEqual(policy.problems, []);
    assert.deepEqual(
      policy.comments.map(({ text }) => text),
      ['head', 'none'],
    );
  });

  it('keeps within the text when a comment is opened at its end', () => {
    for (const text of ['/*', '{}/*', '{"Version": "2012-10-17" /*']) {
      for (const comments of [true, false]) {
        const policy = readJson(text, { comments });
        assert.ok(policy.problems.length > 0, text);
        for (const { range } of [...policy.problems, ...policy.comments]) {
          assert.ok(range.start <= range.end && range.end <= text.length, text);
        }
      }
    }
  });

  it('says that an empty text is no policy', () => {
    assert.equal(readJson('', strict).problems.length, 1);
  });

  it('survives nesting beyond any sense', () => {
    const policy = readJson('['.repeat(100_000), strict);
    assert.match(policy.problems.map(({ message }) => message).join(), /nested too deeply/);
  });

  it('counts characters as AWS does for quotas', () => {
    const { size } = readJson('{\n  "Version": "2012-10-17",\n  "Statement": [ ]\n}', strict);
    assert.equal(size.withoutWhitespace, '{"Version":"2012-10-17","Statement":[]}'.length);
  });
});
