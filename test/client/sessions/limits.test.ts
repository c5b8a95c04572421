import assert from 'node:assert/strict';
import {
  durationCap,
  durationProblem,
  durationWords,
  externalIdProblem,
  longestSessionPolicy,
  mfaCodeProblem,
  mfaSerialProblem,
  readTags,
  roleArnProblem,
  sessionNameProblem,
  sessionPolicyProblem,
  sourceIdentityProblem,
  tagsProblem,
  writeTags,
} from '../../../client/src/sessions/limits';
import { defaultSessionName } from '../../../client/src/sessions/options';

describe('what STS takes', () => {
  const valid = ['me', 'alice@example.com', 'a_b+c=d,e.f-g', 'x'.repeat(64)];
  const invalid = ['', 'x', 'x'.repeat(65), 'a b', 'a/b', 'ä-b', '$(id)', 'a\nb'];
  for (const name of valid)
    it(`takes the session name ${name}`, () => assert.equal(sessionNameProblem(name), undefined));
  for (const name of invalid)
    it(`refuses the session name ${JSON.stringify(name)}`, () => assert.ok(sessionNameProblem(name)));

  it('makes a valid session name from any user’s name', () => {
    const now = new Date('2026-11-24T09:15:00Z');
    assert.equal(defaultSessionName('alice', now), 'alice-20261124T0915');
    for (const user of ['', 'Jürgen Müller', '用户', 'x'.repeat(200), '$(rm -rf)'])
      assert.equal(sessionNameProblem(defaultSessionName(user, now)), undefined, user);
  });

  it('takes external ids with colons and slashes, from 2 to 1224 characters', () => {
    assert.equal(externalIdProblem('partner:/42'), undefined);
    assert.equal(externalIdProblem('x'.repeat(1224)), undefined);
    for (const id of ['x', 'x'.repeat(1225), 'a b', '$x']) assert.ok(externalIdProblem(id), id);
  });

  it('takes ARNs of roles in every partition and nothing else', () => {
    for (const arn of [
      'arn:aws:iam::123456789012:role/R',
      'arn:aws-us-gov:iam::123456789012:role/a/b/R',
      'arn:aws:iam::123456789012:role/$(id)/`x`/${env:HOME}/R',
    ])
      assert.equal(roleArnProblem(arn), undefined, arn);
    for (const arn of [
      '',
      'R',
      'arn:aws:iam::12:role/R',
      'arn:aws:iam::123456789012:user/R',
      'arn:aws:iam::123456789012:role/R;id',
    ])
      assert.ok(roleArnProblem(arn), arn);
  });

  it('takes source identities like session names', () => {
    assert.equal(sourceIdentityProblem('alice@example.com'), undefined);
    for (const name of ['a', 'x'.repeat(65), 'a b', 'aws:x']) assert.ok(sourceIdentityProblem(name), name);
  });

  it('takes MFA codes of six digits and serial numbers of devices', () => {
    assert.equal(mfaCodeProblem('012345'), undefined);
    for (const code of ['', '12345', '1234567', '12345a', '12 456']) assert.ok(mfaCodeProblem(code), code);
    assert.equal(mfaSerialProblem('arn:aws:iam::123456789012:mfa/me'), undefined);
    assert.equal(mfaSerialProblem('GAHT12345678'), undefined);
    for (const serial of ['short', 'a b c d e f g h', 'x'.repeat(257)]) assert.ok(mfaSerialProblem(serial));
  });

  const caps: [string, number | undefined, boolean, number, RegExp][] = [
    ['the role’s maximum', 7200, false, 7200, /role’s maximum/],
    ['one hour when chaining, whatever the role allows', 43_200, true, 3600, /chaining/],
    ['twelve hours where the role is not known', undefined, false, 43_200, /no longer session/],
  ];
  for (const [what, maximum, chained, seconds, reason] of caps) {
    it(`caps the duration at ${what}, and says why`, () => {
      const cap = durationCap(maximum, chained);
      assert.equal(cap.seconds, seconds);
      assert.equal(durationProblem(seconds, cap), undefined);
      assert.match(durationProblem(seconds + 60, cap) ?? '', reason);
      assert.match(durationProblem(899, cap) ?? '', /at least 15 minutes/);
      assert.ok(durationProblem(NaN, cap));
    });
  }

  it('says durations in hours and minutes', () => {
    assert.deepEqual([900, 3600, 5400, 43_200].map(durationWords), ['15 min', '1 h', '1 h 30 min', '12 h']);
  });

  const tags: [string, ReturnType<typeof readTags> | RegExp][] = [
    ['', {}],
    ['team=web', { team: 'web' }],
    [' team = web , stage=a=b,empty= ', { team: 'web', stage: 'a=b', empty: '' }],
    ['größe=Ⅸ 用户@x', { größe: 'Ⅸ 用户@x' }],
    ['team', /key=value/],
    ['=x', /key=value/],
    ['a=1, a=2', /twice/],
    ['Team=1, team=2', /upper and lower/],
    ['aws:x=1', /aws:/],
    ['a=$(id)', /character/],
    ['a=`id`', /character/],
    ['${x}=1', /character/],
    [`${'k'.repeat(129)}=1`, /128/],
    [`k=${'v'.repeat(257)}`, /256/],
    [Array.from({ length: 51 }, (_, index) => `k${index}=v`).join(','), /50/],
  ];
  for (const [text, expected] of tags) {
    it(`reads the tags ${JSON.stringify(text.slice(0, 40))}`, () => {
      const read = readTags(text);
      if (expected instanceof RegExp) assert.match(JSON.stringify(read), expected);
      else assert.deepEqual(read, expected);
    });
  }

  it('writes tags as it reads them', () => {
    assert.deepEqual(readTags(writeTags({ a: '1', b: 'x=y' })), { a: '1', b: 'x=y' });
    assert.equal(tagsProblem({ a: '1' }), undefined);
  });

  it('takes session policies of up to 2048 characters of Latin-1', () => {
    assert.equal(sessionPolicyProblem('x'.repeat(longestSessionPolicy)), undefined);
    assert.match(sessionPolicyProblem('x'.repeat(2049)) ?? '', /2048 characters; this one has 2049/);
    assert.match(sessionPolicyProblem('{"Sid": "用"}') ?? '', /Latin-1/);
  });
});
