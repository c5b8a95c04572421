import assert from 'node:assert/strict';
import type { Instance } from '../../../client/src/aws/model';
import { nameInArn } from '../../../client/src/aws/model';
import { changeAssociation } from '../../../client/src/changes/association';
import { messageOf, UncertainError } from '../../../client/src/changes/run';
import { associationsOf } from '../../../client/src/changes/settle';
import { rememberSwaps, SwapsUnderWay } from '../../../client/src/changes/underWay';
import type { Rule } from '../../support/faults/exchange';
import * as faults from '../../support/faults/faults';
import { type FaultyAccount, openFaultyAccount } from '../support/faults';
import { TestRun } from '../support/testRun';

const associate = 'ec2:AssociateIamInstanceProfile';
const replace = 'ec2:ReplaceIamInstanceProfileAssociation';
const disassociate = 'ec2:DisassociateIamInstanceProfile';

describe('changing an instance’s profile in an account that fails', function () {
  this.timeout(60_000);
  let faulty: FaultyAccount;
  let first: string;
  let second: string;
  before(async () => {
    faulty = await openFaultyAccount({ unsettledReads: 2 });
    first = await faulty.account.profile(await faulty.account.role());
    second = await faulty.account.profile(await faulty.account.role());
  });
  after(() => faulty.close());

  /** An instance with a profile or without, the proxy's memory empty. */
  const instance = async (state: 'running' | 'stopped', profile?: string): Promise<Instance> => {
    const { account, proxy } = faulty;
    proxy.reset();
    const id = await account.instance('web');
    if (profile !== undefined) await account.give(id, profile);
    if (state === 'stopped') await account.stop(id);
    const found = await account.connection.ec2.instance(id);
    proxy.reset();
    return found!;
  };
  const has = async ({ id }: Instance) =>
    (await associationsOf(id, faulty.account.connection)).map(({ profileArn }) => nameInArn(profileArn));
  const change = (target: Instance, from: string | undefined, to: string | undefined, run = new TestRun()) =>
    changeAssociation({ instance: target, from, to }, faulty.account.connection, run);

  /** The four ways to change an instance, by the calls that make them. */
  const ways: ['running' | 'stopped', () => (string | undefined)[], string[]][] = [
    ['running', () => [undefined, first], [associate]],
    ['stopped', () => [undefined, first], [associate]],
    ['running', () => [first, second], [replace]],
    ['stopped', () => [first, second], [disassociate, associate]],
    ['running', () => [first, undefined], [disassociate]],
    ['stopped', () => [first, undefined], [disassociate]],
  ];
  const passing: [string, Rule, number][] = [
    ['nothing goes wrong', (call, next) => next(call), 0],
    ['AWS is slow', faults.delay(50), 1],
    ['AWS throttles', faults.throttle, 2],
    ['the answer is lost after the change', faults.dropAfterCommit, 1],
    ['the request is lost', faults.dropBefore, 1],
    ['the server fails after the change', faults.serverErrorAfterCommit, 1],
    ['the server fails', faults.serverError, 2],
  ];
  for (const [state, profiles, calls] of ways) {
    for (const [what, rule, times] of passing) {
      it(`${state}, ${calls.map((name) => name.slice(4)).join(' and ')}: succeeds where ${what}`, async () => {
        const [from, to] = profiles();
        const target = await instance(state, from);
        for (const call of calls) faulty.proxy.add(faults.on(call, rule, times));
        await change(target, from, to);
        assert.deepEqual(await has(target), to === undefined ? [] : [to]);
        assert.deepEqual(faulty.proxy.made, calls, 'each change is made once');
      });
    }
  }

  const refusing: [string, Rule, RegExp][] = [
    ['AWS denies it', faults.denied, /is not allowed ec2:\w+.*Ask for permission ec2:\w+/],
    ['the credentials have expired', faults.expired, /temporary credentials .* have expired.*aws sso login/],
    ['throttling lasts', faults.throttle, /too many requests.*Wait a minute/],
    ['the server goes on failing', faults.serverError, /an error of its own.*Try again in a minute/],
  ];
  for (const [state, profiles, [call]] of ways) {
    for (const [what, rule, says] of refusing) {
      it(`${state}, ${call!.slice(4)}: changes nothing where ${what}, and says so`, async () => {
        const [from, to] = profiles();
        const target = await instance(state, from);
        faulty.proxy.add(faults.on(call!, rule));
        await assert.rejects(change(target, from, to), says);
        assert.deepEqual(await has(target), from === undefined ? [] : [from]);
        assert.deepEqual(faulty.proxy.made, []);
      });
    }
  }

  it('tries again while EC2 does not know the fresh profile yet', async () => {
    const target = await instance('running');
    faulty.proxy.add(faults.on(associate, faults.unknownProfile, 3));
    const run = new TestRun();
    const fresh = { instance: target, from: undefined, to: first, fresh: true };
    await changeAssociation(fresh, faulty.account.connection, run);
    assert.deepEqual(await has(target), [first]);
    assert.ok(run.steps.includes('Waiting until EC2 knows the new instance profile…'));
    assert.deepEqual(faulty.proxy.made, [associate]);
  });

  it('does not wait for a profile that was there before and is not known', async () => {
    const target = await instance('running');
    await assert.rejects(change(target, undefined, 'nowhere'), /Invalid IAM Instance Profile/);
  });

  it('puts the old profile back where the second half fails on a stopped instance, and tells both', async () => {
    const target = await instance('stopped', first);
    faulty.proxy.add(faults.on(associate, faults.denied, 1));
    await assert.rejects(
      change(target, first, second),
      new RegExp(`not allowed ec2:AssociateIam.*The old instance profile ${first} was put back\\.`),
    );
    assert.deepEqual(await has(target), [first]);
  });

  it('says that the instance has none where putting back fails too', async () => {
    const target = await instance('stopped', first);
    faulty.proxy.add(faults.on(associate, faults.denied));
    await assert.rejects(
      change(target, first, second),
      /Putting the old instance profile \S+ back failed too, so web \(i-\w+\) has none now .*Attach its role again/,
    );
  });

  it('sees a swap through though the person cancels half-way', async () => {
    const target = await instance('stopped', first);
    await change(target, first, second, new TestRun(/Waiting until AWS confirms/));
    assert.deepEqual(await has(target), [second]);
  });

  it('remembers a swap between its halves, and forgets it when it is over', async () => {
    const kept = new Map<string, unknown>();
    const store = {
      keys: () => [...kept.keys()],
      get: (key: string) => kept.get(key),
      update: (key: string, value: unknown) =>
        Promise.resolve(void (value === undefined ? kept.delete(key) : kept.set(key, value))),
    };
    const swaps = new SwapsUnderWay(store);
    rememberSwaps(swaps);
    try {
      const target = await instance('stopped', first);
      const left: string[] = [];
      faulty.proxy.add(
        faults.on(associate, (call, next) => {
          left.push(...swaps.left(() => false).map(({ instanceId, from }) => `${instanceId} ${from}`));
          return next(call);
        }),
      );
      await change(target, first, second);
      assert.deepEqual(left, [`${target.id} ${first}`]);
      assert.deepEqual(store.keys(), []);
    } finally {
      rememberSwaps(undefined);
    }
  });

  it('waits while AWS is busy, then decides again', async () => {
    const target = await instance('running');
    await faulty.account.connection.ec2.associate(target.id, first);
    const run = new TestRun();
    await change(target, first, second, run);
    assert.match(run.steps[0]!, /Waiting while AWS is still associating/);
    assert.deepEqual(await has(target), [second]);
  });

  it('gives up waiting where the person cancels, and changes nothing', async () => {
    const target = await instance('running');
    await faulty.account.connection.ec2.associate(target.id, first);
    faulty.proxy.reset();
    await assert.rejects(change(target, first, second, new TestRun(/still associating/)), {
      name: 'Cancelled',
    });
    assert.deepEqual(faulty.proxy.made, []);
  });

  it('refuses what somebody else has changed since', async () => {
    const target = await instance('running', second);
    await assert.rejects(
      change(target, first, undefined),
      /was changed by somebody else: it has instance profile profile-\w+ now, not instance profile profile-\w+/,
    );
    assert.deepEqual(faulty.proxy.made, []);
  });

  it('decides again where the instance is stopped between looking and replacing', async () => {
    const target = await instance('running', first);
    faulty.proxy.add(
      faults.on(
        replace,
        async (call, next) => {
          await faulty.account.stop(target.id);
          return next(call);
        },
        1,
      ),
    );
    await change(target, first, second);
    assert.deepEqual(faulty.proxy.made, [disassociate, associate]);
    assert.deepEqual(await has(target), [second]);
  });

  it('takes detaching from an instance that is gone for done', async () => {
    const target = await instance('running', first);
    await faulty.account.terminate(target.id);
    await change(target, first, undefined);
    assert.deepEqual(faulty.proxy.made, []);
  });

  it('says that it does not know where nothing can be read back', async () => {
    const target = await instance('running');
    faulty.proxy.add(
      faults.on(associate, async (call, next) => {
        faulty.proxy.add(faults.on(/Describe/, faults.denied));
        return faults.dropAfterCommit(call, next);
      }),
    );
    const error: unknown = await change(target, undefined, first).catch((reason: unknown) => reason);
    assert.ok(error instanceof UncertainError, messageOf(error));
    assert.match(error.message, /not known, because reading it back failed too/);
    assert.deepEqual(faulty.proxy.made, [associate]);
  });

  it('says so where AWS accepts a change and does not complete it', async () => {
    const target = await instance('running');
    faulty.proxy.add(
      faults.on('ec2:DescribeIamInstanceProfileAssociations', async (call, next) => {
        const reply = await next(call);
        return { ...reply, body: reply.body.replaceAll('>associated<', '>associating<') };
      }),
    );
    await assert.rejects(change(target, undefined, first), /has not completed it within a minute/);
    assert.deepEqual(faulty.proxy.made, [associate]);
  });

  describe('where its associations may not be read', () => {
    const unreadable = 'ec2:DescribeIamInstanceProfileAssociations';
    const unseen = async (has?: string) => {
      const target = await instance('running', has);
      faulty.proxy.add(faults.on(unreadable, faults.denied));
      return target;
    };
    const seen = (target: Instance) => {
      faulty.proxy.reset();
      return has(target);
    };

    it('gives it a profile, and sees that it has it with the instance', async () => {
      const target = await unseen();
      await change(target, undefined, first);
      assert.deepEqual(faulty.proxy.made, [associate]);
      assert.deepEqual(await seen(target), [first]);
    });

    it('reads before it tries again where the answer is lost', async () => {
      const target = await unseen();
      faulty.proxy.add(faults.on(associate, faults.dropAfterCommit, 1));
      await change(target, undefined, first);
      assert.deepEqual(faulty.proxy.made, [associate]);
    });

    it('does nothing where EC2 shows the profile already', async () => {
      const target = await unseen(first);
      await change(target, undefined, first);
      assert.deepEqual(faulty.proxy.made, []);
    });

    for (const from of [undefined, 'what the sidebar shows'])
      it(`says what is missing to replace ${from ?? 'one that nobody knew of'}`, async () => {
        const target = await unseen(first);
        await assert.rejects(
          change(target, from, second),
          /web \(i-\w+\) has an instance profile already, and to replace it you need permission ec2:DescribeIamInstanceProfileAssociations, which you do not have\. Nothing was changed/,
        );
        assert.deepEqual(faulty.proxy.made, []);
        assert.deepEqual(await seen(target), [first]);
      });

    it('cannot detach, and says what may not be read', async () => {
      const target = await unseen(first);
      await assert.rejects(change(target, first, undefined), /not allowed ec2:DescribeIamInstanceProfile/);
      assert.deepEqual(faulty.proxy.made, []);
    });
  });

  it('goes by what the sidebar shows where the instance may not be read', async () => {
    const target = await instance('running', first);
    faulty.proxy.add(faults.on('ec2:DescribeInstances', faults.denied));
    await change(target, first, second);
    assert.deepEqual(faulty.proxy.made, [replace]);
  });
});
