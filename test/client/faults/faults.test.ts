import assert from 'node:assert/strict';
import { isAwsFailure } from '../../../client/src/aws/failure';
import type { Rule } from '../../support/faults/exchange';
import * as faults from '../../support/faults/faults';
import { escaped, queryReply } from '../../support/faults/replies';
import { collect } from '../support/collect';
import { type FaultyAccount, openFaultyAccount } from '../support/faults';

describe('the proxy that makes AWS fail', function () {
  this.timeout(60_000);
  let faulty: FaultyAccount;
  before(async () => {
    faulty = await openFaultyAccount({ unsettledReads: 1 });
  });
  after(() => faulty.close());
  afterEach(() => {
    faulty.proxy.reset();
  });

  const failure = async (work: () => Promise<unknown>) => {
    const error: unknown = await work().then(
      () => assert.fail('it succeeded'),
      (reason: unknown) => reason,
    );
    return isAwsFailure(error) ? error : assert.fail(String(error));
  };
  const create = (name: string) => faulty.account.connection.iam.createInstanceProfile(name);

  const kinds: [string, Rule, string][] = [
    ['throttles', faults.throttle, 'throttled'],
    ['answers with a server error', faults.serverError, 'service'],
    ['expires the credentials', faults.expired, 'expired'],
    ['denies', faults.denied, 'denied'],
    ['drops the request', faults.dropBefore, 'unreachable'],
  ];
  for (const [what, rule, kind] of kinds) {
    it(`${what}, and the failure is sorted as ${kind}`, async () => {
      faulty.proxy.add(faults.on('iam:CreateInstanceProfile', rule));
      assert.equal((await failure(() => create(`fault-${kind}`))).kind, kind);
      assert.equal(await faulty.account.connection.roles.profile(`fault-${kind}`), undefined);
    });
  }

  it('loses an answer after the change was made', async () => {
    faulty.proxy.add(faults.on('iam:CreateInstanceProfile', faults.dropAfterCommit, 1));
    assert.equal((await failure(() => create('lost'))).kind, 'unreachable');
    assert.equal((await faulty.account.connection.roles.profile('lost'))?.name, 'lost');
    assert.deepEqual(faulty.proxy.changes, ['iam:CreateInstanceProfile']);
  });

  it('words a denial of EC2 with an encoded part, which our message leaves out', async () => {
    const { connection } = faulty.account;
    const id = await faulty.account.instance('denied');
    faulty.proxy.add(faults.on('ec2:AssociateIamInstanceProfile', faults.denied));
    const { message } = await failure(() => connection.ec2.associate(id, 'any'));
    assert.match(message, /not allowed ec2:AssociateIamInstanceProfile/);
    assert.match(message, /Ask for permission ec2:AssociateIamInstanceProfile and iam:PassRole on the role/);
    assert.ok(!message.includes(faults.encodedPart));
  });

  it('is told apart by what exactly was refused, where the caller may decode it', async () => {
    const { connection } = faulty.account;
    const id = await faulty.account.instance('decoded');
    faulty.proxy.add(faults.on('ec2:AssociateIamInstanceProfile', faults.denied));
    faulty.proxy.add(
      faults.on('sts:DecodeAuthorizationMessage', (call) => {
        assert.equal(call.form.get('EncodedMessage'), faults.encodedPart);
        const context = { action: 'iam:PassRole', resource: 'arn:aws:iam::123456789012:role/R' };
        const message = JSON.stringify({ allowed: false, explicitDeny: true, context });
        return Promise.resolve(queryReply(call, `<DecodedMessage>${escaped(message)}</DecodedMessage>`));
      }),
    );
    assert.match(
      (await failure(() => connection.ec2.associate(id, 'any'))).message,
      /not allowed iam:PassRole on arn:aws:iam::123456789012:role\/R \(a policy denies it\)\. Ask for permission iam:PassRole on arn/,
    );
  });

  it('is as strict as AWS about states, profiles and ids', async () => {
    const { account } = faulty;
    const { ec2 } = account.connection;
    const id = await account.instance('strict');
    const first = await account.profile(await account.role());
    const second = await account.profile(await account.role());
    const code = async (work: () => Promise<unknown>) => (await failure(work)).code;
    assert.equal(await code(() => ec2.associate(id, 'unknown-profile')), 'InvalidParameterValue');
    const empty = await account.profile();
    assert.equal(await code(() => ec2.associate(id, empty)), 'InvalidParameterValue');
    const made = await ec2.associate(id, first);
    const states = async () => (await collect(ec2.associations(id))).map(({ state }) => state);
    assert.deepEqual(await states(), ['associating']);
    assert.deepEqual(await states(), ['associated']);
    assert.equal(await code(() => ec2.associate(id, second)), 'IncorrectState');
    const replaced = await ec2.replace(made, second);
    assert.notEqual(replaced.id, made.id);
    assert.equal(await code(() => ec2.replace(made, first)), 'InvalidAssociationID.NotFound');
    await account.stop(id);
    assert.equal(await code(() => ec2.replace(replaced, first)), 'IncorrectInstanceState');
    await ec2.disassociate(replaced);
    assert.deepEqual(await states(), ['disassociating']);
    assert.deepEqual(await states(), []);
  });

  it('answers whether a role may be passed', async () => {
    const { roles } = faulty.account.connection;
    assert.equal(
      await roles.mayPass('arn:aws:iam::123456789012:user/u', 'arn:aws:iam::123456789012:role/r'),
      true,
    );
  });
});
