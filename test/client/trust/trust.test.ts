import assert from 'node:assert/strict';
import { assumeRequirements } from '../../../client/src/trust/requirements';
import { trustedParties } from '../../../client/src/trust/words';

type Statement = Record<string, unknown>;
const allow = (principal: unknown, more: Statement = {}): Statement => ({
  Effect: 'Allow',
  Principal: principal,
  Action: 'sts:AssumeRole',
  ...more,
});
const policy = (...statements: Statement[]): string =>
  JSON.stringify({ Version: '2012-10-17', Statement: statements });
const ec2 = { Service: 'ec2.amazonaws.com' };
const account = { AWS: 'arn:aws:iam::111122223333:root' };

describe('what assuming a role requires', () => {
  const withId = (value: unknown) => ({ Condition: { StringEquals: { 'sts:ExternalId': value } } });
  const mfa = { Condition: { Bool: { 'aws:MultiFactorAuthPresent': 'true' } } };
  const cases: [
    string,
    string | undefined,
    { externalId: { value: string | undefined } | undefined; mfa: boolean },
  ][] = [
    ['nothing', policy(allow(account)), { externalId: undefined, mfa: false }],
    [
      'the external id it names',
      policy(allow(account, withId('abc'))),
      { externalId: { value: 'abc' }, mfa: false },
    ],
    [
      'one of several external ids',
      policy(allow(account, withId(['a1', 'b2']))),
      { externalId: { value: undefined }, mfa: false },
    ],
    [
      'an external id like a pattern',
      policy(allow(account, { Condition: { StringLike: { 'STS:EXTERNALID': 'p-*' } } })),
      { externalId: { value: undefined }, mfa: false },
    ],
    ['MFA', policy(allow(account, mfa)), { externalId: undefined, mfa: true }],
    [
      'recent MFA',
      policy(allow(account, { Condition: { NumericLessThan: { 'aws:MultiFactorAuthAge': '3600' } } })),
      { externalId: undefined, mfa: true },
    ],
    [
      'nothing where another way in asks for less',
      policy(allow(account, withId('abc')), allow(account)),
      { externalId: undefined, mfa: false },
    ],
    [
      'an external id of people, whatever a service needs',
      policy(allow(ec2), allow(account, withId('abc'))),
      { externalId: { value: 'abc' }, mfa: false },
    ],
    ['nothing we know of where it cannot be read', 'oh', { externalId: undefined, mfa: false }],
    ['nothing we know of where it is not there', undefined, { externalId: undefined, mfa: false }],
    [
      'no MFA where false is asked for',
      policy(allow(account, { Condition: { Bool: { 'aws:MultiFactorAuthPresent': 'false' } } })),
      { externalId: undefined, mfa: false },
    ],
  ];
  for (const [what, text, answer] of cases) {
    it(what, () => {
      assert.deepEqual(assumeRequirements(text), answer);
    });
  }
});

describe('a trust policy in words', () => {
  const cases: [unknown, Statement, string, string][] = [
    [ec2, {}, 'EC2 (ec2.amazonaws.com)', ''],
    [{ Service: 'config.amazonaws.com' }, {}, 'config (config.amazonaws.com)', ''],
    [account, {}, 'Account 111122223333', ''],
    [{ AWS: '111122223333' }, {}, 'Account 111122223333', ''],
    [{ AWS: 'arn:aws:iam::111122223333:role/team/R' }, {}, 'Role team/R of account 111122223333', ''],
    [{ AWS: 'arn:aws:iam::111122223333:user/U' }, {}, 'User U of account 111122223333', ''],
    [{ AWS: 'AROAEXAMPLE' }, {}, 'AROAEXAMPLE', ''],
    ['*', {}, 'Anyone (*)', ''],
    [
      { Federated: 'arn:aws:iam::111122223333:oidc-provider/token.actions.githubusercontent.com' },
      {},
      'GitHub Actions (arn:aws:iam::111122223333:oidc-provider/token.actions.githubusercontent.com)',
      '',
    ],
    [
      account,
      { Condition: { StringEquals: { 'sts:ExternalId': 'x' } } },
      'Account 111122223333',
      'only with external ID',
    ],
    [
      account,
      { Condition: { Bool: { 'aws:MultiFactorAuthPresent': 'true' } } },
      'Account 111122223333',
      'only with MFA',
    ],
    [account, { Effect: 'Deny' }, 'Account 111122223333', 'never (denied)'],
    [
      ec2,
      { Condition: { StringLike: { 'aws:Foo': ['a', 'b'] } } },
      'EC2 (ec2.amazonaws.com)',
      'only if aws:foo StringLike a or b',
    ],
  ];
  for (const [principal, more, who, limits] of cases) {
    it([who, limits].filter(Boolean).join(', '), () => {
      const [party] = trustedParties(policy(allow(principal, more))) ?? [];
      assert.deepEqual([party?.who, party?.limits], [who, limits]);
    });
  }

  it('is not made up where the policy cannot be read', () => {
    assert.equal(trustedParties('{'), undefined);
  });
});
