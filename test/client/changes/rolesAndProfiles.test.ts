import assert from 'node:assert/strict';
import { type Action, inverse } from '../../../client/src/changes/action';
import { ownRoleName, planOwnRole } from '../../../client/src/changes/ownRole';
import {
  iamNameProblem,
  planCreateProfile,
  planDeleteProfile,
  planProfileRole,
} from '../../../client/src/changes/profilePlans';
import { planDeleteRole, planPolicies, type WholeRole } from '../../../client/src/changes/rolePlans';
import { trusting } from '../support/account';
import { instance, profile, role } from '../support/fakeConnection';

const R = role('R');
const S = role('S');
const users = [instance('i-1', 'web'), { id: 'i-2', name: undefined }];
const kinds = ({ actions }: { actions: readonly Action[] }) => actions.map(({ kind }) => kind);
const aws = (name: string) => ({ name, arn: `arn:aws:iam::aws:policy/${name}` });
const own = (name: string) => ({ name, arn: `arn:aws:iam::123456789012:policy/${name}` });

const whole: WholeRole = {
  spec: {
    name: 'R',
    path: '/team/',
    description: 'of many',
    trust: trusting({ Service: ['ec2.amazonaws.com', 'lambda.amazonaws.com'] }),
    maxSessionSeconds: 7200,
    boundaryArn: own('boundary').arn,
    tags: { team: 'blue', 'aws:cloudformation:stack-name': 'x' },
  },
  managed: [aws('AmazonS3ReadOnlyAccess'), own('shared')],
  inline: [{ roleName: 'R', policyName: 'pass', document: '{"Resource":"arn:aws:iam::1:role/R"}' }],
  profiles: [profile('P', R), profile('Q', R)],
};

describe('plans for instance profiles', () => {
  it('makes one for a role, and says where the role is already', () => {
    assert.deepEqual(kinds(planCreateProfile('N', R, [])), ['createProfile', 'addRole']);
    assert.match(
      planCreateProfile('N', R, [profile('P', R)]).warnings.join(),
      /R is in instance profile P already/,
    );
  });

  it('adds, swaps and removes the role, naming the instances that feel it', () => {
    assert.deepEqual(kinds(planProfileRole(profile('P'), R, [])), ['addRole']);
    assert.deepEqual(planProfileRole(profile('P'), R, []).warnings, []);
    const swap = planProfileRole(profile('P', S), R, users);
    assert.deepEqual(kinds(swap), ['removeRole', 'addRole']);
    assert.match(
      swap.warnings.join(' '),
      /2 instances use it.* web \(i-1\), i-2 will run as role R\. It can take up to an hour/,
    );
    const empty = planProfileRole(profile('P', S), undefined, users);
    assert.deepEqual(kinds(empty), ['removeRole']);
    assert.match(empty.warnings.join(), /lose their AWS credentials/);
  });

  it('deletes it, empty or not', () => {
    assert.deepEqual(kinds(planDeleteProfile(profile('P', R), [])), ['removeRole', 'deleteProfile']);
    assert.deepEqual(kinds(planDeleteProfile(profile('P'), [])), ['deleteProfile']);
    assert.match(planDeleteProfile(profile('P', R), users).warnings.join(), /2 instances use it/);
  });
});

describe('plans for roles', () => {
  it('attaches and detaches policies, and counts them against the quota', () => {
    const around = { present: Array.from({ length: 9 }, (_, at) => aws(`P${at}`)), users };
    const plan = planPolicies('R', 'attachPolicy', [aws('A'), aws('B')], around);
    assert.deepEqual(kinds(plan), ['attachPolicy', 'attachPolicy']);
    assert.match(plan.warnings.join(' '), /gain this access.*would have 11 managed policies; AWS allows 10/);
    assert.match(planPolicies('R', 'detachPolicy', [aws('A')], around).warnings.join(), /lose this access/);
  });

  it('deletes a role after all that IAM wants gone first', () => {
    const plan = planDeleteRole(whole, users);
    assert.deepEqual(kinds(plan), [
      ...['removeRole', 'removeRole', 'detachPolicy', 'detachPolicy', 'deleteInlinePolicy', 'deleteRole'],
    ]);
    assert.match(plan.warnings.join(' '), /lose their AWS credentials.*another one: policies elsewhere/);
  });
});

describe('a role of an instance’s own', () => {
  const facts = {
    instance: instance('i-1', 'web'),
    profile: profile('P', R),
    name: 'web-role',
    partition: 'aws',
  };

  it('has the same permissions, boundary, path and tags, and is trusted by EC2 alone', () => {
    const { actions, warnings } = planOwnRole({ ...facts, current: whole });
    assert.deepEqual(kinds({ actions }), [
      ...['createRole', 'attachPolicy', 'attachPolicy', 'putInlinePolicy'],
      ...['createProfile', 'addRole', 'associate'],
    ]);
    const [create] = actions;
    assert.equal(create?.kind, 'createRole');
    if (create?.kind !== 'createRole') return;
    const { trust, ...spec } = create.spec;
    assert.deepEqual(spec, {
      name: 'web-role',
      path: '/team/',
      description: 'Role of EC2 instance i-1, cloned from R',
      maxSessionSeconds: 7200,
      boundaryArn: own('boundary').arn,
      tags: { team: 'blue' },
    });
    assert.deepEqual(JSON.parse(trust), JSON.parse(trusting({ Service: 'ec2.amazonaws.com' })));
    assert.ok(actions.every((action) => !('roleName' in action) || action.roleName === 'web-role'));
    const last = actions.at(-1);
    assert.ok(
      last?.kind === 'associate' && last.from === 'P' && last.to === 'web-role' && last.fresh === true,
    );
    assert.match(
      warnings.join(' '),
      /do not name the new role.*share the managed policy shared.*pass names role R/,
    );
  });

  it('says that it may do nothing where the instance has no role to clone', () => {
    const { actions, warnings } = planOwnRole({ ...facts, profile: undefined, current: undefined });
    assert.deepEqual(kinds({ actions }), ['createRole', 'createProfile', 'addRole', 'associate']);
    assert.match(warnings.join(), /may do nothing until policies are attached/);
  });

  it('is trusted by EC2 in China under its name there', () => {
    const [create] = planOwnRole({ ...facts, current: whole, partition: 'aws-cn' }).actions;
    assert.ok(create?.kind === 'createRole' && create.spec.trust.includes('"ec2.amazonaws.com.cn"'));
  });

  const names: [string | undefined, string[], string][] = [
    ['web', [], 'web-role'],
    ['web', ['WEB-role', 'web-role-2'], 'web-role-3'],
    [undefined, [], 'i-1-role'],
    ['$(rm -rf /) ünï\u202e', [], 'rm-rf-n-role'],
    ['x'.repeat(200), [], `${'x'.repeat(55)}-role`],
  ];
  for (const [name, taken, expected] of names) {
    it(`is named ${expected} for an instance named ${JSON.stringify(name)?.slice(0, 30)}`, () => {
      assert.equal(ownRoleName({ id: 'i-1', name }, taken), expected);
      assert.equal(iamNameProblem(expected, 64, taken), undefined);
    });
  }
});

describe('names that IAM takes', () => {
  const table: [string, RegExp | undefined][] = [
    ['Role_1+=,.@-', undefined],
    ['', /needed/],
    ['a b', /Letters, digits/],
    ['ü', /Letters, digits/],
    ['x'.repeat(65), /At most 64 characters, this has 65/],
    ['taken', /Taken exists already/],
  ];
  for (const [name, problem] of table)
    it(`${name.slice(0, 20)}: ${problem?.source ?? 'fine'}`, () => {
      const says = iamNameProblem(name, 64, ['Taken']);
      if (problem === undefined) assert.equal(says, undefined);
      else assert.match(says ?? '', problem);
    });
});

describe('taking an action back', () => {
  const table: [Action, Action][] = [
    [
      { kind: 'addRole', profileName: 'P', roleName: 'R' },
      { kind: 'removeRole', profileName: 'P', roleName: 'R', unlessUsed: true },
    ],
    [
      { kind: 'removeRole', profileName: 'P', roleName: 'R' },
      { kind: 'addRole', profileName: 'P', roleName: 'R', evenIfUsed: true },
    ],
    [
      { kind: 'associate', instance: instance('i-1'), from: 'A', to: 'B', fresh: true },
      { kind: 'associate', instance: instance('i-1'), from: 'B', to: 'A' },
    ],
  ];
  for (const [action, back] of table)
    it(action.kind, () => {
      assert.deepEqual(inverse(action), back);
    });

  it('twice is the action again', () => {
    for (const action of planDeleteRole(whole, []).actions.filter(({ kind }) => kind !== 'removeRole'))
      assert.deepEqual(inverse(inverse(action)), action);
  });
});
