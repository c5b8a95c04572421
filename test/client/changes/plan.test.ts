import assert from 'node:assert/strict';
import { type AttachFacts, decideAttach, decideDetach } from '../../../client/src/changes/plan';
import { association, instance, profile, role } from '../support/fakeConnection';

const web = (state?: string) => instance('i-1', 'web', state);
const R = role('R');
const decide = (facts: Partial<AttachFacts>) =>
  decideAttach({ instance: web(), associations: [], profiles: [], role: R, ...facts });
const planned = (facts: Partial<AttachFacts>) => {
  const decision = decide(facts);
  assert.equal(decision.kind, 'plan');
  return decision.kind === 'plan' ? decision.plan : assert.fail();
};

describe('deciding how an instance gets a role', () => {
  it('uses the profile that holds the role, whatever its name', () => {
    const plan = planned({ profiles: [profile('R'), profile('Other', R)] });
    assert.deepEqual(plan.profile, { name: 'Other', make: 'nothing' });
  });

  it('creates a profile of the role’s name where none holds it', () => {
    assert.deepEqual(planned({ profiles: [profile('X', role('S'))] }).profile, { name: 'R', make: 'create' });
  });

  it('fills an empty profile of the role’s name and says whom else that touches', () => {
    const plan = planned({ profiles: [profile('R')] });
    assert.deepEqual(plan.profile, { name: 'R', make: 'add role' });
    assert.match(plan.warnings.join(), /empty instance profile R will run as R too/);
  });

  it('never takes a profile of that name which holds another role', () => {
    const profiles = [profile('R', role('S')), profile('R-profile', role('T'))];
    assert.deepEqual(planned({ profiles }).profile, { name: 'R-profile-2', make: 'create' });
  });

  it('asks which of several profiles is meant, and then takes it', () => {
    const profiles = [profile('A', R), profile('B', R)];
    assert.equal(decide({ profiles }).kind, 'choose');
    assert.equal(planned({ profiles, chosenProfile: 'B' }).profile.name, 'B');
  });

  it('replaces what a running instance has', () => {
    const plan = planned({
      profiles: [profile('R', R), profile('Old', role('S'))],
      associations: [association('i-1', 'Old')],
    });
    assert.equal(plan.replaces?.profileName, 'Old');
    assert.equal(plan.replaces.roleName, 'S');
  });

  it('ignores associations that are over', () => {
    const plan = planned({ associations: [association('i-1', 'Old', 'disassociated')] });
    assert.equal(plan.replaces, undefined);
  });

  it('does nothing where the instance has the role already, stopped or not', () => {
    for (const state of ['running', 'stopped']) {
      const decision = decide({
        instance: web(state),
        profiles: [profile('P', R)],
        associations: [association('i-1', 'P')],
      });
      assert.equal(decision.kind, 'nothing');
    }
  });

  it('waits while AWS is busy with the instance', () => {
    for (const state of ['associating', 'disassociating'] as const) {
      const decision = decide({ associations: [association('i-1', 'P', state)] });
      assert.equal(decision.kind, 'wait');
      assert.match('sentence' in decision ? decision.sentence : '', new RegExp(`still ${state}`));
    }
  });

  it('changes a stopped instance by the same plan', () => {
    const plan = planned({ instance: web('stopped'), associations: [association('i-1', 'Old')] });
    assert.deepEqual(
      plan.actions.map(({ kind }) => kind),
      ['createProfile', 'addRole', 'associate'],
    );
  });

  it('only fills the empty profile that the instance has already', () => {
    const plan = planned({ profiles: [profile('R')], associations: [association('i-1', 'R')] });
    assert.deepEqual(plan.actions, [{ kind: 'addRole', profileName: 'R', roleName: 'R' }]);
  });

  const refusals: [string, Partial<AttachFacts>, RegExp][] = [
    ['a terminated instance', { instance: web('terminated') }, /web \(i-1\) is terminated\./],
    ['a starting instance', { instance: web('pending') }, /is pending\..*running or stopped/],
  ];
  for (const [what, facts, sentence] of refusals) {
    it(`refuses ${what} and says why`, () => {
      const decision = decide(facts);
      assert.equal(decision.kind, 'refused');
      assert.match('sentence' in decision ? decision.sentence : '', sentence);
    });
  }
});

describe('deciding how an instance loses its role', () => {
  it('names what it has', () => {
    const decision = decideDetach(web('stopped'), [association('i-1', 'P')], [profile('P', R)]);
    assert.equal(decision.kind === 'plan' && decision.present.roleName, 'R');
  });

  it('leaves alone what is gone already', () => {
    assert.equal(decideDetach(web('terminated'), [], []).kind, 'nothing');
  });

  it('does nothing where there is nothing', () => {
    assert.equal(decideDetach(web(), [association('i-1', 'P', 'disassociated')], []).kind, 'nothing');
  });
});
