import assert from 'node:assert/strict';
import type { Connection } from '../../../client/src/aws/api';
import { carryOut, takeBack } from '../../../client/src/changes/carryOut';
import { planDeleteProfile, planProfileRole } from '../../../client/src/changes/profilePlans';
import { readUsers, readWholeRole } from '../../../client/src/changes/reading';
import { planDeleteRole } from '../../../client/src/changes/rolePlans';
import * as faults from '../../support/faults/faults';
import { type FaultyAccount, openFaultyAccount } from '../support/faults';
import { TestRun } from '../support/testRun';

describe('changing roles and profiles in an emulated account', function () {
  this.timeout(60_000);
  let faulty: FaultyAccount;
  let connection: Connection;
  before(async () => {
    faulty = await openFaultyAccount();
    ({ connection } = faulty.account);
  });
  afterEach(() => {
    faulty.proxy.reset();
  });
  after(() => faulty.close());

  const held = async (name: string) => (await connection.roles.profile(name))?.roles[0]?.name;

  it('swaps the role of a profile that an instance uses, and swaps it back', async () => {
    const [old, fresh] = [await faulty.account.role(), await faulty.account.role()];
    const name = await faulty.account.profile(old);
    const id = await faulty.account.instance('web');
    await faulty.account.give(id, name);
    const profile = (await connection.roles.profile(name))!;
    const users = await readUsers([profile], [], connection);
    assert.deepEqual(users, [{ id, name: undefined }]);
    const { actions } = planProfileRole(profile, await connection.iam.role(fresh), users);
    await carryOut(actions, connection, new TestRun());
    assert.equal(await held(name), fresh);
    await takeBack(actions, connection, new TestRun());
    assert.equal(await held(name), old);
  });

  it('puts the old role back where the new one may not be passed', async () => {
    const [old, fresh] = [await faulty.account.role(), await faulty.account.role()];
    const name = await faulty.account.profile(old);
    const profile = (await connection.roles.profile(name))!;
    const { actions } = planProfileRole(profile, await connection.iam.role(fresh), []);
    faulty.proxy.add(faults.on('iam:AddRoleToInstanceProfile', faults.denied, 1));
    await assert.rejects(
      carryOut(actions, connection, new TestRun()),
      /not allowed iam:AddRoleToInstanceProfile.*and iam:PassRole on the role.*was taken back/,
    );
    assert.equal(await held(name), old);
  });

  it('deletes a role with all that is in it, and makes the same again', async () => {
    const name = await faulty.account.role();
    const profile = await faulty.account.profile(name);
    await connection.roles.attachPolicy(name, 'arn:aws:iam::aws:policy/ReadOnlyAccess');
    const before = await readWholeRole(name, connection);
    const { actions } = planDeleteRole(before, []);
    await carryOut(actions, connection, new TestRun());
    assert.equal(await connection.roles.spec(name), undefined);
    assert.equal(await held(profile), undefined);
    await takeBack(actions, connection, new TestRun());
    const after = await readWholeRole(name, connection);
    assert.deepEqual([after.spec, after.managed, after.inline], [before.spec, before.managed, before.inline]);
    assert.equal(await held(profile), name);
  });

  it('deletes a profile; what is gone already is fine', async () => {
    const name = await faulty.account.profile(await faulty.account.role());
    const { actions } = planDeleteProfile((await connection.roles.profile(name))!, []);
    await carryOut(actions, connection, new TestRun());
    await carryOut(actions, connection, new TestRun());
    assert.equal(await connection.roles.profile(name), undefined);
  });

  it('says that a role is gone', async () => {
    await assert.rejects(
      readWholeRole('no-such-role', connection),
      /no-such-role (not found|no longer exists)/,
    );
  });
});
