import assert from 'node:assert/strict';
import { applyEdits, openPolicy, quickFixes } from '../../../../server/src/service';
import { testCatalog } from '../../../support/catalog';
import { everyFindingOf } from '../../../support/checkFindings';

const policy = (inside: string) => `{ "Version": "2012-10-17", "Statement": [{ ${inside} }] }`;
const allow = (inside: string) => policy(`"Effect": "Allow", ${inside}`);
const trust = (principal: string, more = '') =>
  allow(`"Principal": ${principal}, "Action": "sts:AssumeRole"${more}`);

/** The code, the policy, what the first fix is called, and what it makes of the policy. */
type Row = readonly [code: string, before: string, title: string, after: string, fileName?: string];

const rows: readonly Row[] = [
  [
    'INVALID_ACTION',
    allow('"Action": "s3:GetObjct", "Resource": "*"'),
    'Change to s3:GetObject',
    allow('"Action": "s3:GetObject", "Resource": "*"'),
  ],
  [
    'INVALID_EFFECT',
    policy('"Effect": "allow", "Action": "s3:GetObject", "Resource": "*"'),
    'Change to Allow',
    allow('"Action": "s3:GetObject", "Resource": "*"'),
  ],
  [
    'INVALID_POLICY_ELEMENT',
    allow('"Actoin": "s3:GetObject", "Resource": "*"'),
    'Change to Action',
    allow('"Action": "s3:GetObject", "Resource": "*"'),
  ],
  [
    'UNKNOWN_SERVICE_PRINCIPAL',
    trust('{ "Service": "ec2.amazonaws.con" }'),
    'Change to ec2.amazonaws.com',
    trust('{ "Service": "ec2.amazonaws.com" }'),
  ],
  [
    'INVALID_CONDITION_OPERATOR',
    allow(
      '"Action": "s3:GetObject", "Resource": "*", "Condition": { "StringEqual": { "aws:username": "a" } }',
    ),
    'Change to StringEquals',
    allow(
      '"Action": "s3:GetObject", "Resource": "*", "Condition": { "StringEquals": { "aws:username": "a" } }',
    ),
  ],
  [
    'MISSING_VERSION',
    '{ "Statement": [] }',
    'Add "Version": "2012-10-17"',
    '{ "Version": "2012-10-17", "Statement": [] }',
  ],
  [
    'MISSING_EFFECT',
    policy('"Action": "s3:GetObject", "Resource": "*"'),
    'Add "Effect": "Allow"',
    policy('"Action": "s3:GetObject", "Resource": "*", "Effect": "Allow"'),
  ],
  [
    'MISSING_RESOURCE',
    allow('"Action": "s3:GetObject"'),
    'Add "Resource": "*"',
    allow('"Action": "s3:GetObject", "Resource": "*"'),
  ],
  [
    'ROLE_TRUST_POLICY_SYNTAX_ERROR_RESOURCE',
    trust('{ "Service": "ec2.amazonaws.com" }', ', "Resource": "*"'),
    'Remove: a trust policy is about its own role',
    trust('{ "Service": "ec2.amazonaws.com" }'),
  ],
  [
    'MISMATCHED_ACTION_FOR_PRINCIPAL',
    trust('{ "Federated": "accounts.google.com" }'),
    'Change to sts:AssumeRoleWithWebIdentity',
    trust('{ "Federated": "accounts.google.com" }').replace(
      '"sts:AssumeRole"',
      '"sts:AssumeRoleWithWebIdentity"',
    ),
  ],
  [
    'INVALID_PRINCIPAL_FORMAT',
    trust('"ec2.amazonaws.com"'),
    'Change to { "Service": "ec2.amazonaws.com" }',
    trust('{ "Service": "ec2.amazonaws.com" }'),
    'trust-policy.json',
  ],
  [
    'CROSS_ACCOUNT_TRUST_WITHOUT_EXTERNAL_ID',
    trust('{ "AWS": "111122223333" }'),
    'Add a condition on sts:ExternalId',
    trust(
      '{ "AWS": "111122223333" }',
      ', "Condition": { "StringEquals": { "sts:ExternalId": "external-id" } }',
    ),
  ],
  [
    'MISSING_CONFUSED_DEPUTY_CONDITION',
    trust('{ "Service": "states.amazonaws.com" }'),
    'Add a condition on aws:SourceAccount',
    trust(
      '{ "Service": "states.amazonaws.com" }',
      ', "Condition": { "StringEquals": { "aws:SourceAccount": "111122223333" } }',
    ),
  ],
  [
    'REDUNDANT_ACTION',
    allow('"Action": ["s3:GetObject", "s3:Get*", "s3:PutObject"], "Resource": "*"'),
    'Remove: it is covered already',
    allow('"Action": ["s3:Get*", "s3:PutObject"], "Resource": "*"'),
  ],
  [
    'REDUNDANT_RESOURCE',
    allow('"Action": "s3:GetObject", "Resource": ["arn:aws:s3:::b/*", "arn:aws:s3:::b/a"]'),
    'Remove: it is covered already',
    allow('"Action": "s3:GetObject", "Resource": ["arn:aws:s3:::b/*"]'),
  ],
  [
    'ARN_REGION_NOT_ALLOWED',
    allow('"Action": "s3:GetObject", "Resource": "arn:aws:s3:eu-west-1::b/*"'),
    'Change to arn:aws:s3:::b/*',
    allow('"Action": "s3:GetObject", "Resource": "arn:aws:s3:::b/*"'),
  ],
  [
    'MISSING_ARN_REGION',
    allow('"Action": "sqs:SendMessage", "Resource": "arn:aws:sqs::111122223333:q"'),
    'Change to arn:aws:sqs:*:111122223333:q',
    allow('"Action": "sqs:SendMessage", "Resource": "arn:aws:sqs:*:111122223333:q"'),
  ],
  [
    'MISSING_ARN_FIELD',
    allow('"Action": "s3:GetObject", "Resource": "arn:aws:s3:b/*"'),
    'Change to arn:aws:s3:::b/*',
    allow('"Action": "s3:GetObject", "Resource": "arn:aws:s3:::b/*"'),
  ],
  [
    'MISSING_REQUIRED_RESOURCE',
    allow('"Action": "ec2:RunInstances", "Resource": "arn:aws:ec2:*::image/ami-1"'),
    'Add 6 resources',
    allow(
      '"Action": "ec2:RunInstances", "Resource": [\n  "arn:aws:ec2:*::image/ami-1",\n  "arn:aws:ec2:*:*:instance/*",\n  "arn:aws:ec2:*:*:network-interface/*",\n  "arn:aws:ec2:*:*:security-group/*",\n  "arn:aws:ec2:*:*:subnet/*",\n  "arn:aws:ec2:*:*:volume/*",\n  "arn:aws:ec2:*:*:key-pair/*"\n]',
    ),
  ],
  [
    'ACTION_RESOURCE_MISMATCH',
    allow('"Action": ["s3:GetObject", "ec2:DescribeInstances"], "Resource": "arn:aws:s3:::b/*"'),
    'Move ec2:DescribeInstances to a statement of its own, on *',
    '{ "Version": "2012-10-17", "Statement": [{ "Effect": "Allow", "Action": ["s3:GetObject"], "Resource": "arn:aws:s3:::b/*" }, { "Effect": "Allow", "Action": "ec2:DescribeInstances", "Resource": "*" }] }',
  ],
  [
    'MISSING_QUALIFIER',
    allow(
      '"Action": "ec2:CreateTags", "Resource": "*", "Condition": { "StringEquals": { "aws:TagKeys": "a" } }',
    ),
    'Change to ForAnyValue:StringEquals',
    allow(
      '"Action": "ec2:CreateTags", "Resource": "*", "Condition": { "ForAnyValue:StringEquals": { "aws:TagKeys": "a" } }',
    ),
  ],
  [
    'TYPE_MISMATCH',
    allow(
      '"Action": "s3:GetObject", "Resource": "*", "Condition": { "StringEquals": { "aws:SourceIp": "203.0.113.0/24", "aws:username": "a" } }',
    ),
    'Change to IpAddress',
    allow(
      '"Action": "s3:GetObject", "Resource": "*", "Condition": { "StringEquals": { "aws:username": "a" }, "IpAddress": { "aws:SourceIp": "203.0.113.0/24" } }',
    ),
  ],
  [
    'WILDCARD_WITHOUT_LIKE_OPERATOR',
    allow(
      '"Action": "s3:ListBucket", "Resource": "*", "Condition": { "StringEquals": { "s3:prefix": "a*" } }',
    ),
    'Change to StringLike',
    allow('"Action": "s3:ListBucket", "Resource": "*", "Condition": { "StringLike": { "s3:prefix": "a*" } }'),
  ],
  [
    'VARIABLE_UNSUPPORTED_IN_VERSION',
    '{ "Version": "2008-10-17", "Statement": [{ "Effect": "Allow", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::b/${aws:username}" }] }',
    'Change the version to 2012-10-17',
    allow('"Action": "s3:GetObject", "Resource": "arn:aws:s3:::b/${aws:username}"'),
  ],
  [
    'MISSING_BRACE_IN_VARIABLE',
    allow('"Action": "s3:GetObject", "Resource": "arn:aws:s3:::b/${aws:username/a"'),
    'Add the closing brace',
    allow('"Action": "s3:GetObject", "Resource": "arn:aws:s3:::b/${aws:username/a}"'),
  ],
  [
    'JSON_SYNTAX_ERROR',
    '{\n  "Version": "2012-10-17"\n  "Statement": []\n}',
    'Add the missing comma',
    '{\n  "Version": "2012-10-17",\n  "Statement": []\n}',
  ],
  [
    'JSON_SYNTAX_ERROR',
    '{ "Version": "2012-10-17", "Statement": [], }',
    'Remove the comma',
    '{ "Version": "2012-10-17", "Statement": [] }',
  ],
];

describe('quick fixes', () => {
  for (const [code, before, title, after, fileName] of rows) {
    it(`${code}: ${title}`, () => {
      const file = openPolicy({
        text: before,
        languageId: 'iam-policy',
        fileName: fileName ?? 'a.iampolicy',
      });
      assert.ok(file);
      const findings = everyFindingOf(before, file.kind);
      const finding = findings.find((one) => one.code === code);
      assert.ok(finding, findings.map((one) => one.code).join());
      const [first] = quickFixes(finding, file, before, testCatalog());
      assert.ok(first);
      assert.equal(applyEdits(before, first.edits), after);
      assert.equal(first.title, title);
    });
  }
});
