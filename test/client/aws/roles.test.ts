import assert from 'node:assert/strict';
import type { RolesApi } from '../../../client/src/aws/api';
import type { RoleSpec } from '../../../client/src/aws/model';
import { ec2TrustText, TestAccount, unique } from '../support/account';
import { collect } from '../support/collect';

const reading = JSON.stringify({
  Version: '2012-10-17',
  Statement: [{ Effect: 'Allow', Action: 's3:GetObject', Resource: 'arn:aws:s3:::a%20b/*' }],
});

describe('roles made and filled in an emulated account', function () {
  this.timeout(60_000);
  let account: TestAccount;
  let roles: RolesApi;
  before(async () => {
    account = await TestAccount.open();
    roles = account.connection.roles;
  });
  after(() => {
    account.dispose();
  });

  it('makes a role as it is told and reads back the same', async () => {
    const spec: RoleSpec = {
      name: unique('made'),
      path: '/team/',
      description: 'made by a test',
      trust: ec2TrustText,
      maxSessionSeconds: 7200,
      boundaryArn: 'arn:aws:iam::aws:policy/PowerUserAccess',
      tags: { team: 'blue' },
    };
    await roles.createRole(spec);
    assert.deepEqual(await roles.spec(spec.name), spec);
    await roles.deleteRole(spec.name);
    assert.equal(await roles.spec(spec.name), undefined);
  });

  it('attaches and detaches managed policies, writes and deletes inline ones', async () => {
    const name = await account.role();
    const [policy] = await collect(roles.managedPolicies());
    await roles.attachPolicy(name, policy!.arn);
    await roles.putInlinePolicy(name, 'more', reading);
    assert.equal(await roles.inlinePolicy(name, 'more'), reading);
    const { managed, inline } = await account.connection.iam.policiesOf(name);
    assert.deepEqual(managed, [policy]);
    assert.deepEqual([...inline].sort(), ['more', 'reading']);
    await roles.detachPolicy(name, policy!.arn);
    await roles.deleteInlinePolicy(name, 'more');
    assert.equal(await roles.inlinePolicy(name, 'more'), undefined);
  });
});
