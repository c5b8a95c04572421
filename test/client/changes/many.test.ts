import assert from 'node:assert/strict';
import { nameInArn } from '../../../client/src/aws/model';
import { exclusively } from '../../../client/src/changes/exclusive';
import {
  carryOutMany,
  type ManyPlan,
  type ManyRun,
  type Outcome,
  planMany,
  takeBackMany,
} from '../../../client/src/changes/many';
import { reportOf, tally } from '../../../client/src/changes/report';
import { associationsOf } from '../../../client/src/changes/settle';
import * as faults from '../../support/faults/faults';
import { collect } from '../support/collect';
import { association, instance, profile, role } from '../support/fakeConnection';
import { type FaultyAccount, openFaultyAccount } from '../support/faults';
import { TestRun } from '../support/testRun';

describe('a plan for many instances', () => {
  const R = role('R');
  const facts = {
    instances: [instance('i-1'), instance('i-2'), instance('i-3', 'off', 'stopping'), instance('i-4')],
    associations: [association('i-2', 'Old'), association('i-4', 'P')],
    role: R,
    profiles: [profile('P', R), profile('Old', role('S'))],
  };
  const planned = (more: object = {}): ManyPlan => {
    const plan = planMany({ ...facts, ...more });
    return 'choose' in plan ? assert.fail() : plan;
  };

  it('decides for each: attach, replace, left alone, nothing to do', () => {
    const plan = planned();
    assert.deepEqual(
      plan.changes.map((each) => [each.instance.id, each.from, each.to]),
      [
        ['i-1', undefined, 'P'],
        ['i-2', 'Old', 'P'],
      ],
    );
    assert.deepEqual(
      plan.left.map((each) => [each.instance.id, each.kind]),
      [
        ['i-3', 'refused'],
        ['i-4', 'nothing'],
      ],
    );
    assert.deepEqual(plan.shared, []);
  });

  it('makes a profile once for all', () => {
    const plan = planned({ profiles: [] });
    assert.deepEqual(
      plan.shared.map(({ kind }) => kind),
      ['createProfile', 'addRole'],
    );
    assert.ok(plan.changes.every(({ to, fresh }) => to === 'R' && fresh === true));
  });

  it('asks which profile where several hold the role', () => {
    assert.ok('choose' in planMany({ ...facts, profiles: [profile('P', R), profile('Q', R)] }));
  });
});

describe('attaching a role to many instances of an account that fails', function () {
  this.timeout(60_000);
  let faulty: FaultyAccount;
  before(async () => {
    faulty = await openFaultyAccount();
  });
  afterEach(() => {
    faulty.proxy.reset();
  });
  after(() => faulty.close());

  const planFor = async (count: number) => {
    const { account } = faulty;
    const { ec2, iam } = account.connection;
    const ids: string[] = [];
    for (let at = 0; at < count; at++) ids.push(await account.instance(`many-${at}`));
    const instances = (await collect(ec2.instances())).filter(({ id }) => ids.includes(id));
    const name = await account.role();
    const plan = planMany({ instances, associations: [], role: await iam.role(name), profiles: [] });
    faulty.proxy.reset();
    return 'choose' in plan ? assert.fail() : { plan, name, instances };
  };
  const running = (run = new TestRun()): { run: ManyRun; finished: Outcome[] } => {
    const finished: Outcome[] = [];
    return {
      finished,
      run: {
        signal: run.signal,
        report: run.report.bind(run),
        pause: run.pause.bind(run),
        servicesFor: () => Promise.resolve(faulty.account.connection),
        finished: (outcome) => finished.push(outcome),
      },
    };
  };
  const profiles = async (instances: readonly { id: string }[]) =>
    Promise.all(
      instances.map(
        async ({ id }) =>
          (await associationsOf(id, faulty.account.connection)).map((each) => nameInArn(each.profileArn))[0],
      ),
    );
  const kinds = (outcomes: readonly Outcome[]) => outcomes.map(({ kind }) => kind);

  it('changes each once, tells of each, and takes all of it back', async () => {
    const { plan, name, instances } = await planFor(6);
    const { run, finished } = running();
    const outcomes = await carryOutMany(plan, faulty.account.connection, run);
    assert.deepEqual(kinds(outcomes), Array(6).fill('done'));
    assert.equal(finished.length, 6);
    assert.deepEqual(await profiles(instances), Array(6).fill(name));
    assert.equal(faulty.proxy.made.filter((call) => call === 'iam:CreateInstanceProfile').length, 1);
    const back = await takeBackMany(plan, plan.changes, faulty.account.connection, running().run);
    assert.deepEqual(kinds(back), Array(6).fill('done'));
    assert.deepEqual(await profiles(instances), Array(6).fill(undefined));
    assert.equal(await faulty.account.connection.roles.profile(name), undefined);
  });

  it('goes on where one fails, and says why', async () => {
    const { plan, name, instances } = await planFor(3);
    const [unlucky] = instances;
    faulty.proxy.add(
      faults.on('ec2:AssociateIamInstanceProfile', (call, next) =>
        call.form.get('InstanceId') === unlucky!.id ? faults.denied(call, next) : next(call),
      ),
    );
    const outcomes = await carryOutMany(plan, faulty.account.connection, running().run);
    assert.equal(tally(outcomes), '2 done, 1 failed');
    const failed = outcomes.find(({ kind }) => kind === 'failed')!;
    assert.equal(failed.instance.id, unlucky!.id);
    assert.match(failed.says, /not allowed ec2:AssociateIamInstanceProfile/);
    assert.equal((await faulty.account.connection.roles.profile(name))?.roles.length, 1);
  });

  it('leaves nothing behind where none could be changed', async () => {
    const { plan, name } = await planFor(2);
    faulty.proxy.add(faults.on('ec2:AssociateIamInstanceProfile', faults.denied));
    const outcomes = await carryOutMany(plan, faulty.account.connection, running().run);
    assert.equal(tally(outcomes), '2 failed');
    assert.equal(await faulty.account.connection.roles.profile(name), undefined);
  });

  it('begins no other where the person cancels, and keeps what is done', async () => {
    const { plan, instances } = await planFor(6);
    const { run } = running(new TestRun(/many-\d .*Waiting until AWS confirms/));
    const outcomes = await carryOutMany(plan, faulty.account.connection, run);
    const done = outcomes.filter(({ kind }) => kind === 'done');
    assert.ok(done.length >= 1 && done.length <= 4, tally(outcomes));
    assert.equal(outcomes.filter(({ kind }) => kind === 'cancelled').length, 6 - done.length);
    assert.equal((await profiles(instances)).filter(Boolean).length, done.length);
  });

  it('does not touch an instance that is being changed', async () => {
    const { plan, instances } = await planFor(2);
    const outcomes = await exclusively([instances[0]!], () =>
      carryOutMany(plan, faulty.account.connection, running().run),
    );
    assert.equal(tally(outcomes), '1 done, 1 failed');
    assert.match(outcomes.find(({ kind }) => kind === 'failed')!.says, /is being changed already/);
  });
});

describe('the report of many changes', () => {
  it('is a table in which names have no effect', () => {
    const named = instance('i-1', '[x](command:evil) | `a` <b> **c** \u202e');
    const report = reportOf('Attach role R', 'Account 1', [
      { instance: named, kind: 'done', says: 'It has instance profile R.' },
      { instance: instance('i-2', 'b'), kind: 'failed', says: 'Not allowed.' },
    ]);
    assert.match(report, /^# Attach role R\n\nAccount 1\n\n1 done, 1 failed\.\n/);
    assert.ok(
      report.includes('| \\[x\\](command:evil) \\| \\`a\\` \\<b\\> \\*\\*c\\*\\* (i-1) | done |'),
      report,
    );
  });
});
