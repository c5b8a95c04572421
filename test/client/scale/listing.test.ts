import assert from 'node:assert/strict';
import { connect } from '../../../client/src/aws/awsEntry';
import { Account } from '../../../client/src/state/account';
import { TreeOptions } from '../../../client/src/state/treeOptions';
import { rootRows } from '../../../client/src/views/nodes/root';
import { BigAccount, type BigAccountOptions } from '../../support/bigAccount';
import { evaluateTrust } from '../support/evaluateTrust';
import { testKeys, useOwnAwsFiles } from '../support/place';
import { remembering } from '../support/remembering';

const size = { instances: 2000, roles: 2000, profiles: 1000 };

describe('an account with 2,000 instances, 2,000 roles and 1,000 profiles', function () {
  this.timeout(60_000);
  const write = useOwnAwsFiles();
  let big: BigAccount;
  let account: Account;
  afterEach(async () => {
    account.dispose();
    await big.stop();
  });
  const open = async (options: BigAccountOptions) => {
    big = await BigAccount.start(options);
    write({
      credentials: `[default]\n${testKeys}`,
      config: `[default]\nregion = us-east-1\nendpoint_url = ${big.endpoint}\n`,
    });
    const noMfa = () => Promise.reject(new Error('nobody to ask'));
    const choice = { profile: undefined, region: undefined };
    account = new Account(() => connect(choice, noMfa, {}), { evaluateTrust });
  };
  const drawn = () => rootRows({ account, options: new TreeOptions(remembering()) });

  it('is listed by seven calls, in pages of the API’s maximum, and none an item', async () => {
    await open(size);
    await account.load();
    const counts = new Map<string, number>();
    for (const { action } of big.calls) counts.set(action, (counts.get(action) ?? 0) + 1);
    assert.deepEqual([...counts].sort(), [
      ['DescribeIamInstanceProfileAssociations', 2],
      ['DescribeInstances', 2],
      ['ListInstanceProfiles', 1],
      ['ListRoles', 2],
    ]);
    assert.ok(big.calls.every(({ pageSize }) => pageSize === 1000));
  });

  it('is usable as a whole: every row is drawn, with its chain, and no call is made for it', async () => {
    await open(size);
    await account.load();
    const before = big.calls.length;
    const [instances, roles, profiles] = drawn();
    const rows = await instances!.children!();
    assert.equal(rows.length, size.instances);
    assert.match(rows[7]?.description ?? '', /^running · role-7 · i-/);
    assert.equal((await roles!.children!()).length, size.roles);
    assert.equal((await profiles!.children!()).length, size.profiles);
    assert.equal((await rows[7]!.children!()).length, 1);
    const options = new TreeOptions(remembering());
    options.filterText = 'tag:env=prod web-19';
    assert.equal(rootRows({ account, options })[0]?.description, '56 of 2000');
    assert.equal(big.calls.length, before);
  });

  it('shows the first rows while the last page is still to come', async () => {
    await open({ ...size, latency: 20 });
    const seen: number[] = [];
    account.onDidChange(() => {
      const { status, items } = account.lists.instances;
      if (status === 'loading') seen.push(items.length);
    });
    await account.load();
    assert.ok(seen.includes(1000), `${seen.join(' ')}`);
    assert.equal(account.lists.instances.items.length, 2000);
  });

  it('is listed in spite of throttling, with as many calls as were refused more', async () => {
    await open({ ...size, throttled: 6 });
    await account.load();
    assert.equal(account.blockedBy, undefined);
    assert.equal(account.lists.roles.status, 'ready');
    assert.equal(account.lists.instances.items.length, 2000);
    assert.equal(big.calls.length, 7 + 6);
  });
});
