import assert from 'node:assert/strict';
import { CreatePolicyCommand, IAMClient } from '@aws-sdk/client-iam';
import type { LivePolicy } from '../../../client/src/documents/livePolicy';
import { readCurrent } from '../../../client/src/documents/remote';
import {
  NotSaved,
  type PolicyKnowledge,
  type Review,
  save,
  type SavingQuestions,
  takeBack,
} from '../../../client/src/documents/saving';
import { describeChange } from '../../../server/src/service';
import { ec2TrustText, TestAccount, trusting, unique } from '../support/account';

const account = '123456789012';
const knows: PolicyKnowledge = {
  errorsIn: (_, text) =>
    Promise.resolve(
      text.includes('444444444444') ? [{ code: 'X', severity: 'error', message: 'bad', line: 0 }] : [],
    ),
  change: (policy, before, after) =>
    Promise.resolve(describeChange({ kind: policy.kind === 'trust' ? 'trust' : 'identity', before, after })),
};

/** Answers yes to everything and writes down what was asked. */
const willing = (more: Partial<SavingQuestions> = {}) => {
  const asked: string[] = [];
  const reviews: Review[] = [];
  const questions: SavingQuestions = {
    insist: () => Promise.resolve(Boolean(asked.push('insist'))),
    overwrite: () => Promise.resolve(Boolean(asked.push('overwrite'))),
    versionToDelete: (_, versions) => {
      asked.push(`delete of ${versions.map(({ id }) => id).join(' ')}`);
      return Promise.resolve(versions[0]);
    },
    confirm: (review) => {
      asked.push('confirm');
      reviews.push(review);
      return Promise.resolve(true);
    },
    ...more,
  };
  return { asked, reviews, questions };
};

const partner = trusting({ AWS: 'arn:aws:iam::222222222222:root' });
/** A text in which `knows` finds an error. */
const doubtful = trusting({ AWS: '444444444444' });
const reading = (...Action: string[]) =>
  JSON.stringify({ Version: '2012-10-17', Statement: [{ Effect: 'Allow', Action, Resource: '*' }] });

describe('saving a policy of the account', function () {
  this.timeout(60_000);
  let test: TestAccount;
  before(async () => {
    test = await TestAccount.open();
  });
  after(() => {
    test.dispose();
  });

  const trust = async (): Promise<LivePolicy> => ({ kind: 'trust', account, roleName: await test.role() });
  const managed = async (document = reading('s3:GetObject')): Promise<LivePolicy & { arn: string }> => {
    const credentials = { accessKeyId: 'testing', secretAccessKey: 'testing' };
    const iam = new IAMClient({ endpoint: test.endpoint, region: 'us-east-1', credentials });
    const input = { PolicyName: unique('policy'), PolicyDocument: document };
    const { Policy } = await iam.send(new CreatePolicyCommand(input));
    iam.destroy();
    return { kind: 'managed', account, arn: Policy?.Arn ?? '' };
  };
  const current = (policy: LivePolicy) => readCurrent(test.connection, policy);
  const saving = async (policy: LivePolicy, edited: string, questions: SavingQuestions, opened?: string) =>
    save(
      test.connection,
      policy,
      { edited, opened: opened === undefined ? await current(policy) : { text: opened } },
      questions,
      knows,
    );

  it('shows the change in words, writes a trust policy, and takes it back', async () => {
    const policy = await trust();
    const { asked, reviews, questions } = willing();
    const written = await saving(policy, partner, questions);
    assert.deepEqual(asked, ['confirm']);
    assert.deepEqual(reviews[0]?.words, ['Adds account 222222222222', 'Removes service ec2.amazonaws.com']);
    assert.equal((await current(policy)).text, partner);
    await takeBack(test.connection, written!);
    assert.equal((await current(policy)).text, ec2TrustText);
  });

  it('writes an inline policy', async () => {
    const policy: LivePolicy = {
      kind: 'inline',
      account,
      roleName: await test.role(),
      policyName: 'reading',
    };
    await saving(policy, reading('s3:ListBucket'), willing().questions);
    assert.equal((await current(policy)).text, reading('s3:ListBucket'));
  });

  it('makes a new default version of a managed policy, and goes back to the old one', async () => {
    const policy = await managed();
    const written = await saving(policy, reading('s3:PutObject'), willing().questions);
    assert.deepEqual(await current(policy), { text: reading('s3:PutObject'), defaultVersion: 'v2' });
    await takeBack(test.connection, written!);
    assert.equal((await current(policy)).defaultVersion, 'v1');
  });

  it('asks which version to delete at the limit of five, and deletes that one', async () => {
    const policy = await managed();
    for (const action of ['a:B', 'a:C', 'a:D', 'a:E'])
      await saving(policy, reading(action), willing().questions);
    const { asked, questions } = willing();
    await saving(policy, reading('a:F'), questions);
    assert.deepEqual(asked, ['delete of v1 v2 v3 v4', 'confirm']);
    const versions = await test.connection.policies.versions(policy.arn);
    assert.deepEqual(versions.map(({ id }) => id).sort(), ['v2', 'v3', 'v4', 'v5', 'v6']);
  });

  it('deletes no version where the person does not confirm', async () => {
    const policy = await managed();
    for (const action of ['a:B', 'a:C', 'a:D', 'a:E'])
      await saving(policy, reading(action), willing().questions);
    const { questions } = willing({ confirm: () => Promise.resolve(false) });
    await assert.rejects(saving(policy, reading('a:F'), questions), NotSaved);
    assert.equal((await test.connection.policies.versions(policy.arn)).length, 5);
  });

  const refusals: [string, string, Partial<SavingQuestions>, RegExp][] = [
    ['without a confirmation', partner, { confirm: () => Promise.resolve(false) }, /did not confirm/],
    ['with errors that nobody insists on', doubtful, { insist: () => Promise.resolve(false) }, /has errors/],
    ['what is no JSON, whoever insists', '{ "Statement": [', {}, /not valid JSON/],
  ];
  for (const [what, edited, answers, sentence] of refusals) {
    it(`writes nothing ${what}`, async () => {
      const policy = await trust();
      await assert.rejects(saving(policy, edited, willing(answers).questions), (error: Error) => {
        assert.ok(error instanceof NotSaved);
        assert.match(error.message, sentence);
        return true;
      });
      assert.equal((await current(policy)).text, ec2TrustText);
    });
  }

  it('writes a text with errors where the person insists', async () => {
    const policy = await trust();
    const { asked, questions } = willing();
    await saving(policy, doubtful, questions);
    assert.deepEqual(asked, ['insist', 'confirm']);
  });

  it('tells what somebody changed meanwhile, and overwrites it only when told to', async () => {
    const policy = await trust();
    const meanwhile: string[][] = [];
    const { questions } = willing({
      overwrite: (_, lines) => {
        meanwhile.push([...lines]);
        return Promise.resolve(false);
      },
    });
    const opened = trusting({ Service: 'lambda.amazonaws.com' });
    await assert.rejects(saving(policy, partner, questions, opened), /changed in AWS since you opened it/);
    assert.deepEqual(meanwhile, [['Adds service ec2.amazonaws.com', 'Removes service lambda.amazonaws.com']]);
    assert.equal((await current(policy)).text, ec2TrustText);
    await saving(policy, partner, willing().questions, opened);
    assert.equal((await current(policy)).text, partner);
  });

  it('notices that another version became the default', async () => {
    const policy = await managed();
    const opened = await current(policy);
    await saving(policy, reading('a:B'), willing().questions);
    const { asked, questions } = willing();
    await save(test.connection, policy, { edited: reading('a:C'), opened }, questions, knows);
    assert.deepEqual(asked, ['overwrite', 'confirm']);
  });

  it('asks nothing where AWS has it already', async () => {
    const policy = await trust();
    const { asked, questions } = willing();
    const laidOut = JSON.stringify(JSON.parse(ec2TrustText), null, 4);
    assert.equal(await saving(policy, laidOut, questions), undefined);
    assert.deepEqual(asked, []);
  });

  it('writes nothing into another account', async () => {
    const policy: LivePolicy = { ...(await trust()), account: '999999999999' };
    const { asked, questions } = willing();
    await assert.rejects(
      saving(policy, partner, questions),
      /belongs to account 999999999999, but profile default now leads to account 123456789012/,
    );
    assert.deepEqual(asked, []);
  });

  it('takes nothing back that was changed again since', async () => {
    const policy = await trust();
    const written = await saving(policy, partner, willing().questions);
    await saving(policy, trusting({ AWS: '333333333333' }), willing().questions);
    await assert.rejects(takeBack(test.connection, written!), /was changed again since/);
  });
});
