import assert from 'node:assert/strict';
import { describeChange } from '../../../server/src/service';

const policy = (...statements: object[]) => JSON.stringify({ Version: '2012-10-17', Statement: statements });
const trusting = (Principal: object, Condition?: object, Action: string | string[] = 'sts:AssumeRole') => ({
  Effect: 'Allow',
  Principal,
  Action,
  ...(Condition && { Condition }),
});
const externalId = { StringEquals: { 'sts:ExternalId': 'x-1' } };
const ec2 = { Service: 'ec2.amazonaws.com' };
const allowing = (Action: string | string[], Resource: string | string[] = '*', more: object = {}) => ({
  Effect: 'Allow',
  Action,
  Resource,
  ...more,
});

describe('a change of a trust policy in words', () => {
  const cases: [string, string, string, string[]][] = [
    [
      'an account comes, another goes',
      policy(trusting({ AWS: ['111111111111', '333333333333'] })),
      policy(trusting({ AWS: ['111111111111', 'arn:aws:iam::222222222222:root'] })),
      ['Adds account 222222222222', 'Removes account 333333333333'],
    ],
    ['a service comes', policy(), policy(trusting(ec2)), ['Adds service ec2.amazonaws.com']],
    [
      'a condition comes',
      policy(trusting({ AWS: '222222222222' })),
      policy(trusting({ AWS: '222222222222' }, externalId)),
      ['Account 222222222222: if sts:ExternalId StringEquals x-1 instead of without limits'],
    ],
    [
      'everyone, with a condition',
      policy(),
      policy(trusting({ AWS: '*' }, externalId)),
      ['Adds everyone if sts:ExternalId StringEquals x-1'],
    ],
    [
      'a role and a refusal',
      policy(),
      policy(trusting({ AWS: 'arn:aws:iam::222222222222:role/team/Deployer' }), {
        ...trusting({ AWS: '333333333333' }),
        Effect: 'Deny',
      }),
      ['Adds role team/Deployer of account 222222222222', 'Refuses account 333333333333'],
    ],
    [
      'another action',
      policy(trusting(ec2)),
      policy(trusting(ec2, undefined, ['sts:AssumeRole', 'sts:TagSession'])),
      ['Service ec2.amazonaws.com: for sts:AssumeRole, sts:TagSession instead of without limits'],
    ],
    [
      'only the layout',
      policy(trusting(ec2)),
      JSON.stringify(JSON.parse(policy(trusting(ec2))), null, 4),
      [],
    ],
    ['a list of one', policy(trusting(ec2)), policy(trusting({ Service: ['ec2.amazonaws.com'] })), []],
  ];
  for (const [what, before, after, lines] of cases) {
    it(what, () => {
      assert.deepEqual(describeChange({ kind: 'trust', before, after }), lines);
    });
  }
});

describe('a change of permissions in words', () => {
  const cases: [string, string, string, string[]][] = [
    [
      'an action comes, another goes',
      policy(allowing(['s3:GetObject', 's3:ListBucket'])),
      policy(allowing(['s3:GetObject', 's3:PutObject'])),
      ['Allows s3:PutObject on all resources', 'No longer allows s3:ListBucket on all resources'],
    ],
    [
      'other resources',
      policy(allowing('s3:GetObject')),
      policy(allowing('s3:GetObject', 'arn:aws:s3:::b/*')),
      ['s3:GetObject: on arn:aws:s3:::b/* instead of on all resources'],
    ],
    ['a denial', policy(), policy({ ...allowing('s3:*'), Effect: 'Deny' }), ['Denies s3:* on all resources']],
    [
      'statements in another order',
      policy(allowing('a:B'), allowing('c:D')),
      policy(allowing('c:D'), allowing('a:B')),
      [],
    ],
    ['another Sid', policy(allowing('a:B')), policy({ Sid: 'X', ...allowing('a:B') }), []],
    ['a broken text', policy(), '{ "Statement": [', ['The new text is not valid JSON']],
    [
      'another version',
      policy(allowing('a:B')).replace('2012-10-17', '2008-10-17'),
      policy(allowing('a:B')),
      ["Changes the policy language's version from 2008-10-17 to 2012-10-17"],
    ],
  ];
  for (const [what, before, after, lines] of cases) {
    it(what, () => {
      assert.deepEqual(describeChange({ kind: 'identity', before, after }), lines);
    });
  }
});
