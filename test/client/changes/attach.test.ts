import assert from 'node:assert/strict';
import type { Ec2Api } from '../../../client/src/aws/api';
import { explain } from '../../../client/src/aws/explain';
import type { InstanceProfile } from '../../../client/src/aws/model';
import { associationsOf, changeAssociation } from '../../../client/src/changes/association';
import { attach } from '../../../client/src/changes/attach';
import { type AttachPlan, decideAttach } from '../../../client/src/changes/plan';
import type { ChangeRun, ChangeServices } from '../../../client/src/changes/run';
import { TestAccount } from '../support/account';
import { collect } from '../support/collect';

const attempt = {
  action: 'ec2:AssociateIamInstanceProfile',
  doing: 'attach',
  profile: undefined,
  region: 'us-east-1',
  endpoint: undefined,
};

/** A run that remembers what it was told and does not really wait. */
class TestRun implements ChangeRun {
  readonly controller = new AbortController();
  readonly signal = this.controller.signal;
  readonly steps: string[] = [];
  waited = 0;
  report(step: string): void {
    this.steps.push(step);
  }
  pause(ms: number): Promise<void> {
    this.waited += ms;
    return Promise.resolve();
  }
}

describe('attaching a role in an emulated account', function () {
  this.timeout(60_000);
  let account: TestAccount;
  let services: ChangeServices;
  before(async () => {
    account = await TestAccount.open();
    services = account.connection;
  });
  after(() => {
    account.dispose();
  });

  const plan = async (instanceId: string, roleName: string): Promise<AttachPlan> => {
    const { ec2, iam } = account.connection;
    const decision = decideAttach({
      instance: (await ec2.instance(instanceId))!,
      associations: await associationsOf(instanceId, services),
      role: await iam.role(roleName),
      profiles: await collect<InstanceProfile>(iam.instanceProfiles()),
    });
    return decision.kind === 'plan' ? decision.plan : assert.fail(decision.kind);
  };
  const profileOf = async (instanceId: string): Promise<string | undefined> =>
    (await associationsOf(instanceId, services))[0]?.profileArn.split('/').at(-1);
  const profileExists = async (name: string): Promise<boolean> =>
    (await collect(account.connection.iam.instanceProfiles())).some((each) => each.name === name);
  /** The services with some calls of EC2 replaced. */
  const withEc2 = (changes: Partial<Ec2Api>): ChangeServices => ({
    iam: services.iam,
    ec2: new Proxy(services.ec2, {
      get: (target, name) => {
        const member: unknown = Reflect.get({ ...changes }, name) ?? Reflect.get(target, name);
        return typeof member === 'function' ? (member.bind(target) as unknown) : member;
      },
    }),
  });

  it('creates the profile, associates it and takes it back', async () => {
    const id = await account.instance('a');
    const role = await account.role();
    const run = new TestRun();
    const undo = await attach(await plan(id, role), services, run);
    assert.equal(await profileOf(id), role);
    assert.deepEqual(run.steps, [
      `Creating instance profile ${role}…`,
      `Putting role ${role} into instance profile ${role}…`,
      `Attaching instance profile ${role}…`,
      'Waiting until AWS confirms it…',
    ]);
    await changeAssociation(undo, services, new TestRun());
    assert.equal(await profileOf(id), undefined);
  });

  it('replaces a profile and puts the old one back', async () => {
    const id = await account.instance('b');
    const oldProfile = await account.profile(await account.role());
    await services.ec2.associate(id, oldProfile);
    const role = await account.role();
    const newProfile = await account.profile(role);
    const undo = await attach(await plan(id, role), services, new TestRun());
    assert.equal(await profileOf(id), newProfile);
    await changeAssociation(undo, services, new TestRun());
    assert.equal(await profileOf(id), oldProfile);
  });

  it('refuses to undo what somebody else has changed since', async () => {
    const id = await account.instance('c');
    const role = await account.role();
    const undo = await attach(await plan(id, role), services, new TestRun());
    const theirs = await account.profile(await account.role());
    const [present] = await associationsOf(id, services);
    await services.ec2.replace(present!, theirs);
    await assert.rejects(
      changeAssociation(undo, services, new TestRun()),
      /was changed by somebody else: it has instance profile profile-\w+ now, not instance profile role-\w+/,
    );
    assert.equal(await profileOf(id), theirs);
  });

  it('tries again while EC2 does not know the fresh profile yet', async () => {
    const id = await account.instance('d');
    const role = await account.role();
    let refusals = 3;
    const slow = withEc2({
      associate: (instanceId, name) => {
        if (refusals-- === 0) return services.ec2.associate(instanceId, name);
        const message = `Value (${name}) for parameter iamInstanceProfile.name is invalid. Invalid IAM Instance Profile name`;
        return Promise.reject(explain({ name: 'InvalidParameterValue', message }, attempt));
      },
    });
    const run = new TestRun();
    await attach(await plan(id, role), slow, run);
    assert.equal(await profileOf(id), role);
    assert.equal(run.waited, 6_000);
  });

  it('does not repeat a change whose answer was lost, but reads it back', async () => {
    const id = await account.instance('e');
    const role = await account.role();
    await account.profile(role);
    let calls = 0;
    const lossy = withEc2({
      associate: async (instanceId, name) => {
        calls++;
        await services.ec2.associate(instanceId, name);
        throw explain({ code: 'ECONNRESET', message: 'socket hang up' }, attempt);
      },
    });
    await attach(await plan(id, role), lossy, new TestRun());
    assert.equal(calls, 1);
  });

  it('waits until AWS says associated', async () => {
    const id = await account.instance('f');
    const role = await account.role();
    await account.profile(role);
    let reads = 0;
    const slow = withEc2({
      associations: async function* (instanceId) {
        for await (const page of services.ec2.associations(instanceId)) {
          yield page.map((each) => (++reads < 3 ? { ...each, state: 'associating' as const } : each));
        }
      },
    });
    const run = new TestRun();
    await attach(await plan(id, role), slow, run);
    assert.ok(run.waited >= 1_000);
  });

  it('removes the profile it made where AWS denies the change', async () => {
    const id = await account.instance('g');
    const role = await account.role();
    const denied = withEc2({
      associate: () =>
        Promise.reject(
          explain({ name: 'UnauthorizedOperation', message: 'You are not authorized.' }, attempt),
        ),
    });
    await assert.rejects(attach(await plan(id, role), denied, new TestRun()), /is not allowed/);
    assert.equal(await profileExists(role), false);
  });

  it('keeps the profile where the change may have been made', async () => {
    const id = await account.instance('h');
    const role = await account.role();
    const never = withEc2({
      associations: async function* (instanceId) {
        for await (const page of services.ec2.associations(instanceId))
          yield page.map((each) => ({ ...each, state: 'associating' as const }));
      },
    });
    await assert.rejects(
      attach(await plan(id, role), never, new TestRun()),
      /has not completed it within a minute/,
    );
    assert.equal(await profileExists(role), true);
    assert.equal(await profileOf(id), role);
  });

  it('changes nothing and leaves nothing where the person cancels in time', async () => {
    const id = await account.instance('i');
    const role = await account.role();
    const run = new TestRun();
    const report = run.report.bind(run);
    run.report = (step) => {
      report(step);
      if (step.startsWith('Putting')) run.controller.abort();
    };
    await assert.rejects(attach(await plan(id, role), services, run), { name: 'Cancelled' });
    assert.equal(await profileOf(id), undefined);
    assert.equal(await profileExists(role), false);
  });
});
