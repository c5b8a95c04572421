import assert from 'node:assert/strict';
import type { Role } from '../../../client/src/aws/model';
import { renderChain } from '../../../client/src/pages/chain/render';
import { Account } from '../../../client/src/state/account';
import { chainSteps } from '../../../client/src/state/chainSteps';
import { type BoundaryEffect, factsAbout } from '../../../client/src/state/diagnosis';
import type { RoleContents } from '../../../client/src/state/roleDetails';
import { trusting } from '../support/account';
import { evaluateTrust } from '../support/evaluateTrust';
import {
  association,
  FakeConnection,
  type FakeLists,
  instance,
  pages,
  profile,
  role,
} from '../support/fakeConnection';
import { hostile } from '../support/hostile';

const R = role('R');
const whole: FakeLists = {};
const good = (): FakeLists => ({
  associations: pages([association('i-1', 'P')]),
  profiles: pages([profile('P', R)]),
  roles: pages([R]),
});
const contents = (of: Role, more: Partial<RoleContents['policies']> = {}): RoleContents => ({
  details: { ...of, boundaryArn: undefined, lastUsed: undefined },
  policies: { managed: [], inline: ['Inline'], ...more },
});

interface Case {
  readonly what: string;
  readonly lists: FakeLists;
  readonly instance?: Partial<ReturnType<typeof instance>>;
  readonly boundary?: BoundaryEffect;
  /** Link by link: `ok`, `error`, … */
  readonly steps: string;
  readonly sentence?: RegExp;
  readonly fix?: string;
}

const china = 'arn:aws-cn:iam::123456789012:role/C';
const cases: Case[] = [
  { what: 'all is well', lists: good(), steps: 'ok ok ok ok ok ok' },
  {
    what: 'no association',
    lists: { ...good(), associations: pages([]) },
    steps: 'ok missing missing missing missing missing',
    sentence: /^No instance profile is attached/,
    fix: 'trustwright.attachRole',
  },
  {
    what: 'an association that is not settled',
    lists: { ...good(), associations: pages([association('i-1', 'P', 'associating')]) },
    steps: 'ok warning ok ok ok ok',
    sentence: /^AWS is still attaching instance profile P/,
    fix: 'trustwright.refreshItem',
  },
  {
    what: 'a profile without a role',
    lists: { ...good(), profiles: pages([profile('P')]) },
    steps: 'ok ok error missing missing missing',
    sentence: /^Instance profile P holds no role/,
    fix: 'trustwright.attachRole',
  },
  {
    what: 'a profile that was deleted',
    lists: { ...good(), profiles: pages([]) },
    steps: 'ok ok error missing missing missing',
    sentence: /^Instance profile P no longer exists/,
    fix: 'trustwright.attachRole',
  },
  {
    what: 'a role that was deleted',
    lists: { ...good(), roles: pages([]) },
    steps: 'ok ok ok error ok ok',
    sentence: /^Role R in instance profile P no longer exists/,
    fix: 'trustwright.attachRole',
  },
  {
    what: 'a trust policy that does not let EC2 in',
    lists: {
      ...good(),
      ...rolesAndProfile(role('R', trusting({ Service: 's3.amazonaws.com' }))),
    },
    steps: 'ok ok ok ok error ok',
    sentence: /its trust policy does not let EC2 assume it$/,
    fix: 'trustwright.letEc2Assume',
  },
  {
    what: 'a trust policy that depends on a condition',
    lists: {
      ...good(),
      ...rolesAndProfile(
        role('R', trusting({ Service: 'ec2.amazonaws.com' }, { StringEquals: { 'aws:SourceAccount': '1' } })),
      ),
    },
    steps: 'ok ok ok ok unknown ok',
    sentence: /^Whether EC2 may assume role R cannot be told/,
  },
  {
    what: 'EC2’s name in China',
    lists: {
      ...good(),
      ...rolesAndProfile({ ...role('C', trusting({ Service: 'ec2.amazonaws.com.cn' })), arn: china }),
    },
    steps: 'ok ok ok ok ok ok',
  },
  {
    what: 'EC2’s Chinese name elsewhere',
    lists: { ...good(), ...rolesAndProfile(role('R', trusting({ Service: 's3.amazonaws.com.cn' }))) },
    steps: 'ok ok ok ok error ok',
  },
  {
    what: 'a permissions boundary in the way',
    lists: good(),
    boundary: { name: 'Limit', blocked: ['s3:GetObject'] },
    steps: 'ok ok ok ok ok warning',
    sentence: /^Permissions boundary Limit takes s3:GetObject from role R$/,
    fix: 'trustwright.openBoundary',
  },
  {
    what: 'the metadata service turned off',
    lists: good(),
    instance: { metadata: { enabled: false, hopLimit: 1, tokensRequired: true } },
    steps: 'error ok ok ok ok ok',
    sentence: /^The metadata service is turned off/,
    fix: 'trustwright.copyMetadataFix',
  },
  {
    what: 'hop limit 1 where containers run',
    lists: good(),
    instance: {
      metadata: { enabled: true, hopLimit: 1, tokensRequired: true },
      tags: { 'kubernetes.io/cluster/prod': 'owned' },
    },
    steps: 'warning ok ok ok ok ok',
    sentence: /one network hop only, so containers on it cannot/,
    fix: 'trustwright.copyMetadataFix',
  },
  {
    what: 'hop limit 1 where nobody says that containers run',
    lists: good(),
    instance: { metadata: { enabled: true, hopLimit: 1, tokensRequired: true } },
    steps: 'ok ok ok ok ok ok',
    sentence: /one network hop only/,
  },
  {
    what: 'hop limit 1 and IMDSv1, which containers reach',
    lists: good(),
    instance: { metadata: { enabled: true, hopLimit: 1, tokensRequired: false } },
    steps: 'ok ok ok ok ok ok',
  },
];

function rolesAndProfile(one: Role): FakeLists {
  return { roles: pages([one]), profiles: pages([profile('P', one)]) };
}

const factsOf = async (lists: FakeLists, more: Case['instance'] = {}) => {
  const one = { ...instance('i-1', 'web'), ...more };
  const account = new Account(
    () => Promise.resolve(new FakeConnection({ ...lists, instances: pages([one]) })),
    {
      evaluateTrust,
    },
  );
  await account.load();
  return factsAbout(account, one);
};

describe('the chain of an instance', () => {
  for (const each of cases) {
    it(`explains ${each.what}`, async () => {
      const facts = await factsOf(each.lists, each.instance);
      const { role: held } = facts.chain;
      const steps = chainSteps({ ...facts, boundary: each.boundary }, held && contents(held));
      assert.equal(steps.map(({ status }) => status).join(' '), each.steps);
      const [problem] = steps.flatMap(({ problems }) => problems);
      if (each.sentence) assert.match(problem?.sentence ?? '', each.sentence);
      else if (!each.steps.includes('error')) assert.equal(problem, undefined);
      if (each.fix) assert.equal(problem?.fix?.command, each.fix);
    });
  }

  it('knows nothing where nothing could be read', async () => {
    const steps = chainSteps(await factsOf(whole), undefined);
    assert.equal(steps[0]?.status, 'ok');
    const account = new Account(() => new Promise(() => undefined));
    const unread = chainSteps(factsAbout(account, instance('i-1')), undefined);
    assert.equal(unread[1]?.status, 'unknown');
    assert.deepEqual(
      unread.flatMap(({ problems }) => problems),
      [],
    );
  });

  it('is a page that names the broken link, the reason and the way out', async () => {
    const facts = await factsOf(rolesAndProfileWith('s3.amazonaws.com'));
    const text = renderChain({ title: 'Access of web', where: 'r' }, chainSteps(facts, contents(R)), []).text;
    assert.match(text, /class="alert" role="status">[^]*Role R gives no credentials/);
    assert.match(text, /<li class="error">\s*<span class="status">✗ broken<\/span>\s*<h2>Trust policy/);
    assert.match(text, /its trust policy does not name ec2\.amazonaws\.com/);
    assert.match(text, />\s*Let EC2 assume the role…\s*<\/button>/);
    assert.equal(text.match(/<li class=/g)?.length, 6);
  });

  for (const text of hostile) {
    it(`shows a name as it is: ${JSON.stringify(text.slice(0, 30))}`, async () => {
      const facts = await factsOf(good(), { name: text, tags: { [text]: text } });
      const page = renderChain(
        { title: text, where: text },
        chainSteps(facts, contents(R, { inline: [text] })),
        [{ link: 'trust', title: text, action: text }],
      ).text;
      assert.doesNotMatch(page, /<(script|img|a|iframe|b|strong)[\s>]/i);
      assert.doesNotMatch(
        page.replace(/data-action="[^"]*"|<h1>.*<\/h1>|class="where">.*<\/p>/gs, ''),
        /[\u001b\u0007\u202e\u2066]/,
      );
    });
  }
});

function rolesAndProfileWith(service: string): FakeLists {
  const one = role('R', trusting({ Service: service }));
  return { ...good(), ...rolesAndProfile(one) };
}
