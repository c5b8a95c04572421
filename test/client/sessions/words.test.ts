import assert from 'node:assert/strict';
import { accountColors, colorOfAccount } from '../../../client/src/sessions/accounts';
import { explainAssuming, shortIdentity, timeLeft } from '../../../client/src/sessions/explanation';
import { isRoleSession, roleOfSession } from '../../../client/src/sessions/identity';
import { policyProblem, compactJson } from '../../../client/src/sessions/sessionPolicy';
import { contextOf, requesterOf, trustQuestions } from '../../../client/src/sessions/trustQuestion';

const parts = {
  identityArn: 'arn:aws:iam::111111111111:user/alice',
  whose: 'profile "dev"',
  roleArn: 'arn:aws:iam::123456789012:role/path/Reader',
  sessionName: 'alice-1',
  durationSeconds: 3600,
  now: new Date(2026, 10, 25, 14, 40),
  renewed: true,
  narrowed: false,
};

describe('explaining what assuming a role means', () => {
  it('says who one is, what AWS checks, as whom one will act, how long, and with whose permissions', () => {
    const text = explainAssuming(parts);
    assert.match(text, /You are user\/alice in account 111111111111, by profile "dev"\./);
    assert.match(
      text,
      /AWS checks \(1\) your permission on sts:AssumeRole.*\(2\) the trust policy of role Reader/,
    );
    assert.match(text, /You will act as Reader\/alice-1 in account 123456789012 until 15:40/);
    assert.match(text, /with the permissions of Reader and not your own\./);
  });

  it('says that an own account must allow it where the role is elsewhere, and only there', () => {
    assert.match(explainAssuming(parts), /which your account must give you/);
    const here = { ...parts, identityArn: 'arn:aws:iam::123456789012:user/a' };
    assert.doesNotMatch(explainAssuming(here), /must give you/);
  });

  it('says what is so with MFA, a session policy and an identity that AWS does not tell', () => {
    assert.match(explainAssuming({ ...parts, renewed: false }), /takes an MFA code/);
    assert.match(explainAssuming({ ...parts, narrowed: true }), /session policy narrows/);
    assert.match(explainAssuming({ ...parts, identityArn: undefined }), /has not told its name/);
  });

  it('says short names and times', () => {
    assert.equal(shortIdentity('arn:aws:sts::1:assumed-role/R/me'), 'assumed-role/R/me');
    assert.deepEqual([59_000, 60_000, 3_659_000].map(timeLeft), ['59 s', '1 min', '1 h']);
  });
});

describe('the identity behind a session', () => {
  it('is known to be a role’s', () => {
    const arn = 'arn:aws:sts::123456789012:assumed-role/AWSReservedSSO_Admin_1/me';
    assert.equal(isRoleSession({ arn, account: '' }), true);
    assert.equal(isRoleSession({ arn: 'arn:aws:iam::1:user/assumed-role', account: '' }), false);
    assert.equal(roleOfSession(arn), 'arn:aws:iam::123456789012:role/AWSReservedSSO_Admin_1');
    assert.equal(roleOfSession('arn:aws:iam::123456789012:user/me'), undefined);
  });
});

describe('questions to a trust policy', () => {
  it('are asked for users, sessions and whole accounts', () => {
    assert.equal(requesterOf('arn:aws:iam::123456789012:user/a/me')?.type, 'user');
    assert.equal(requesterOf('arn:aws:sts::123456789012:assumed-role/R/s')?.type, 'session');
    assert.deepEqual(requesterOf('arn:aws:iam::123456789012:root'), {
      type: 'account',
      account: '123456789012',
    });
    assert.equal(requesterOf('arn:aws:sts::123456789012:federated-user/x'), undefined);
  });

  const request = { roleArn: parts.roleArn, sessionName: 's1', durationSeconds: 900 };
  it('say what is known of the call, and leave MFA open without a code', () => {
    const bare = contextOf(request);
    assert.equal(bare['sts:ExternalId'], null);
    assert.equal('aws:MultiFactorAuthPresent' in bare, false);
    const full = contextOf({ ...request, externalId: 'x-1', tags: { team: 'web' }, mfa: {} });
    assert.deepEqual(
      ['sts:ExternalId', 'aws:RequestTag/team', 'aws:TagKeys', 'aws:MultiFactorAuthPresent'].map(
        (key) => full[key],
      ),
      ['x-1', 'web', ['team'], 'true'],
    );
  });

  it('are as many as the actions that the call takes', () => {
    const identity = 'arn:aws:iam::123456789012:user/me';
    assert.equal(trustQuestions('{}', identity, request).length, 1);
    const all = trustQuestions('{}', identity, { ...request, tags: { a: 'b' }, sourceIdentity: 'me' });
    assert.deepEqual(
      all.map(({ action }) => action),
      [undefined, 'TagSession', 'SetSourceIdentity'],
    );
  });
});

describe('a session policy', () => {
  const found = (kind: 'identity' | 'trust' | 'session' | undefined, findings: object[] = []) =>
    ({ kind, certain: false, findings }) as unknown as Parameters<typeof policyProblem>[0];

  it('is a policy of permissions without errors that fits', () => {
    assert.equal(policyProblem(found('identity'), '{}'), undefined);
    assert.equal(
      policyProblem(found('session'), `{ ${' '.repeat(5000)} }`),
      undefined,
      'white space does not count',
    );
  });

  it('is refused, with the reason, where it is no policy, another kind, wrong, or too long', () => {
    assert.match(policyProblem(found(undefined), '{}') ?? '', /not an IAM policy/);
    assert.match(policyProblem(found('trust'), '{}') ?? '', /trust policy, which says who/);
    const error = { severity: 'error', code: 'X', message: 'Effect is wrong', line: 2 };
    assert.match(policyProblem(found('identity', [error]), '{}') ?? '', /Line 3: Effect is wrong/);
    assert.match(policyProblem(found('identity'), '{ "a"') ?? '', /no JSON/);
    assert.match(policyProblem(found('identity'), JSON.stringify({ Sid: 'x'.repeat(2100) })) ?? '', /2048/);
  });

  it('is sent without white space', () => {
    assert.equal(compactJson('{ "a": [ 1 ] }\n'), '{"a":[1]}');
    assert.equal(compactJson('{'), undefined);
  });
});

describe('the colour of an account', () => {
  it('is always the same, one that was set before all', () => {
    assert.equal(colorOfAccount('123456789012', undefined), colorOfAccount('123456789012', {}));
    assert.equal(colorOfAccount('123456789012', { color: 'red' }), accountColors.red);
    const invented = colorOfAccount('123456789012', { color: 'url(javascript:1)' });
    assert.ok(Object.values(accountColors).includes(invented));
  });
});
