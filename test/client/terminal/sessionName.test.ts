import assert from 'node:assert/strict';
import {
  defaultSessionName,
  externalIdProblem,
  roleArnProblem,
  sessionNameProblem,
} from '../../../client/src/terminal/sessionName';

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
    for (const arn of ['arn:aws:iam::123456789012:role/R', 'arn:aws-us-gov:iam::123456789012:role/a/b/R'])
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
});
