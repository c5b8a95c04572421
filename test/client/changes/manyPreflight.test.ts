import assert from 'node:assert/strict';
import {
  accessOfMany,
  allSettled,
  checkMany,
  readInstances,
  readShared,
} from '../../../client/src/changes/manyPreflight';
import { planMany } from '../../../client/src/changes/many';
import * as faults from '../../support/faults/faults';
import { type FaultyAccount, openFaultyAccount } from '../support/faults';
import { TestRun } from '../support/testRun';

describe('reading before many instances get a role', function () {
  this.timeout(60_000);
  let faulty: FaultyAccount;
  before(async () => {
    faulty = await openFaultyAccount({ unsettledReads: 2 });
  });
  afterEach(() => {
    faulty.proxy.reset();
  });
  after(() => faulty.close());

  const prepare = async (count: number) => {
    const { account, proxy } = faulty;
    const old = await account.role();
    const ids = await Promise.all(Array.from({ length: count }, (_, at) => account.instance(`many-${at}`)));
    await account.give(ids[0]!, await account.profile(old));
    const { ec2, iam } = account.connection;
    const instances = await Promise.all(ids.map(async (id) => (await ec2.instance(id))!));
    const role = await iam.role(await account.role());
    proxy.reset();
    const read = (run = new TestRun()) =>
      allSettled(() => readInstances(instances, () => Promise.resolve(account.connection)), run);
    const shared = () =>
      readShared(role, account.connection, () => Promise.resolve({ answer: 'yes', reason: '' }));
    return { old, instances, role, read, shared };
  };

  it('makes no call for each, and summarises what they gain and lose', async () => {
    const { connection } = faulty.account;
    const { old, instances, role, read, shared } = await prepare(6);
    const [found, once] = [await read(), await shared()];
    const profiles = once.profiles.value!;
    const plan = planMany({ ...found, role, profiles });
    if ('choose' in plan) return assert.fail();
    assert.equal(plan.changes.length, 6);
    const access = await accessOfMany(plan, { profiles, policies: once.policies }, connection);
    assert.ok(faulty.proxy.calls.length <= 14, faulty.proxy.calls.join());
    assert.ok(faulty.proxy.calls.filter((call) => call.includes('Simulate')).length <= 1);
    assert.deepEqual(access, [
      `1 with ${old}: gain reading (inline); lose reading (inline)`,
      '5 with no role: gain reading (inline); lose nothing',
    ]);
    const checks = checkMany(role, once, { ...found, instances });
    assert.deepEqual(
      checks.map(({ id, verdict }) => `${id} ${verdict}`).filter((text) => !text.startsWith('passRole')),
      ['place pass', 'role pass', 'trust pass'],
    );
  });

  it('waits for those that AWS is still changing', async () => {
    const { instances, read } = await prepare(2);
    await faulty.account.connection.ec2.associate(instances[1]!.id, await takenProfile());
    const run = new TestRun();
    const { associations } = await read(run);
    assert.match(run.steps[0]!, /Waiting while AWS is still associating/);
    assert.deepEqual(
      associations.map(({ state }) => state),
      ['associated', 'associated'],
    );
  });

  it('stops waiting where the person cancels', async () => {
    const { instances, read } = await prepare(2);
    await faulty.account.connection.ec2.associate(instances[1]!.id, await takenProfile());
    await assert.rejects(read(new TestRun(/still associating/)), { name: 'Cancelled' });
  });

  it('knows less where AWS denies, warns, and stops nothing', async () => {
    const { role, instances, read, shared } = await prepare(2);
    faulty.proxy.add(faults.on(/^ec2:Describe|^iam:|^sts:/, faults.denied));
    const [found, once] = [await read(), await shared()];
    const checks = checkMany(role, once, { ...found, instances });
    assert.deepEqual(new Set(checks.map(({ verdict }) => verdict)), new Set(['unknown', 'pass']));
    const plan = planMany({ ...found, role, profiles: [] });
    assert.equal('choose' in plan ? 0 : plan.changes.length, 2);
  });

  it('stops where the credentials are of another account', async () => {
    const { role, instances, read, shared } = await prepare(1);
    const others = instances.map((each) => ({ ...each, account: '999999999999' }));
    const checks = checkMany(role, await shared(), { ...(await read()), instances: others });
    assert.ok(checks.some(({ id, stops }) => id === 'place' && stops === true));
  });

  const takenProfile = async () => faulty.account.profile(await faulty.account.role());
});
