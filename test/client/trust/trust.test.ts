import assert from 'node:assert/strict';
import { type Ec2Trust, ec2Trust } from '../../../client/src/trust/ec2';
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

describe('whether EC2 may assume a role', () => {
  const cases: [string, string | undefined, Ec2Trust][] = [
    ['EC2 is named', policy(allow(ec2)), 'yes'],
    [
      'EC2 is one of several',
      policy(allow({ Service: ['lambda.amazonaws.com', 'ec2.amazonaws.com'] })),
      'yes',
    ],
    ['the statement is no list', JSON.stringify({ Statement: allow(ec2) }), 'yes'],
    ['the action is a pattern', policy(allow(ec2, { Action: 'sts:*' })), 'yes'],
    ['the action is a pattern within', policy(allow(ec2, { Action: 's?s:*ume*e' })), 'yes'],
    ['the action is a pattern for another', policy(allow(ec2, { Action: 'sts:Assume*y' })), 'no'],
    ['the action is spelt in another case', policy(allow(ec2, { Action: ['STS:assumerole'] })), 'yes'],
    ['EC2 is named as in China', policy(allow({ Service: 'ec2.amazonaws.com.cn' })), 'yes'],
    ['a second statement names EC2', policy(allow(account), allow(ec2)), 'yes'],
    ['another service is named', policy(allow({ Service: 's3.amazonaws.com' })), 'no'],
    ['EC2 is mistyped', policy(allow({ Service: 'ec2.amazonaws.con' })), 'no'],
    ['an account is named', policy(allow(account)), 'no'],
    ['EC2 may do something else', policy(allow(ec2, { Action: 'sts:TagSession' })), 'no'],
    ['nothing is allowed', policy(), 'no'],
    [
      'a condition decides',
      policy(allow(ec2, { Condition: { Bool: { 'aws:SecureTransport': 'true' } } })),
      'unknown',
    ],
    ['somebody is denied', policy(allow(ec2), allow(ec2, { Effect: 'Deny' })), 'unknown'],
    [
      'another is denied',
      policy(allow(ec2), allow({ Service: 's3.amazonaws.com' }, { Effect: 'Deny' })),
      'yes',
    ],
    ['anyone is trusted', policy(allow('*')), 'unknown'],
    ['any AWS principal is trusted', policy(allow({ AWS: '*' })), 'unknown'],
    [
      'all but some are trusted',
      policy({ Effect: 'Allow', NotPrincipal: account, Action: 'sts:AssumeRole' }),
      'unknown',
    ],
    [
      'all actions but some are allowed',
      policy({ Effect: 'Allow', Principal: ec2, NotAction: 'sts:TagSession' }),
      'unknown',
    ],
    [
      'EC2 is named in a way we do not know',
      policy(allow({ Service: 'ec2.eu-west-1.amazonaws.com' })),
      'unknown',
    ],
    ['the effect is mistyped', policy(allow(ec2, { Effect: 'Alow' })), 'unknown'],
    ['a principal type is unknown', policy(allow({ Sevice: 's3.amazonaws.com' })), 'unknown'],
    ['it is no JSON', 'oh', 'unknown'],
    ['it is JSON of something else', '[1]', 'unknown'],
    ['it is not known', undefined, 'unknown'],
  ];
  for (const [when, text, answer] of cases) {
    it(`${answer}, when ${when}`, () => {
      assert.equal(ec2Trust(text), answer);
    });
  }

  it('takes no time over a hostile pattern', () => {
    const start = performance.now();
    for (const part of ['*', '*?', '*s', '?*'])
      ec2Trust(policy(allow(ec2, { Action: `${part.repeat(5000)}x` })));
    assert.ok(performance.now() - start < 200);
  });
});

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
