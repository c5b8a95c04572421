import assert from 'node:assert/strict';
import { isKnownResource, typesMatching } from '../../../server/src/service/iam/arnFormats';
import { testCatalog } from '../../support/catalog';

const table: readonly (readonly [pattern: string, service: string, types: readonly string[]])[] = [
  ['arn:aws:s3:::amzn-s3-demo-bucket', 's3', ['bucket']],
  ['arn:aws:s3:::amzn-s3-demo-bucket/*', 's3', ['object']],
  ['arn:aws:s3:::amzn-s3-demo-bucket/home/${aws:username}', 's3', ['object']],
  ['arn:aws:s3:::amzn-s3-demo-bucket*', 's3', ['bucket', 'object']],
  ['arn:aws:ec2:*::image/ami-*', 'ec2', ['image']],
  ['arn:aws:ec2:us-east-1:111122223333:instance/*', 'ec2', ['instance']],
  ['arn:aws:ec2:*:*:vpc/*', 'ec2', ['vpc']],
  ['arn:aws:ec2:*:*:?ubnet/*', 'ec2', ['subnet']],
  ['arn:aws:dynamodb:*:*:table/Books', 'dynamodb', ['table']],
  ['arn:aws:dynamodb:*:*:table/Books/index/*', 'dynamodb', ['index']],
  ['arn:aws:iam::111122223333:role/path/name', 'iam', ['role']],
  ['arn:aws:iam::${aws:PrincipalAccount}:user/${aws:username}', 'iam', ['user']],
  ['arn:aws:logs:*:*:log-group:/aws/lambda/x:*', 'logs', ['log-group', 'log-stream']],
  ['arn:aws:lambda:*:*:l?yer:*', 'lambda', ['layer', 'layerversion']],
  ['arn:aws:sns:*:*:????', 'sns', ['topic']],
  ['arn:aws:s3:::amzn-s3-demo-bucket', 'ec2', []],
];

describe('resource types that an ARN pattern can match', () => {
  for (const [pattern, prefix, types] of table) {
    it(`${pattern} in ${prefix}: ${types.join(', ') || 'none'}`, () => {
      const found = typesMatching(pattern, testCatalog().service(prefix)!)!;
      assert.deepEqual([...new Set(found)].sort(), types);
    });
  }

  it('matches every type behind a star', () => {
    const ec2 = testCatalog().service('ec2')!;
    const found = typesMatching('arn:aws:ec2:*:*:*', ec2)!;
    assert.ok(found.includes('image') && found.includes('instance'));
    assert.ok(!found.includes('certificate'), 'the type of another service');
  });

  it('says nothing about a text that is no ARN', () => {
    assert.equal(typesMatching('bucket', testCatalog().service('s3')!), undefined);
    assert.equal(typesMatching('arn:aws:s3', testCatalog().service('s3')!), undefined);
  });

  it('knows what it has a format for', () => {
    assert.ok(isKnownResource('arn:aws:s3:::amzn-s3-demo-bucket', testCatalog()));
    assert.ok(!isKnownResource('arn:aws:ec2:*:*:something-new/*', testCatalog()));
    assert.ok(!isKnownResource('arn:aws:nosuchservice:::x', testCatalog()));
  });

  it('answers for a pattern of thousands of wildcards', () => {
    // Compared in every way that the wildcards could be read, this would not end.
    const long = `arn:aws:s3:::${'*a'.repeat(20_000)}`;
    assert.ok(typesMatching(long, testCatalog().service('s3')!)?.includes('object'));
  });
});
