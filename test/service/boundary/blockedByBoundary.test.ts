import assert from 'node:assert/strict';
import { blockedByBoundary } from '../../../server/src/service';
import { overlaps } from '../../../server/src/service/iam/wildcard';

const allowing = (...Action: string[]) =>
  JSON.stringify({ Version: '2012-10-17', Statement: [{ Effect: 'Allow', Action, Resource: '*' }] });

describe('what a permissions boundary takes from a role', () => {
  for (const [what, policies, boundary, blocked] of [
    ['nothing where it allows the same', [allowing('s3:GetObject')], allowing('s3:*'), []],
    [
      'what it does not name',
      [allowing('s3:GetObject', 'sqs:SendMessage')],
      allowing('S3:Get*'),
      ['sqs:SendMessage'],
    ],
    ['nothing of what it allows in part', [allowing('s3:*')], allowing('s3:GetObject'), []],
    ['everything where it allows nothing', [allowing('s3:*')], allowing(), ['s3:*']],
    [
      'nothing certain by NotAction',
      [allowing('s3:*')],
      '{"Statement":{"Effect":"Allow","NotAction":"iam:*"}}',
      [],
    ],
    ['nothing certain from broken text', [allowing('s3:*')], '{"Statement":[', []],
  ] as const) {
    it(what, () => {
      assert.deepEqual(blockedByBoundary(policies, boundary), blocked);
    });
  }
});

describe('patterns with a text in common', () => {
  for (const [one, other, answer] of [
    ['s3:get*', 's3:getobject', true],
    ['s3:get*', '*object', true],
    ['s3:get*', 's3:put*', false],
    ['s3:?et*', 's3:g*t', true],
    ['*', '', true],
    ['?', '', false],
    ['a*b*c', 'a?c', true],
    ['a*b*c', 'ab?c', true],
    ['a*b*c', 'a?', false],
    ['s3:*', 'ec2:*', false],
  ] as const) {
    it(`${one} and ${other || 'nothing'}: ${answer ? 'yes' : 'no'}`, () => {
      assert.equal(overlaps(one, other), answer);
      assert.equal(overlaps(other, one), answer);
    });
  }
});
