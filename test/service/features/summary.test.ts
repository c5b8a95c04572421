import assert from 'node:assert/strict';
import { summaries } from '../../../server/src/service';
import { gerund, plural, wordsOf } from '../../../server/src/service/features/summary/words';
import { testCatalog } from '../../support/catalog';
import { policyIn, withStatement } from '../../support/policy';

const read = '"Effect": "Allow", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::x/*"';
const condition = (inside: string) => `${read}, "Condition": { ${inside} }`;
const trust = (principal: string, more = '') =>
  `"Effect": "Allow", "Principal": ${principal}, "Action": "sts:AssumeRole"${more}`;
const onAll = (action: string, effect = 'Allow') =>
  `"Effect": "${effect}", "Action": ${action}, "Resource": "*"`;
const on = (resource: string) => `"Effect": "Allow", "Action": "sqs:SendMessage", "Resource": ${resource}`;

/** What stands in the statement, and the sentence about it; none about half a statement. */
const rows: readonly (readonly [inside: string, sentence: string | undefined])[] = [
  // What
  [read, 'Allows reading objects in bucket x'],
  [onAll('["s3:GetObject", "s3:PutObject"]'), 'Allows reading and writing objects on any resource'],
  [onAll('"ec2:DescribeInstances"'), 'Allows viewing instances'],
  [onAll('"*"'), 'Allows everything on any resource'],
  [onAll('"s3:*"', 'Deny'), 'Denies everything in Amazon S3 on any resource'],
  [onAll('"ec2:Describe*"'), 'Allows viewing anything in Amazon EC2 on any resource'],
  [onAll('"sqs:*Tag*"'), 'Allows 3 actions of Amazon SQS (sqs:*Tag*) on any resource'],
  [
    onAll('["dynamodb:BatchGetItem", "kms:Decrypt"]'),
    'Allows reading items in batches and decrypting on any resource',
  ],
  [
    onAll('["sns:Publish", "sqs:SendMessage", "lambda:InvokeFunction", "kms:Encrypt", "iam:PassRole"]'),
    'Allows publishing and encrypting, sending messages, invoking functions and 1 more on any resource',
  ],
  [onAll('"nosuch:DoIt"'), 'Allows nosuch:DoIt on any resource'],
  [
    '"Effect": "Deny", "NotAction": ["iam:*", "sts:GetCallerIdentity"], "Resource": "*"',
    'Denies everything except everything in AWS Identity and Access Management (IAM) and reading caller identities on any resource',
  ],
  // On what
  [on('"arn:aws:sqs:*:*:q"'), 'Allows sending messages on queue q'],
  [on('"arn:aws:sqs:eu-west-1:111122223333:q*"'), 'Allows sending messages on queue q* in eu-west-1'],
  [
    on('["arn:aws:sqs:*:*:a", "arn:aws:sqs:*:*:b", "arn:aws:sqs:*:*:c"]'),
    'Allows sending messages on queue a, queue b and 1 more',
  ],
  [
    '"Effect": "Allow", "Action": "sqs:SendMessage", "NotResource": "arn:aws:sqs:*:*:q"',
    'Allows sending messages on everything except queue q',
  ],
  [
    '"Effect": "Allow", "Action": "s3:*", "Resource": ["arn:aws:s3:::x", "arn:aws:s3:::x/*"]',
    'Allows everything in Amazon S3 on bucket x and everything in it',
  ],
  [
    '"Effect": "Allow", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::x/home/${aws:username}/*"',
    'Allows reading objects in bucket x under home/${aws:username}/',
  ],
  [
    '"Effect": "Allow", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::x/a.txt"',
    'Allows reading objects on a.txt in bucket x',
  ],
  [
    '"Effect": "Allow", "Action": "ec2:RunInstances", "Resource": ["arn:aws:ec2:*::image/ami-123", "arn:aws:ec2:*:*:instance/*"]',
    'Allows launching instances on image ami-123 and any instance',
  ],
  [
    '"Effect": "Allow", "Action": "iam:PassRole", "Resource": "arn:aws:iam::111122223333:role/web"',
    'Allows passing roles on role web',
  ],
  // Who
  [trust('{ "Service": "ec2.amazonaws.com" }'), 'Lets Amazon EC2 assume the role'],
  [trust('{ "Service": "ec2.amazonaws.con" }'), 'Lets ec2.amazonaws.con assume the role'],
  [
    trust('{ "AWS": ["arn:aws:iam::111122223333:root", "arn:aws:iam::111122223333:role/ci"] }'),
    'Lets account 111122223333 and role ci of account 111122223333 assume the role',
  ],
  [
    trust('{ "AWS": "111122223333" }', ', "Condition": { "StringEquals": { "sts:ExternalId": "42" } }'),
    'Lets account 111122223333 assume the role, only with external id 42',
  ],
  [
    trust(
      '{ "Federated": "arn:aws:iam::111122223333:oidc-provider/token.actions.githubusercontent.com" }',
    ).replace('AssumeRole"', 'AssumeRoleWithWebIdentity"'),
    'Lets anybody with a token of token.actions.githubusercontent.com assume the role',
  ],
  [
    '"Effect": "Allow", "Principal": "*", "Action": ["s3:GetObject"], "Resource": "arn:aws:s3:::x/*"',
    'Lets everybody read objects in bucket x',
  ],
  [
    '"Effect": "Deny", "Principal": "*", "Action": "s3:*", "Resource": "arn:aws:s3:::x/*", "Condition": { "Bool": { "aws:SecureTransport": "false" } }',
    'Denies everybody everything in Amazon S3 in bucket x, but only without TLS',
  ],
  [
    '"Effect": "Deny", "NotPrincipal": { "AWS": "111122223333" }, "Action": "s3:*", "Resource": "arn:aws:s3:::x/*"',
    'Denies everybody except account 111122223333 everything in Amazon S3 in bucket x',
  ],
  // When
  [
    condition('"IpAddress": { "aws:SourceIp": "10.0.0.0/8" }'),
    'Allows reading objects in bucket x, only from 10.0.0.0/8',
  ],
  [
    condition('"NotIpAddress": { "aws:SourceIp": ["10.0.0.0/8", "::/0"] }'),
    'Allows reading objects in bucket x, only from outside 10.0.0.0/8 or ::/0',
  ],
  [
    condition('"BoolIfExists": { "aws:MultiFactorAuthPresent": true }'),
    'Allows reading objects in bucket x, only with MFA (or where that is unknown)',
  ],
  [
    condition('"StringEquals": { "aws:username": "User1", "s3:ExistingObjectTag/a": "b" }'),
    'Allows reading objects in bucket x, only for user User1 and if s3:ExistingObjectTag/a is b',
  ],
  [
    condition('"StringLike": { "aws:ResourceTag/team": "a*" }'),
    'Allows reading objects in bucket x, only if the resource’s tag team is a*',
  ],
  [
    condition('"DateLessThan": { "aws:CurrentTime": "2030-01-01T00:00:00Z" }'),
    'Allows reading objects in bucket x, only if aws:CurrentTime is before 2030-01-01T00:00:00Z',
  ],
  [
    condition('"Null": { "aws:TokenIssueTime": "true" }'),
    'Allows reading objects in bucket x, only without aws:TokenIssueTime',
  ],
  [
    condition('"ForAllValues:StringEquals": { "aws:TagKeys": ["a", "b", "c", "d"] }'),
    'Allows reading objects in bucket x, only if every aws:TagKeys is a, b, c or 1 more',
  ],
  [condition('"Strange": { "aws:x": "y" }'), 'Allows reading objects in bucket x, only if aws:x fits'],
  // Half a statement
  ['"Effect": "Allow"', undefined],
  ['"Action": "s3:GetObject"', undefined],
  ['"Effect": "Allow", "Action": "s3:GetObject", "Effect": "Deny"', undefined],
];

describe('summaries', () => {
  for (const [inside, sentence] of rows)
    it(sentence ?? `none of ${inside}`, () => {
      const [found] = summaries(policyIn(withStatement(inside)), testCatalog());
      assert.equal(found?.sentence, sentence);
    });

  it('have a word for every action that AWS has', () => {
    const catalog = testCatalog();
    for (const prefix of catalog.prefixes) {
      const actions = [...catalog.service(prefix)!.actions.values()].map(({ name }) => `"${prefix}:${name}"`);
      for (const action of actions) {
        const [found] = summaries(policyIn(withStatement(onAll(action))), catalog);
        assert.match(found?.sentence ?? '', /^Allows ([a-z]+ing\b|[\w-]+:\w)/, action);
      }
    }
  });
});

describe('words', () => {
  for (const [verb, said] of Object.entries({
    read: 'reading',
    write: 'writing',
    get: 'getting',
    put: 'putting',
    run: 'running',
    stop: 'stopping',
    list: 'listing',
    view: 'viewing',
    delete: 'deleting',
    tag: 'tagging',
    untag: 'untagging',
    submit: 'submitting',
    open: 'opening',
    edit: 'editing',
    free: 'freeing',
    tie: 'tying',
    update: 'updating',
    start: 'starting',
    subscribe: 'subscribing',
  }))
    it(`${verb}: ${said}`, () => assert.equal(gerund(verb), said));
  for (const [noun, said] of Object.entries({
    object: 'objects',
    policy: 'policies',
    key: 'keys',
    tagging: 'tagging',
    data: 'data',
    mailbox: 'mailboxes',
    access: 'access',
    batch: 'batches',
  }))
    it(`${noun}: ${said}`, () => assert.equal(plural(noun), said));
  for (const [name, words] of Object.entries({
    GetObject: 'get object',
    DescribeVPCs: 'describe VPCs',
    CreateDBInstance: 'create DB instance',
    ListAllMyBuckets: 'list all my buckets',
    GetObjectAcl: 'get object acl',
    RunInstances: 'run instances',
  }))
    it(`${name}: ${words}`, () => assert.equal(wordsOf(name).join(' '), words));
});
