import assert from 'node:assert/strict';
import { nameInArn, type RoleSpec } from '../../../client/src/aws/model';
import type { Action } from '../../../client/src/changes/action';
import { carryOut, takeBack } from '../../../client/src/changes/carryOut';
import { associationsOf } from '../../../client/src/changes/settle';
import type { Rule } from '../../support/faults/exchange';
import * as faults from '../../support/faults/faults';
import { ec2TrustText, unique } from '../support/account';
import { type FaultyAccount, openFaultyAccount } from '../support/faults';
import { TestRun } from '../support/testRun';

const policy = 'arn:aws:iam::aws:policy/AmazonS3ReadOnlyAccess';
const document = JSON.stringify({
  Version: '2012-10-17',
  Statement: { Effect: 'Allow', Action: 's3:GetObject', Resource: '*' },
});

describe('carrying out a plan in an account that fails', function () {
  this.timeout(60_000);
  let faulty: FaultyAccount;
  let instanceId: string;
  before(async () => {
    faulty = await openFaultyAccount();
    instanceId = await faulty.account.instance('web');
  });
  beforeEach(() => {
    faulty.proxy.reset();
  });
  after(() => faulty.close());

  /** Everything there is to do for a role of one's own: six actions on a new role. */
  const planned = async (): Promise<{ name: string; actions: Action[] }> => {
    const name = unique('own');
    const spec: RoleSpec = {
      ...{ name, path: '/', description: undefined, trust: ec2TrustText, maxSessionSeconds: 3600 },
      ...{ boundaryArn: undefined, tags: {} },
    };
    const instance = (await faulty.account.connection.ec2.instance(instanceId))!;
    return {
      name,
      actions: [
        { kind: 'createRole', spec },
        { kind: 'attachPolicy', roleName: name, policyArn: policy },
        { kind: 'putInlinePolicy', roleName: name, policyName: 'inline', document },
        { kind: 'createProfile', profileName: name },
        { kind: 'addRole', profileName: name, roleName: name },
        { kind: 'associate', instance, from: undefined, to: name, fresh: true },
      ],
    };
  };
  const profileOfInstance = async () =>
    (await associationsOf(instanceId, faulty.account.connection)).map(({ profileArn }) =>
      nameInArn(profileArn),
    );
  const isThere = async (name: string) => {
    const { roles } = faulty.account.connection;
    return {
      role: (await roles.spec(name)) !== undefined,
      profile: (await roles.profile(name)) !== undefined,
    };
  };
  const nothing = { role: false, profile: false };
  const calls = [
    'iam:CreateRole',
    'iam:AttachRolePolicy',
    'iam:PutRolePolicy',
    'iam:CreateInstanceProfile',
    'iam:AddRoleToInstanceProfile',
    'ec2:AssociateIamInstanceProfile',
  ];

  it('makes everything in order, and takes everything back', async () => {
    const { name, actions } = await planned();
    await carryOut(actions, faulty.account.connection, new TestRun());
    assert.deepEqual(faulty.proxy.made, calls);
    assert.deepEqual(await profileOfInstance(), [name]);
    const policies = await faulty.account.connection.iam.policiesOf(name);
    assert.deepEqual([policies.managed.map(({ arn }) => arn), policies.inline], [[policy], ['inline']]);
    await takeBack(actions, faulty.account.connection, new TestRun());
    assert.deepEqual(await profileOfInstance(), []);
    assert.deepEqual(await isThere(name), nothing);
  });

  const passing: [string, Rule][] = [
    ['throttles', faults.throttle],
    ['loses the answer', faults.dropAfterCommit],
    ['loses the request', faults.dropBefore],
    ['fails after the change', faults.serverErrorAfterCommit],
  ];
  for (const [what, rule] of passing) {
    it(`makes everything once though AWS ${what} at every step`, async () => {
      const { name, actions } = await planned();
      for (const call of calls) faulty.proxy.add(faults.on(call, rule, 1));
      await carryOut(actions, faulty.account.connection, new TestRun());
      assert.deepEqual(faulty.proxy.made, calls);
      assert.deepEqual(await profileOfInstance(), [name]);
      await takeBack(actions, faulty.account.connection, new TestRun());
    });
  }

  for (const [at, call] of calls.entries()) {
    it(`leaves nothing behind where ${call} is denied, and says so`, async () => {
      const { name, actions } = await planned();
      faulty.proxy.add(faults.on(call, faults.denied));
      await assert.rejects(
        carryOut(actions, faulty.account.connection, new TestRun()),
        at === 0 ? /not allowed iam:CreateRole/ : /not allowed.*What was done before was taken back\./,
      );
      assert.deepEqual(await isThere(name), nothing);
      assert.deepEqual(await profileOfInstance(), []);
    });
  }

  it('says what stays where the credentials expire half-way', async () => {
    const { name, actions } = await planned();
    faulty.proxy.add(
      faults.on('iam:PutRolePolicy', (call, next) => {
        faulty.proxy.add(faults.on(/./, faults.expired));
        return faults.expired(call, next);
      }),
    );
    await assert.rejects(
      carryOut(actions, faulty.account.connection, new TestRun()),
      new RegExp(
        `have expired.*This was done and stays: create role ${name}; attach managed policy AmazonS3ReadOnlyAccess \\(of AWS\\) to role ${name}\\. ` +
          'Taking it back failed: .*have expired',
      ),
    );
  });

  it('takes back what was done where the person cancels before the last step', async () => {
    const { name, actions } = await planned();
    const run = new TestRun(/^Put role/);
    await assert.rejects(carryOut(actions, faulty.account.connection, run), { name: 'Cancelled' });
    assert.deepEqual(await isThere(name), nothing);
  });

  it('takes nothing back where nobody knows whether the last step was done', async () => {
    const { name, actions } = await planned();
    faulty.proxy.add(
      faults.on('ec2:AssociateIamInstanceProfile', (call, next) => {
        faulty.proxy.add(faults.on(/^ec2:Describe/, faults.denied));
        return faults.dropAfterCommit(call, next);
      }),
    );
    await assert.rejects(
      carryOut(actions, faulty.account.connection, new TestRun()),
      /not known, because reading it back failed too.*This was done and stays: create role/,
    );
    faulty.proxy.reset();
    assert.deepEqual(await profileOfInstance(), [name]);
    await takeBack(actions, faulty.account.connection, new TestRun());
  });

  it('does not pull a profile from under another instance that uses it by now', async () => {
    const { name, actions } = await planned();
    await carryOut(actions, faulty.account.connection, new TestRun());
    const other = await faulty.account.instance('other');
    await faulty.account.give(other, name);
    await assert.rejects(
      takeBack(actions, faulty.account.connection, new TestRun()),
      new RegExp(
        `Instance ${other} uses instance profile ${name}, so role ${name} was left in it.*This was done and stays`,
      ),
    );
    assert.deepEqual(await profileOfInstance(), []);
    assert.deepEqual(await isThere(name), { role: true, profile: true });
  });

  it('waits for IAM to find what it has just made', async () => {
    const { actions } = await planned();
    faulty.proxy.add(faults.on('iam:AddRoleToInstanceProfile', faults.notFound, 2));
    const run = new TestRun();
    await carryOut(actions, faulty.account.connection, run);
    assert.ok(run.steps.includes('Waiting until IAM finds what it has just made…'));
    await takeBack(actions, faulty.account.connection, new TestRun());
  });

  it('does not take back what somebody changed since', async () => {
    const { name, actions } = await planned();
    await carryOut(actions, faulty.account.connection, new TestRun());
    const theirs = await faulty.account.profile(await faulty.account.role());
    const { ec2 } = faulty.account.connection;
    const [present] = await associationsOf(instanceId, faulty.account.connection);
    await ec2.replace(present!, theirs);
    await assert.rejects(
      takeBack(actions, faulty.account.connection, new TestRun()),
      new RegExp(
        `was changed by somebody else: it has instance profile ${theirs} now, not instance profile ${name}`,
      ),
    );
    assert.deepEqual(await profileOfInstance(), [theirs]);
    assert.deepEqual(await isThere(name), { role: true, profile: true });
  });
});
