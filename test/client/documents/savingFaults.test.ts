import assert from 'node:assert/strict';
import { CreatePolicyCommand, IAMClient } from '@aws-sdk/client-iam';
import type { LivePolicy } from '../../../client/src/documents/livePolicy';
import { readCurrent } from '../../../client/src/documents/remote';
import {
  type PolicyKnowledge,
  save,
  type SavingQuestions,
  takeBack,
} from '../../../client/src/documents/saving';
import type { Rule } from '../../support/faults/exchange';
import * as faults from '../../support/faults/faults';
import { errorReply } from '../../support/faults/replies';
import { trusting, unique } from '../support/account';
import { type FaultyAccount, openFaultyAccount } from '../support/faults';

const account = '123456789012';
const knows: PolicyKnowledge = {
  errorsIn: () => Promise.resolve([]),
  change: () => Promise.resolve(['changes']),
};
const willing: SavingQuestions = {
  insist: () => Promise.resolve(true),
  overwrite: () => Promise.resolve(true),
  versionToDelete: (_, versions) => Promise.resolve(versions[0]),
  confirm: () => Promise.resolve(true),
};
const pause = () => Promise.resolve();

const reading = (...Action: string[]) =>
  JSON.stringify({ Version: '2012-10-17', Statement: [{ Effect: 'Allow', Action, Resource: '*' }] });

/** IAM, too, hides what it refused where an organization's policy denies it. */
const encodedDenial: Rule = (call) => {
  const message = `You are not authorized to perform this operation. Encoded authorization failure message: ${faults.encodedPart}`;
  return Promise.resolve(errorReply(call, 403, 'AccessDenied', message));
};

describe('saving a policy of an account that fails', function () {
  this.timeout(60_000);
  let faulty: FaultyAccount;
  before(async () => {
    faulty = await openFaultyAccount();
  });
  afterEach(() => {
    faulty.proxy.reset();
  });
  after(() => faulty.close());

  type Managed = LivePolicy & { readonly arn: string };
  const managed = async (): Promise<Managed> => {
    const credentials = { accessKeyId: 'testing', secretAccessKey: 'testing' };
    const iam = new IAMClient({ endpoint: faulty.account.endpoint, region: 'us-east-1', credentials });
    const input = { PolicyName: unique('policy'), PolicyDocument: reading('s3:GetObject') };
    const { Policy } = await iam.send(new CreatePolicyCommand(input));
    iam.destroy();
    return { kind: 'managed', account, arn: Policy?.Arn ?? '' };
  };
  const current = (policy: LivePolicy) => readCurrent(faulty.account.connection, policy);
  const saving = async (policy: LivePolicy, edited: string, rule?: Rule) => {
    const opened = await current(policy);
    faulty.proxy.reset();
    if (rule) faulty.proxy.add(rule);
    return save(faulty.account.connection, policy, { edited, opened, pause }, willing, knows);
  };
  const now = (policy: LivePolicy) => {
    faulty.proxy.reset();
    return current(policy);
  };

  /** Each kind of policy, the call that writes it, and what is written. */
  const kinds: [string, () => Promise<LivePolicy>, string, string][] = [
    [
      'a trust policy',
      async () => ({ kind: 'trust', account, roleName: await faulty.account.role() }),
      'iam:UpdateAssumeRolePolicy',
      trusting({ AWS: 'arn:aws:iam::222222222222:root' }),
    ],
    [
      'an inline policy',
      async () => ({
        ...{ kind: 'inline', account, roleName: await faulty.account.role(), policyName: 'reading' },
      }),
      'iam:PutRolePolicy',
      reading('s3:ListBucket'),
    ],
    ['a managed policy', managed, 'iam:CreatePolicyVersion', reading('s3:PutObject')],
  ];
  const passing: [string, Rule, number][] = [
    ['the answer is lost after the write', faults.dropAfterCommit, 1],
    ['the request is lost', faults.dropBefore, 1],
    ['AWS throttles', faults.throttle, 2],
    ['the server fails before the write', faults.serverError, 2],
    ['the server fails after the write', faults.serverErrorAfterCommit, 1],
  ];
  const refusing: [string, Rule, RegExp][] = [
    ['throttling lasts', faults.throttle, /too many requests.*Wait a minute/],
    ['the server goes on failing', faults.serverError, /an error of its own.*Try again in a minute/],
    ['the credentials have expired', faults.expired, /credentials .* have expired.*aws sso login/],
    ['AWS denies it', faults.denied, /not allowed iam:\w+.*Ask for permission iam:\w+/],
    ['AWS denies it in code', encodedDenial, /not allowed iam:\w+.*Ask for permission iam:\w+/],
    [
      'it was deleted meanwhile',
      faults.notFound,
      /Nothing was written: the .* no longer exists in AWS\. Your text stays in this editor; copy it/,
    ],
  ];
  for (const [kind, make, call, edited] of kinds) {
    for (const [what, rule, times] of passing) {
      it(`writes ${kind} once where ${what}, and takes it back`, async () => {
        const policy = await make();
        const before = await current(policy);
        const written = await saving(policy, edited, faults.on(call, rule, times));
        assert.deepEqual(faulty.proxy.made, [call]);
        assert.equal((await now(policy)).text, edited);
        faulty.proxy.add(faults.on(/Update|Put|SetDefault/, rule, times));
        await takeBack(faulty.account.connection, written!, pause);
        assert.equal(faulty.proxy.made.length, 1);
        assert.deepEqual(await now(policy), before);
      });
    }
    for (const [what, rule, says] of refusing) {
      it(`does not write ${kind} where ${what}, and says so`, async () => {
        const policy = await make();
        const before = await current(policy);
        await assert.rejects(saving(policy, edited, faults.on(call, rule)), ({ message }: Error) => {
          assert.match(message, says);
          assert.ok(!message.includes(faults.encodedPart));
          return true;
        });
        assert.deepEqual(faulty.proxy.made, []);
        assert.deepEqual(await now(policy), before);
      });
    }
    it(`says so where ${kind} was deleted before it is read`, async () => {
      const policy = await make();
      const gone = faults.on(/:Get(Role|RolePolicy|Policy)$/, faults.notFound);
      await assert.rejects(saving(policy, edited, gone), /no longer exists in AWS\. Your text stays/);
      assert.deepEqual(faulty.proxy.made, []);
    });
    it(`says that ${kind} may be written where nothing can be read afterwards`, async () => {
      const policy = await make();
      const lost = faults.on(call, (each, next) => {
        faulty.proxy.add(faults.on(/:Get/, faults.denied));
        return faults.dropAfterCommit(each, next);
      });
      await assert.rejects(saving(policy, edited, lost), /Whether the change was made is not known/);
      assert.deepEqual(faulty.proxy.made, [call]);
    });
    it(`says that ${kind} is written where only reading it back fails`, async () => {
      const policy = await make();
      const unreadable = faults.on(call, (each, next) => {
        faulty.proxy.add(faults.on(/:Get/, faults.denied));
        return next(each);
      });
      await assert.rejects(
        saving(policy, edited, unreadable),
        /^NotSaved: AWS took the new .* but it could not be read back\. Could not read .* not allowed .*Reopen/,
      );
      assert.deepEqual(faulty.proxy.made, [call]);
    });
  }

  describe('at the limit of five versions', () => {
    const full = async () => {
      const policy = await managed();
      for (const action of ['a:B', 'a:C', 'a:D', 'a:E']) await saving(policy, reading(action));
      return policy;
    };
    const remove = 'iam:DeletePolicyVersion';
    const create = 'iam:CreatePolicyVersion';
    const versions = async ({ arn }: Managed) => {
      faulty.proxy.reset();
      const found = await faulty.account.connection.policies.versions(arn);
      return found.map(({ id }) => id).sort();
    };

    for (const [what, rule, times] of passing)
      it(`deletes one version and makes one where ${what}`, async () => {
        const policy = await full();
        const removing = faults.on(remove, rule, times);
        const creating = faults.on(create, rule, times);
        await saving(policy, reading('a:F'), (one, next) => removing(one, (other) => creating(other, next)));
        assert.deepEqual(faulty.proxy.made, [remove, create]);
        assert.deepEqual(await versions(policy), ['v2', 'v3', 'v4', 'v5', 'v6']);
      });

    it('tells exactly what was deleted where the new version is not made', async () => {
      const policy = await full();
      await assert.rejects(
        saving(policy, reading('a:F'), faults.on(create, faults.denied)),
        /Version v1 was deleted to make room, but the new version was not made\. Could not make .* Ask for permission/,
      );
      assert.deepEqual(faulty.proxy.made, [remove]);
      assert.deepEqual(await versions(policy), ['v2', 'v3', 'v4', 'v5']);
    });

    it('deletes nothing and makes nothing where deleting is denied', async () => {
      const policy = await full();
      await assert.rejects(
        saving(policy, reading('a:F'), faults.on(remove, faults.denied)),
        /not allowed iam:DeletePolicyVersion/,
      );
      assert.deepEqual(faulty.proxy.made, []);
    });

    it('does not claim that the new version was not made where nobody knows', async () => {
      const policy = await full();
      const lost = faults.on(create, (each, next) => {
        faulty.proxy.add(faults.on(/:Get/, faults.denied));
        return faults.dropAfterCommit(each, next);
      });
      await assert.rejects(
        saving(policy, reading('a:F'), lost),
        /Version v1 was deleted to make room\. .*is not known/,
      );
    });
  });
});
