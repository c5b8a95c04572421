import assert from 'node:assert/strict';
import { byStem } from '../../../server/src/service/iam/byStem';
import { findRedundant } from '../../../server/src/service/iam/redundant';
import type { StringNode } from '../../../server/src/service/model/nodes';

const node = (text: string, at: number): StringNode => ({
  kind: 'string',
  text,
  range: { start: at, end: at + 1 },
  contentStart: at,
});

/** Each group as its cover and the places of its members. */
function groupsOf(texts: readonly string[]): [string, number[]][] {
  return findRedundant(texts.map(node), texts).map(({ cover, members }) => [
    cover,
    members.map(({ range }) => range.start),
  ]);
}

const filler = Array.from({ length: 40 }, (_, i) => `ec2:describe${String.fromCharCode(97 + (i % 26))}${i}x`);

describe('findRedundant', () => {
  const rows: readonly [texts: string[], groups: [string, number[]][]][] = [
    [['s3:get', 's3:put'], []],
    [['s3:get', 's3:put', 's3:get'], [['s3:get', [0, 2]]]],
    [
      ['s3:getobject', 's3:get*', 's3:put', 's3:*ject'],
      [
        ['s3:get*', [0, 1]],
        ['s3:*ject', [0, 3]],
      ],
    ],
    [['s3:g**', 's3:g*', 's3:get'], [['s3:g**', [0, 1, 2]]]],
    [['?*', '*?', 'a'], [['?*', [0, 1, 2]]]],
    [['*', 's3:get', 'sqs:*'], [['*', [0, 1, 2]]]],
  ];
  for (const [texts, groups] of rows) {
    it(texts.join(' '), () => assert.deepEqual(groupsOf(texts), groups));
    it(`${texts.join(' ')}, in a long list`, () => {
      const wide = texts.includes('*') || texts.includes('?*');
      const others = wide ? filler.map((_, i) => texts.length + i) : [];
      const expected = groups.map(([cover, members]) => [cover, [...members, ...others]]);
      assert.deepEqual(groupsOf([...texts, ...filler]), expected);
    });
  }
});

describe('byStem', () => {
  it('finds in a long list those that begin with the stem, and no others', () => {
    const candidates = byStem([...filler, 'a', 'ab', 'b'], 100);
    for (const stem of ['', 'a', 'ab', 'abc', 'ec2:describea', 'ec2:describez', 'z']) {
      const expected = [...filler, 'a', 'ab', 'b'].filter((text) => text.startsWith(stem)).sort();
      assert.deepEqual(candidates(stem), expected, stem);
    }
  });
});
