import assert from 'node:assert/strict';
import { selectionRanges } from '../../../server/src/service';
import { parseCursor } from '../../support/cursor';
import { policyIn, textAt } from '../../support/policy';

const rows: readonly (readonly [what: string, source: string, steps: readonly string[]])[] = [
  [
    'an action: its name, all of it, its list',
    '{ "A": ["s3:Get$0Object", "b:c"] }',
    [
      'GetObject',
      's3:GetObject',
      '"s3:GetObject"',
      '"s3:GetObject", "b:c"',
      '["s3:GetObject", "b:c"]',
      '"A": ["s3:GetObject", "b:c"]',
      '{ "A": ["s3:GetObject", "b:c"] }',
    ],
  ],
  [
    'an ARN by its fields',
    '{"A":"arn:aws:ec2:*:1111$022223333:vpc/a:b"}',
    [
      '111122223333',
      'arn:aws:ec2:*:111122223333:vpc/a:b',
      '"arn:aws:ec2:*:111122223333:vpc/a:b"',
      '"A":"arn:aws:ec2:*:111122223333:vpc/a:b"',
      '{"A":"arn:aws:ec2:*:111122223333:vpc/a:b"}',
    ],
  ],
  [
    'a resource with colons of its own, and the variable in it',
    '{"A":"arn:aws:s3:::b/${aws:user$0name}/x:y"}',
    [
      '${aws:username}',
      'b/${aws:username}/x:y',
      'arn:aws:s3:::b/${aws:username}/x:y',
      '"arn:aws:s3:::b/${aws:username}/x:y"',
      '"A":"arn:aws:s3:::b/${aws:username}/x:y"',
      '{"A":"arn:aws:s3:::b/${aws:username}/x:y"}',
    ],
  ],
  ['a key', '{"Eff$0ect":1}', ['Effect', '"Effect"', '"Effect":1', '{"Effect":1}']],
  ['between entries', '{"a":1, $0 "b":2}', ['"a":1,  "b":2', '{"a":1,  "b":2}']],
  [
    'escapes',
    '{"a":"\\u00fc$0:b"}',
    ['\\u00fc', '\\u00fc:b', '"\\u00fc:b"', '"a":"\\u00fc:b"', '{"a":"\\u00fc:b"}'],
  ],
  ['half a policy', '{"a":["s3:G$0', ['G', 's3:G', '"s3:G', '["s3:G', '"a":["s3:G', '{"a":["s3:G']],
  ['outside', '$0 {}', []],
];

describe('selection ranges', () => {
  for (const [what, source, steps] of rows)
    it(what, () => {
      const { text, offset } = parseCursor(source);
      const found = selectionRanges(policyIn(text).policy, offset);
      assert.deepEqual(
        found.map((range) => textAt(text, range)),
        steps,
      );
      found.forEach(({ start, end }, index) => {
        const outer = found[index + 1];
        assert.ok(!outer || (outer.start <= start && end <= outer.end), 'each holds the one before');
      });
    });
});
