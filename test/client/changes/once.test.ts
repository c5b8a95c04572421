import assert from 'node:assert/strict';
import { explain } from '../../../client/src/aws/explain';
import { makeOnce } from '../../../client/src/changes/once';
import { UncertainError } from '../../../client/src/changes/run';
import { TestRun } from '../support/testRun';

const attempt = { action: 'iam:X', doing: 'do it', profile: undefined, region: 'r', endpoint: undefined };
const failure = (name: string) => explain({ name, message: name }, attempt);
const throttled = failure('Throttling');
const denied = failure('AccessDenied');
const lost = failure('ECONNRESET');
const server = explain({ name: 'X', message: 'oops', $metadata: { httpStatusCode: 503 } }, attempt);
const gone = failure('NoSuchEntity');
const exists = failure('EntityAlreadyExists');

/** What the attempts meet: an error before the change, one after it, or none. */
type Meeting = { before: Error } | { after: Error } | 'fine';

/** A world in which the change is made or not. */
const world = (...meetings: Meeting[]) => {
  let made = 0;
  let attempts = 0;
  const call = {
    make: () => {
      const meeting = meetings[attempts++] ?? 'fine';
      if (meeting !== 'fine' && 'before' in meeting) return Promise.reject(meeting.before);
      made++;
      return meeting === 'fine' ? Promise.resolve() : Promise.reject(meeting.after);
    },
    isDone: () => Promise.resolve(made > 0),
  };
  return { call, made: () => made, attempts: () => attempts };
};

describe('making a call to good effect at most once', () => {
  const successes: [string, Meeting[], number][] = [
    ['nothing goes wrong', ['fine'], 1],
    ['AWS throttles twice', [{ before: throttled }, { before: throttled }, 'fine'], 3],
    ['the answer is lost after the change', [{ after: lost }], 1],
    ['the server fails after the change', [{ after: server }], 1],
    ['the request is lost before the change', [{ before: lost }, 'fine'], 2],
    ['the server fails before the change', [{ before: server }, { before: server }, 'fine'], 3],
    ['it is throttled, then the answer is lost', [{ before: throttled }, { after: lost }], 2],
  ];
  for (const [what, meetings, attempts] of successes) {
    it(`succeeds with one change where ${what}`, async () => {
      const { call, made, attempts: count } = world(...meetings);
      await makeOnce(call, new TestRun());
      assert.equal(made(), 1);
      assert.equal(count(), attempts);
    });
  }

  it('takes a refusal for success where the lost attempt has made it so', async () => {
    const { call } = world({ before: lost }, { before: exists });
    let reads = 0;
    await makeOnce({ ...call, isDone: () => Promise.resolve(++reads > 1) }, new TestRun());
  });

  it('does not take somebody else’s for its own', async () => {
    await assert.rejects(makeOnce(world({ before: exists }).call, new TestRun()), exists);
  });

  it('is done where what is to go is gone already', async () => {
    const { call } = world({ before: gone });
    await makeOnce({ ...call, alreadyDone: ({ kind }) => kind === 'notFound' }, new TestRun());
  });

  it('does not repeat what AWS refuses', async () => {
    const { call, attempts } = world({ before: denied });
    await assert.rejects(makeOnce(call, new TestRun()), denied);
    assert.equal(attempts(), 1);
  });

  it('tells throttling when it lasts', async () => {
    const { call, made } = world(...Array.from({ length: 9 }, () => ({ before: throttled })));
    const run = new TestRun();
    await assert.rejects(makeOnce(call, run), /too many requests/);
    assert.equal(made(), 0);
    assert.equal(run.waited, 15_000);
  });

  it('says that it is not known where reading back fails too', async () => {
    const { call } = world({ after: lost });
    const blind = { ...call, isDone: () => Promise.reject(lost) };
    await assert.rejects(makeOnce(blind, new TestRun()), UncertainError);
  });

  it('stops between attempts where the person cancels', async () => {
    const { call, attempts } = world({ before: throttled }, 'fine');
    await assert.rejects(makeOnce(call, new TestRun(/slow down/)), { name: 'Cancelled' });
    assert.equal(attempts(), 1);
  });
});
