import assert from 'node:assert/strict';
import { serviceMayAssume } from '../../../server/src/service';

const allow = (principal: object, more: object = {}) =>
  JSON.stringify({
    Version: '2012-10-17',
    Statement: [{ Effect: 'Allow', Principal: principal, Action: 'sts:AssumeRole', ...more }],
  });
const ec2 = { Service: 'ec2.amazonaws.com' };

describe('whether a service may assume a role', () => {
  for (const [what, text, answer, reason] of [
    ['its name', allow(ec2), 'yes', ''],
    [
      'another service',
      allow({ Service: 's3.amazonaws.com' }),
      'no',
      'its trust policy does not name ec2.amazonaws.com',
    ],
    [
      'another action',
      allow(ec2, { Action: 'sts:TagSession' }),
      'no',
      'its trust policy names ec2.amazonaws.com, but not for sts:AssumeRole',
    ],
    [
      'a condition',
      allow(ec2, { Condition: { StringEquals: { 'aws:SourceAccount': '111122223333' } } }),
      'depends',
      'it depends on the condition aws:SourceAccount',
    ],
    ['broken text', '{ "Statement": [', 'depends', 'its trust policy cannot be read'],
  ] as const) {
    it(`tells from ${what}`, () => {
      assert.deepEqual(serviceMayAssume(text, ['ec2.amazonaws.com']), { answer, reason });
    });
  }

  it('takes any of the names a service goes by', () => {
    const names = ['ec2.amazonaws.com.cn', 'ec2.amazonaws.com'];
    assert.equal(serviceMayAssume(allow(ec2), names).answer, 'yes');
    assert.equal(serviceMayAssume(allow({ Service: 'ec2.amazonaws.com.cn' }), names).answer, 'yes');
    assert.equal(serviceMayAssume(allow({ Service: 's3.amazonaws.com' }), names).answer, 'no');
  });
});
