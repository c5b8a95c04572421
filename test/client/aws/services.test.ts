import assert from 'node:assert/strict';
import type { AwsFailure } from '../../../client/src/aws/failure';
import { ec2TrustText, TestAccount, unique } from '../support/account';
import { collect } from '../support/collect';

describe('the AWS layer against an emulated account', function () {
  this.timeout(60_000);
  let account: TestAccount;
  before(async () => {
    account = await TestAccount.open();
  });
  after(() => {
    account.dispose();
  });

  it('lists instances with name, state and account', async () => {
    const id = await account.instance('web-1');
    const instance = (await collect(account.connection.ec2.instances())).find((each) => each.id === id);
    assert.equal(instance?.name, 'web-1');
    assert.equal(instance.state, 'running');
    assert.equal(instance.account, '123456789012');
    assert.deepEqual(await account.connection.ec2.instance(id), instance);
  });

  it('reads a role with its trust policy decoded', async () => {
    const name = await account.role();
    const listed = (await collect(account.connection.iam.roles())).find((role) => role.name === name);
    assert.equal(listed?.trust, ec2TrustText);
    assert.equal((await account.connection.iam.role(name)).arn, `arn:aws:iam::123456789012:role/${name}`);
  });

  it('reads the policies of a role', async () => {
    const policies = await account.connection.iam.policiesOf(await account.role());
    assert.deepEqual(policies, { managed: [], inline: ['reading'] });
  });

  it('lists instance profiles with the role they hold, by account and by role', async () => {
    const role = await account.role();
    const name = await account.profile(role);
    const listed = (await collect(account.connection.iam.instanceProfiles())).find(
      (each) => each.name === name,
    );
    assert.deepEqual(
      listed?.roles.map((each) => each.name),
      [role],
    );
    const ofRole = await account.connection.iam.instanceProfilesOf(role);
    assert.deepEqual(
      ofRole.map((each) => each.name),
      [name],
    );
  });

  it('associates, replaces and disassociates a profile', async () => {
    const { ec2 } = account.connection;
    const id = await account.instance('web-2');
    const first = await account.profile(await account.role());
    const second = await account.profile(await account.role());
    await ec2.associate(id, first);
    const [associated] = await collect(ec2.associations(id));
    assert.match(associated?.profileArn ?? '', new RegExp(`/${first}$`));
    await ec2.replace(associated!, second);
    const [replaced] = await collect(ec2.associations(id));
    assert.match(replaced?.profileArn ?? '', new RegExp(`/${second}$`));
    await ec2.disassociate(replaced!);
    assert.deepEqual(await collect(ec2.associations(id)), []);
  });

  it('assumes a role and is that role afterwards', async () => {
    const { sts } = account.connection;
    const roleArn = `arn:aws:iam::123456789012:role/${await account.role()}`;
    const assumed = await sts.assumeRole({ roleArn, sessionName: 'me', durationSeconds: 900 });
    assert.ok(assumed.credentials.expiresAt.getTime() > Date.now());
    const identity = await sts.identity(assumed.credentials);
    assert.match(identity.arn, /:assumed-role\/role-\w+\/me$/);
    assert.equal(identity.arn, assumed.identity.arn);
    assert.notEqual((await sts.identity()).arn, identity.arn);
  });

  it('names regions', async () => {
    assert.ok((await account.connection.ec2.regions()).includes('eu-west-1'));
  });

  it('says what failed and on what', async () => {
    const name = unique('nobody');
    await assert.rejects(account.connection.iam.role(name), (error: AwsFailure) => {
      assert.equal(error.kind, 'notFound');
      assert.match(error.message, new RegExp(`^Could not read role ${name}: .*not found.*\\. Refresh`));
      return true;
    });
  });
});
