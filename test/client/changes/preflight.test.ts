import assert from 'node:assert/strict';
import type { Connection } from '../../../client/src/aws/api';
import { accessIn, attachFacts } from '../../../client/src/changes/attachFacts';
import { checkAttach } from '../../../client/src/changes/checks';
import { decideAttach } from '../../../client/src/changes/plan';
import { askMayPass, readAttach } from '../../../client/src/changes/preflight';
import { principalOf } from '../../../client/src/changes/principal';
import * as faults from '../../support/faults/faults';
import { type FaultyAccount, openFaultyAccount } from '../support/faults';

describe('reading before a role is attached', function () {
  this.timeout(60_000);
  let faulty: FaultyAccount;
  before(async () => {
    faulty = await openFaultyAccount();
  });
  afterEach(() => {
    faulty.proxy.reset();
  });
  after(() => faulty.close());

  const read = async () => {
    const { account, proxy } = faulty;
    const id = await account.instance('web');
    const role = await account.connection.iam.role(await account.role());
    await account.give(id, await account.profile(await account.role()));
    const instance = (await account.connection.ec2.instance(id))!;
    const request = { instance, role, account: '123456789012' };
    const before = proxy.calls.length;
    const readings = await readAttach(request, account.connection, () =>
      Promise.resolve({ answer: 'yes', reason: '' }),
    );
    return { readings, calls: proxy.calls.slice(before) };
  };

  it('reads all of it with a bounded number of calls, none of which changes or lists everything', async () => {
    const { readings, calls } = await read();
    assert.ok(calls.length <= 14, calls.join());
    assert.deepEqual(
      calls.filter((name) => /ListRoles|ListInstanceProfiles$|Create|Associate/.test(name)),
      [],
    );
    assert.equal(readings.present.value?.roles.length, 1);
    assert.deepEqual(readings.presentPolicies.value?.inline, ['reading']);
    assert.deepEqual(readings.policies.value?.inline, ['reading']);
    assert.deepEqual(
      checkAttach(readings).filter(({ verdict }) => verdict === 'fail'),
      [],
    );
  });

  it('knows less where AWS denies, and still decides', async () => {
    const { account } = faulty;
    const id = await account.instance('web');
    const role = await account.connection.iam.role(await account.role());
    const instance = (await account.connection.ec2.instance(id))!;
    faulty.proxy.add(faults.on(/^iam:(Get|List|Simulate)|^sts:|DescribeInstances/, faults.denied));
    const request = { instance, role, account: '123456789012' };
    const readings = await readAttach(request, account.connection, () =>
      Promise.resolve({ answer: 'depends', reason: 'why' }),
    );
    const verdicts = checkAttach(readings).map(({ verdict }) => verdict);
    assert.deepEqual(new Set(verdicts), new Set(['unknown', 'pass']));
    assert.equal(decideAttach(attachFacts(readings, [])).kind, 'plan');
  });
});

describe('reading what an instance has where its associations may not be read', function () {
  this.timeout(60_000);
  let faulty: FaultyAccount;
  before(async () => {
    faulty = await openFaultyAccount();
  });
  after(() => faulty.close());

  it('goes by what EC2 shows with the instance, warns, and stops nothing', async () => {
    const { account, proxy } = faulty;
    const id = await account.instance('web');
    const role = await account.connection.iam.role(await account.role());
    const old = await account.role();
    await account.give(id, await account.profile(old));
    const instance = (await account.connection.ec2.instance(id))!;
    proxy.add(faults.on('ec2:DescribeIamInstanceProfileAssociations', faults.denied));
    const readings = await readAttach({ instance, role, account: '123456789012' }, account.connection, () =>
      Promise.resolve({ answer: 'yes', reason: '' }),
    );
    const check = checkAttach(readings).find((each) => each.id === 'associations');
    assert.equal(check?.verdict, 'unknown');
    assert.match(
      check.says,
      /EC2 shows instance profile \S+ with web.*not known.*AWS refuses and nothing is/,
    );
    const decision = decideAttach(attachFacts(readings, []));
    assert.equal(decision.kind === 'plan' && decision.plan.replaces?.roleName, old);
    assert.deepEqual(accessIn(readings).lost, ['reading (inline)']);
  });
});

describe('asking whether a role may be passed that is yet to be made', () => {
  it('simulates with the ARN that it will have', async () => {
    const asked: string[] = [];
    const roles = { mayPass: (...arns: string[]) => Promise.resolve(Boolean(asked.push(...arns))) };
    const user = 'arn:aws:iam::123456789012:user/u';
    const arn = 'arn:aws:iam::123456789012:role/team/web-own';
    const identity = Promise.resolve({ value: { account: '123456789012', arn: user } });
    const answer = await askMayPass(identity, { arn }, { roles, iam: {} } as unknown as Connection);
    assert.deepEqual([answer.value, ...asked], [true, user, arn]);
  });
});

describe('who is asked about whether a role may be passed', () => {
  const table: [string, ReturnType<typeof principalOf>][] = [
    ['arn:aws:iam::123456789012:root', 'root'],
    [
      'arn:aws:iam::123456789012:user/team/ann',
      { kind: 'user', arn: 'arn:aws:iam::123456789012:user/team/ann' },
    ],
    ['arn:aws-cn:sts::123456789012:assumed-role/Admin/session', { kind: 'role', name: 'Admin' }],
    ['arn:aws:sts::123456789012:federated-user/bob', undefined],
    ['', undefined],
  ];
  for (const [arn, principal] of table)
    it(arn || 'nobody', () => {
      assert.deepEqual(principalOf(arn), principal);
    });
});
