import assert from 'node:assert/strict';
import { accessChange } from '../../../client/src/changes/access';
import type { CheckResult } from '../../../client/src/changes/checks';
import { decideAttach, decideDetach } from '../../../client/src/changes/plan';
import { type Circumstances, confirmAttach, confirmDetach } from '../../../client/src/changes/words';
import { association, instance, profile, role } from '../support/fakeConnection';

const web = instance('i-1', 'web\u202e $(x)');
const R = role('R');
const S = role('S');
const facts = {
  instance: web,
  associations: [association('i-1', 'Old')],
  role: R,
  profiles: [profile('Old', S), profile('P', R)],
};
const around: Circumstances = {
  place: { profile: 'work', region: 'eu-west-1' },
  account: '123456789012',
  checks: [],
  access: { gained: ['Reading'], lost: ['Writing', 'own (inline)'] },
};

describe('what a confirmation says', () => {
  const attach = (checks: readonly CheckResult[] = []) => {
    const decision = decideAttach(facts);
    return confirmAttach(decision.kind === 'plan' ? decision.plan : assert.fail(), { ...around, checks });
  };

  it('names account, region, profile, instance, old and new role and profile, access, steps and commands', () => {
    const { question, detail, button, commands } = attach();
    assert.equal(question, 'Attach role R to web $(x) (i-1)?');
    assert.equal(button, 'Replace');
    assert.equal(
      detail,
      [
        'Account 123456789012 · region eu-west-1 · profile work',
        'Instance: web $(x) (i-1), running',
        'Role: S → R',
        'Instance profile: Old → P',
        'Access gained: Reading',
        'Access lost: Writing, own (inline)',
        '',
        'This will be done:',
        '1. Replace instance profile Old by P on web $(x) (i-1)',
        '',
        'The same with the AWS CLI:',
        ...commands,
      ].join('\n'),
    );
  });

  it('makes failures and what is not known stand out, and asks for more than a habit', () => {
    const { detail, button } = attach([
      { id: 'trust', verdict: 'fail', says: 'EC2 may not' },
      { id: 'passRole', verdict: 'unknown', says: 'Who knows' },
      { id: 'role', verdict: 'pass', says: 'fine' },
    ]);
    assert.match(detail, /\n\n⚠ EC2 may not\.\n\n\? Who knows\.\n\n✓ 1 of 3 checks passed$/);
    assert.equal(button, 'Replace Anyway');
  });

  it('says what is lost by detaching', () => {
    const decision = decideDetach(web, facts.associations, facts.profiles);
    if (decision.kind !== 'plan') assert.fail();
    const { detail, question } = confirmDetach(web, decision.present, decision.actions, around);
    assert.match(question, /^Detach role S from web/);
    assert.match(detail, /Role: S → none\nInstance profile: Old → none\n.*\nAccess lost: Writing/);
    assert.match(detail, /Programs on the instance lose their AWS credentials/);
  });
});

describe('access gained and lost', () => {
  const policy = (name: string) => ({ name, arn: `arn:aws:iam::aws:policy/${name}` });
  const old = { managed: [policy('A'), policy('B')], inline: ['own'] };
  const fresh = { managed: [policy('B'), policy('C')], inline: ['own'] };
  it('leaves out managed policies that both have, and never inline ones', () => {
    assert.deepEqual(accessChange(old, fresh), {
      gained: ['C', 'own (inline)'],
      lost: ['A', 'own (inline)'],
    });
  });
  it('is nothing where there is no role, and not known where it is not', () => {
    assert.deepEqual(accessChange('none', fresh), { gained: ['B', 'C', 'own (inline)'], lost: [] });
    assert.deepEqual(accessChange(old, 'none'), { gained: [], lost: ['A', 'B', 'own (inline)'] });
    assert.deepEqual(accessChange(undefined, undefined), { gained: undefined, lost: undefined });
  });
});
