import assert from 'node:assert/strict';
import type { Association, Instance, InstanceProfile, Role } from '../../../client/src/aws/model';
import { type AttachFacts, decideAttach, decideDetach } from '../../../client/src/changes/plan';
import { ec2TrustText, trusting } from '../support/account';

const instance = (state = 'running'): Instance => ({
  id: 'i-1',
  name: 'web',
  state,
  type: undefined,
  zone: undefined,
  privateIp: undefined,
  launchedAt: undefined,
  account: '123456789012',
});
const role = (name: string, trust = ec2TrustText): Role => ({
  name,
  arn: `arn:aws:iam::123456789012:role/${name}`,
  path: '/',
  description: undefined,
  createdAt: undefined,
  maxSessionSeconds: 3600,
  trust,
});
const profile = (name: string, ...roles: Role[]): InstanceProfile => ({
  name,
  arn: `arn:aws:iam::123456789012:instance-profile/${name}`,
  path: '/',
  roles,
});
const association = (profileName: string, state: Association['state'] = 'associated'): Association => ({
  id: 'iip-assoc-1',
  instanceId: 'i-1',
  profileArn: profile(profileName).arn,
  state,
});

const R = role('R');
const decide = (facts: Partial<AttachFacts>) =>
  decideAttach({ instance: instance(), associations: [], profiles: [], role: R, ...facts });
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
      associations: [association('Old')],
    });
    assert.equal(plan.replaces?.profileName, 'Old');
    assert.equal(plan.replaces.roleName, 'S');
  });

  it('ignores associations that are over', () => {
    const plan = planned({ associations: [association('Old', 'disassociated')] });
    assert.equal(plan.replaces, undefined);
  });

  it('does nothing where the instance has the role already, stopped or not', () => {
    for (const state of ['running', 'stopped']) {
      const decision = decide({
        instance: instance(state),
        profiles: [profile('P', R)],
        associations: [association('P')],
      });
      assert.equal(decision.kind, 'nothing');
    }
  });

  it('warns of a role that EC2 may not assume, and only then', () => {
    const s3 = role('R', trusting({ Service: 's3.amazonaws.com' }));
    assert.match(planned({ role: s3 }).warnings.join(), /does not let EC2 assume it/);
    assert.deepEqual(planned({}).warnings, []);
    assert.deepEqual(planned({ role: role('R', 'not JSON') }).warnings, []);
  });

  const refusals: [string, Partial<AttachFacts>, RegExp][] = [
    ['a terminated instance', { instance: instance('terminated') }, /web \(i-1\) is terminated\./],
    ['a starting instance', { instance: instance('pending') }, /is pending\..*running or stopped/],
    ['an unsettled association', { associations: [association('P', 'associating')] }, /still associating/],
    [
      'replacing on a stopped instance',
      { instance: instance('stopped'), associations: [association('Old')] },
      /is stopped and has instance profile Old\..*running instance only\. Start the instance, or detach/,
    ],
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
    const decision = decideDetach(instance('stopped'), [association('P')], [profile('P', R)]);
    assert.equal(decision.kind === 'plan' && decision.present.roleName, 'R');
  });

  it('does nothing where there is nothing', () => {
    assert.equal(decideDetach(instance(), [association('P', 'disassociated')], []).kind, 'nothing');
  });
});
