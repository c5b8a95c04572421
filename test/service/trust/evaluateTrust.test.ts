import assert from 'node:assert/strict';
import { evaluateTrust, readJson, type TrustRequest } from '../../../server/src/service';
import type { Requester } from '../../../server/src/service/trust/requester';

const ec2: Requester = { type: 'service', name: 'ec2.amazonaws.com' };
const role: Requester = { type: 'role', arn: 'arn:aws:iam::111122223333:role/team/app' };
const session: Requester = { type: 'session', arn: 'arn:aws:sts::111122223333:assumed-role/app/ann' };
const user: Requester = { type: 'user', arn: 'arn:aws:iam::111122223333:user/ann' };
const account: Requester = { type: 'account', account: '111122223333' };
const stranger: Requester = { type: 'account', account: '999999999999' };
const github: Requester = {
  type: 'federated',
  provider: 'arn:aws:iam::111122223333:oidc-provider/token.actions.githubusercontent.com',
};

type Statement = Record<string, unknown>;

function allow(principal: unknown, more: Statement = {}): Statement {
  return { Effect: 'Allow', Principal: principal, Action: 'sts:AssumeRole', ...more };
}

const saml = { type: 'federated', provider: 'arn:aws:iam::111122223333:saml-provider/corp' } as const;
const samlAudience = 'https://signin.aws.amazon.com/saml';
const samlAllow = (more: Statement) =>
  allow({ Federated: saml.provider }, { Action: 'sts:AssumeRoleWithSAML', ...more });
const samlTrust = [samlAllow({ Condition: { StringEquals: { 'SAML:aud': samlAudience } } })];

function deny(principal: unknown, more: Statement = {}): Statement {
  return { ...allow(principal, more), Effect: 'Deny' };
}

const when = (operator: string, key: string, value: unknown) => ({
  Condition: { [operator]: { [key]: value } },
});
const toEc2 = { Service: 'ec2.amazonaws.com' };
const toAccount = { AWS: 'arn:aws:iam::111122223333:root' };
const withGithub = { Action: 'sts:AssumeRoleWithWebIdentity' };
const webIdentity = { action: 'AssumeRoleWithWebIdentity' } as const;
const sub = 'token.actions.githubusercontent.com:sub';

/** The policy's statements, who asks and with what, the answer and why. */
const rows: readonly [
  title: string,
  statements: readonly Statement[],
  requester: Requester,
  answer: string,
  more?: Omit<TrustRequest, 'requester'>,
][] = [
  ['EC2 is named', [allow(toEc2)], ec2, 'yes: allowed'],
  [
    'EC2 is one of a list',
    [allow({ Service: ['lambda.amazonaws.com', 'ec2.amazonaws.com'] })],
    ec2,
    'yes: allowed',
  ],
  ['another service is named', [allow({ Service: 's3.amazonaws.com' })], ec2, 'no: principal'],
  ['a misspelt service is named', [allow({ Service: 'ec2.amazonaws.con' })], ec2, 'no: principal'],
  ["EC2's name in another partition", [allow({ Service: 'ec2.amazonaws.com.cn' })], ec2, 'depends: open'],
  ["EC2's name with a Region", [allow({ Service: 'ec2.us-east-1.amazonaws.com' })], ec2, 'depends: open'],
  ['another action', [allow(toEc2, { Action: 'sts:TagSession' })], ec2, 'no: action'],
  ['action with a wildcard', [allow(toEc2, { Action: 'sts:Assume*' })], ec2, 'yes: allowed'],
  ['action in other case', [allow(toEc2, { Action: 'STS:assumerole' })], ec2, 'yes: allowed'],
  [
    'all actions but another',
    [allow(toEc2, { Action: undefined, NotAction: 'sts:TagSession' })],
    ec2,
    'yes: allowed',
  ],
  ['all actions but this', [allow(toEc2, { Action: undefined, NotAction: 'sts:*' })], ec2, 'no: action'],
  [
    'tagging is allowed too',
    [allow(toEc2, { Action: ['sts:AssumeRole', 'sts:TagSession'] })],
    ec2,
    'yes: allowed',
    { action: 'TagSession' },
  ],
  ['a Deny wins', [allow(toEc2), deny(toEc2)], ec2, 'no: denied'],
  ['a Deny of others', [allow(toEc2), deny({ Service: 's3.amazonaws.com' })], ec2, 'yes: allowed'],
  [
    'a Deny of another action',
    [allow(toEc2), deny(toEc2, { Action: 'sts:TagSession' })],
    ec2,
    'yes: allowed',
  ],
  [
    'a Deny on an unknown condition',
    [allow(toEc2), deny(toEc2, when('StringNotEquals', 'aws:SourceAccount', '1'))],
    ec2,
    'depends: open on aws:SourceAccount',
  ],
  [
    'a Deny whose condition fails',
    [allow(toEc2), deny(toEc2, when('StringEquals', 'aws:SourceAccount', '1'))],
    ec2,
    'yes: allowed',
    { context: { 'aws:SourceAccount': '2' } },
  ],
  [
    'an open Deny without an Allow',
    [deny(toEc2, when('StringEquals', 'aws:SourceAccount', '1'))],
    ec2,
    'no: principal',
  ],
  [
    'a condition nobody knows',
    [allow(toEc2, when('StringEquals', 'aws:SourceAccount', '1'))],
    ec2,
    'depends: open on aws:SourceAccount',
  ],
  [
    'a condition that holds',
    [allow(toEc2, when('StringEquals', 'aws:SourceAccount', '1'))],
    ec2,
    'yes: allowed',
    { context: { 'AWS:sourceaccount': '1' } },
  ],
  [
    'a condition that fails',
    [allow(toEc2, when('StringEquals', 'aws:SourceAccount', '1'))],
    ec2,
    'no: condition',
    { context: { 'aws:SourceAccount': null } },
  ],
  [
    'one of two ways is open',
    [allow(toEc2, when('Bool', 'aws:x', 'true')), allow(toEc2)],
    ec2,
    'yes: allowed',
  ],
  ['no statement', [], ec2, 'no: principal'],
  ['the role itself', [allow({ AWS: role.arn })], role, 'yes: allowed'],
  ['another role', [allow({ AWS: 'arn:aws:iam::111122223333:role/other' })], role, 'no: principal'],
  [
    'the same name in another account',
    [allow({ AWS: 'arn:aws:iam::444455556666:role/team/app' })],
    role,
    'no: principal',
  ],
  ['a session of the role', [allow({ AWS: session.arn })], role, 'depends: open'],
  ['the role of a session', [allow({ AWS: role.arn })], session, 'yes: allowed'],
  [
    'another session',
    [allow({ AWS: 'arn:aws:sts::111122223333:assumed-role/app/bob' })],
    session,
    'no: principal',
  ],
  ['the user', [allow({ AWS: user.arn })], user, 'yes: allowed'],
  ['a unique id', [allow({ AWS: 'AROAEXAMPLEID' })], role, 'depends: open'],
  ['the whole account, by ARN', [allow(toAccount)], role, 'yes: allowed if its own policies do'],
  [
    'the whole account, by number',
    [allow({ AWS: '111122223333' })],
    user,
    'yes: allowed if its own policies do',
  ],
  ['the account and the role', [allow(toAccount), allow({ AWS: role.arn })], role, 'yes: allowed'],
  ['somebody of the account', [allow(toAccount)], account, 'yes: allowed if its own policies do'],
  ['one role of the account', [allow({ AWS: role.arn })], account, 'depends: open'],
  ['another account', [allow(toAccount)], stranger, 'no: principal'],
  ['everybody of AWS', [allow({ AWS: '*' })], stranger, 'yes: allowed if its own policies do'],
  ['everybody of AWS, a service', [allow({ AWS: '*' })], ec2, 'depends: open'],
  ['everybody', [allow('*')], ec2, 'yes: allowed'],
  ['a canonical user', [allow({ CanonicalUser: 'abc' })], role, 'no: principal'],
  ['all but some', [allow(undefined, { NotPrincipal: toAccount })], role, 'depends: open'],
  [
    'an external id nobody gave',
    [allow(toAccount, when('StringEquals', 'sts:ExternalId', 'x'))],
    stranger,
    'no: principal',
  ],
  [
    'the external id',
    [allow(toAccount, when('StringEquals', 'sts:ExternalId', 'x'))],
    role,
    'yes: allowed if its own policies do',
    { context: { 'sts:ExternalId': 'x' } },
  ],
  [
    'a wrong external id',
    [allow(toAccount, when('StringEquals', 'sts:ExternalId', 'x'))],
    role,
    'no: condition',
    { context: { 'sts:ExternalId': 'y' } },
  ],
  [
    'an open external id',
    [allow(toAccount, when('StringEquals', 'sts:ExternalId', 'x'))],
    role,
    'depends: open on sts:ExternalId',
  ],
  [
    'the principal by condition',
    [allow({ AWS: '*' }, when('ArnLike', 'aws:PrincipalArn', 'arn:aws:iam::111122223333:role/team/*'))],
    role,
    'yes: allowed if its own policies do',
  ],
  [
    'another principal by condition',
    [allow({ AWS: '*' }, when('ArnLike', 'aws:PrincipalArn', 'arn:aws:iam::*:role/ops/*'))],
    role,
    'no: condition',
  ],
  [
    'the account by condition',
    [allow({ AWS: '*' }, when('StringEquals', 'aws:PrincipalAccount', '111122223333'))],
    user,
    'yes: allowed if its own policies do',
  ],
  [
    'a variable of the user',
    [allow(toAccount, when('StringEquals', 'sts:RoleSessionName', '${aws:username}'))],
    user,
    'yes: allowed if its own policies do',
    { context: { 'sts:RoleSessionName': 'ann' } },
  ],
  [
    'GitHub, any repository',
    [allow({ Federated: github.provider }, withGithub)],
    github,
    'yes: allowed',
    webIdentity,
  ],
  [
    'GitHub by its address',
    [allow({ Federated: github.provider }, withGithub)],
    { type: 'federated', provider: 'token.actions.githubusercontent.com' },
    'yes: allowed',
    webIdentity,
  ],
  [
    'GitHub, this repository',
    [allow({ Federated: github.provider }, { ...withGithub, ...when('StringLike', sub, 'repo:o/r:*') })],
    github,
    'yes: allowed',
    { ...webIdentity, context: { [sub]: 'repo:o/r:ref:refs/heads/main' } },
  ],
  [
    'GitHub, another repository',
    [allow({ Federated: github.provider }, { ...withGithub, ...when('StringLike', sub, 'repo:o/r:*') })],
    github,
    'no: condition',
    { ...webIdentity, context: { [sub]: 'repo:x/y:ref:refs/heads/main' } },
  ],
  [
    'GitHub, claims unknown',
    [allow({ Federated: github.provider }, { ...withGithub, ...when('StringLike', sub, 'repo:o/r:*') })],
    github,
    `depends: open on ${sub}`,
    webIdentity,
  ],
  [
    'another provider',
    [allow({ Federated: 'accounts.google.com' }, withGithub)],
    github,
    'no: principal',
    webIdentity,
  ],
  [
    'the action for other principals',
    [allow({ Federated: github.provider })],
    github,
    'no: action',
    webIdentity,
  ],
  [
    'GitHub comes in by web identity',
    [allow({ Federated: github.provider }, withGithub)],
    github,
    'yes: allowed',
  ],
  ['SAML, its audience', samlTrust, saml, 'yes: allowed', { context: { 'SAML:aud': samlAudience } }],
  [
    'SAML, another audience',
    samlTrust,
    saml,
    'no: condition',
    { context: { 'saml:aud': 'https://example.com' } },
  ],
  ['SAML, claims unknown', samlTrust, saml, 'depends: open on SAML:aud'],
  [
    'SAML, an assertion without a group',
    [samlAllow(when('StringEquals', 'saml:edupersonorgdn', 'admins'))],
    saml,
    'no: condition',
    { context: { 'saml:edupersonorgdn': null } },
  ],
  [
    'SAML, a role that takes web identities',
    [allow({ Federated: saml.provider }, withGithub)],
    saml,
    'no: action',
  ],
  ['an effect nobody knows', [{ ...allow(toEc2), Effect: 'Maybe' }], ec2, 'depends: open'],
  [
    'an operator nobody knows',
    [allow(toEc2, when('StringEqual', 'aws:SourceAccount', '1'))],
    ec2,
    'depends: open on aws:SourceAccount',
  ],
  [
    'a role is named, of another account than the one asked for',
    [allow({ AWS: role.arn })],
    role,
    'yes: allowed if its own policies do',
    { roleAccount: '999999999999' },
  ],
  [
    'a role is named, of the same account',
    [allow({ AWS: role.arn })],
    role,
    'yes: allowed',
    { roleAccount: '111122223333' },
  ],
  ['EC2 is of no account', [allow(toEc2)], ec2, 'yes: allowed', { roleAccount: '999999999999' }],
  ['a condition of another shape', [allow(toEc2, { Condition: 'x' })], ec2, 'depends: open'],
];

describe('evaluating a trust policy', () => {
  for (const [title, statements, requester, wanted, more] of rows) {
    it(title, () => {
      const text = JSON.stringify({ Version: '2012-10-17', Statement: statements });
      assert.equal(answerOf(text, { requester, ...more }), wanted);
    });
  }

  it('tells which statement and condition decide', () => {
    const statements = [
      allow(toEc2),
      { Sid: 'NotThem', ...deny(toEc2, when('Null', 'aws:SourceArn', 'true')) },
    ];
    const policy = readJson(JSON.stringify({ Statement: statements }), { comments: false });
    const answer = evaluateTrust(policy, { requester: ec2 });
    assert.deepEqual(
      answer.statements.map(({ sid }) => sid),
      ['NotThem'],
    );
    assert.deepEqual(
      answer.clauses.map(({ key }) => key),
      ['aws:SourceArn'],
    );
  });

  it('decides nothing from broken text', () => {
    assert.equal(answerOf('{"Statement": [{"Effect": "Allow"', { requester: ec2 }), 'depends: unreadable');
  });
});

function answerOf(text: string, request: TrustRequest): string {
  const { answer, because, keys, needsOwnPermission } = evaluateTrust(
    readJson(text, { comments: false }),
    request,
  );
  const on = keys.length > 0 ? ` on ${keys.join(', ')}` : '';
  return `${answer}: ${because}${on}${needsOwnPermission ? ' if its own policies do' : ''}`;
}
