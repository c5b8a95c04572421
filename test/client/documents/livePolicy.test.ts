import assert from 'node:assert/strict';
import { lettingEc2In } from '../../../client/src/documents/lettingEc2In';
import { type LivePolicy, pathOf, policyAt } from '../../../client/src/documents/livePolicy';
import { isSamePolicy, laidOut } from '../../../client/src/documents/text';
import { kindOfLivePolicy } from '../../../server/src/protocol/livePolicies';
import { serviceMayAssume } from '../../../server/src/service';
import { ec2TrustText, trusting } from '../support/account';

const account = '123456789012';
const arn = 'arn:aws:iam::123456789012:policy/team/ci/Deploy';

describe('the path of a policy in an account', () => {
  const cases: [LivePolicy, string, string][] = [
    [{ kind: 'trust', account, roleName: 'R' }, '/trust-policies/R trust policy.live.iam.json', 'trust'],
    [
      { kind: 'inline', account, roleName: 'R', policyName: 'my-trust-policy' },
      '/inline-policies/R/my-trust-policy.live.iam.json',
      'identity',
    ],
    [{ kind: 'managed', account, arn }, `/managed-policies/${arn}/Deploy.live.iam.json`, 'identity'],
    [
      { kind: 'managed', account, arn, version: 'v12' },
      `/managed-policies/${arn}/Deploy@v12.live.iam.json`,
      'identity',
    ],
    [{ kind: 'boundary', account, arn }, `/permissions-boundaries/${arn}/Deploy.live.iam.json`, 'boundary'],
  ];
  for (const [policy, path, kind] of cases) {
    it(`says what it is: ${path}`, () => {
      assert.equal(pathOf(policy), `/${account}${path}`);
      assert.deepEqual(policyAt(pathOf(policy)), policy);
      assert.equal(kindOfLivePolicy(pathOf(policy)), kind);
    });
  }

  for (const path of [
    '',
    '/',
    '/x/trust-policies/R trust policy.live.iam.json',
    `/${account}/other/x.live.iam.json`,
  ]) {
    it(`is none: ${path}`, () => {
      assert.equal(policyAt(path), undefined);
    });
  }
});

describe('the text of a policy in an account', () => {
  it('is laid out without losing a key that stands twice', () => {
    assert.equal(laidOut('{"a":1,"a":2}'), '{\n  "a": 1,\n  "a": 2\n}\n');
    assert.equal(laidOut('{\n"a": 1}'), '{\n"a": 1}', 'what somebody laid out stays so');
  });

  it('is the same whatever its layout', () => {
    assert.ok(isSamePolicy('{"a":1}', '{\n "a": 1 }'));
    assert.ok(!isSamePolicy('{"a":1}', '{"a":2}'));
    assert.ok(isSamePolicy('broken', ' broken\n'));
  });
});

describe('letting EC2 assume a role', () => {
  for (const [what, text] of [
    ['beside others', trusting({ Service: 's3.amazonaws.com' })],
    [
      'beside one that is no list',
      JSON.stringify({ Statement: (JSON.parse(ec2TrustText) as { Statement: object[] }).Statement[0] }),
    ],
    ['as the first', '{ "Version": "2012-10-17", "Statement": [] }'],
  ] as const) {
    it(`adds a statement ${what}`, () => {
      const changed = lettingEc2In(text) ?? '';
      assert.equal(serviceMayAssume(changed, ['ec2.amazonaws.com']).answer, 'yes');
      const before = [(JSON.parse(text) as { Statement: object | object[] }).Statement].flat();
      assert.deepEqual(
        (JSON.parse(changed) as { Statement: object[] }).Statement.slice(0, before.length),
        before,
      );
    });
  }

  it('leaves a text alone that has no statements', () => {
    assert.equal(lettingEc2In('broken'), undefined);
  });
});
