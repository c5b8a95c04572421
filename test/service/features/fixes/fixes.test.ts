import assert from 'node:assert/strict';
import { openPolicy, quickFixes } from '../../../../server/src/service';
import { testCatalog } from '../../../support/catalog';
import { everyFindingOf } from '../../../support/checkFindings';
import { applyEdits } from '../../../support/applyEdits';

const policy = (inside: string) => `{ "Version": "2012-10-17", "Statement": [{ ${inside} }] }`;
const allow = (inside: string) => policy(`"Effect": "Allow", ${inside}`);
const trust = (principal: string, more = '') =>
  allow(`"Principal": ${principal}, "Action": "sts:AssumeRole"${more}`);

/** The code, the policy, what the first fix is called, and what it makes of the policy. */
type Row = readonly [code: string, before: string, title: string, after: string, fileName?: string];

const on = (operator: string, clause: string) =>
  allow(`"Action": "s3:GetObject", "Resource": "*", "Condition": { "${operator}": { ${clause} } }`);

const rows: readonly Row[] = [
  ...['s3GetObject', 's3.GetObject', 'GetObject', 's3: GetObject'].map((text): Row => [
    'INVALID_ACTION',
    allow(`"Action": "${text}", "Resource": "*"`),
    'Change to s3:GetObject',
    allow('"Action": "s3:GetObject", "Resource": "*"'),
  ]),
  ...(['INVALID_ACTION', 'SPACE_OR_EMPTY_NAME_IN_ACTION'] as const).map((code): Row => [
    code,
    allow('"Action": ["s3:GetObject, s3:PutObject", "s3:ListBucket"], "Resource": "*"'),
    'Write each action as a string of its own',
    allow('"Action": ["s3:GetObject", "s3:ListBucket", "s3:PutObject"], "Resource": "*"'),
  ]),
  ...[
    'my-bucket/*',
    's3:::my-bucket/*',
    'ARN:aws:s3:::my-bucket/*',
    'aws:s3:::my-bucket/*',
    's3://my-bucket/*',
  ].map((text): Row => [
    'INVALID_ARN_PREFIX',
    allow(`"Action": "s3:GetObject", "Resource": "${text}"`),
    'Change to arn:aws:s3:::my-bucket/*',
    allow('"Action": "s3:GetObject", "Resource": "arn:aws:s3:::my-bucket/*"'),
  ]),
  [
    'MISSING_ARN_FIELD',
    allow('"Action": "s3:GetObject", "Resource": "arn:s3:::my-bucket/*"'),
    'Change to arn:aws:s3:::my-bucket/*',
    allow('"Action": "s3:GetObject", "Resource": "arn:aws:s3:::my-bucket/*"'),
  ],
  [
    'INVALID_ARN_ACCOUNT',
    allow('"Action": "iam:GetRole", "Resource": "arn:aws:iam::1111-2222-3333:role/web"'),
    'Change to arn:aws:iam::111122223333:role/web',
    allow('"Action": "iam:GetRole", "Resource": "arn:aws:iam::111122223333:role/web"'),
  ],
  [
    'DATA_TYPE_MISMATCH',
    '{ "Version": 1, "Statement": [] }',
    'Change the version to 2012-10-17',
    '{ "Version": "2012-10-17", "Statement": [] }',
  ],
  [
    'DATA_TYPE_MISMATCH',
    allow(
      '"Action": "s3:GetObject", "Resource": "*", "Condition": [{ "Bool": { "aws:SecureTransport": "true" } }]',
    ),
    'Take it out of the list',
    on('Bool', '"aws:SecureTransport": "true"'),
  ],
  [
    'INVALID_CONDITION_OPERATOR',
    allow('"Action": "s3:GetObject", "Resource": "*", "Condition": { "aws:SecureTransport": "true" }'),
    'Put it under Bool',
    on('Bool', '"aws:SecureTransport": "true"'),
  ],
  [
    'TYPE_MISMATCH_BOOLEAN',
    on('Bool', '"aws:SecureTransport": "yes"'),
    'Change to true',
    on('Bool', '"aws:SecureTransport": "true"'),
  ],
  [
    'TYPE_MISMATCH_DATE',
    on('DateLessThan', '"aws:CurrentTime": "2030/01/01 09:30"'),
    'Change to 2030-01-01T09:30:00Z',
    on('DateLessThan', '"aws:CurrentTime": "2030-01-01T09:30:00Z"'),
  ],
  ...[
    ['SourceVpce', 'aws:SourceVpce'],
    ['aws/SourceVpce', 'aws:SourceVpce'],
    ['ResourceAccount', 'aws:ResourceAccount'],
    ['authType', 's3:authType'],
    ['ExternalId', 'sts:ExternalId'],
  ].map(([wrong, right]): Row => [
    'INVALID_CONDITION_KEY_FORMAT',
    on('StringEquals', `"${wrong}": "a"`),
    `Change to ${right}`,
    on('StringEquals', `"${right}": "a"`),
  ]),
  ...['203.0.113.*', '203.0.113.0/255.255.255.0'].map((range): Row => [
    'TYPE_MISMATCH_IP_RANGE',
    on('IpAddress', `"aws:SourceIp": "${range}"`),
    'Change to 203.0.113.0/24',
    on('IpAddress', '"aws:SourceIp": "203.0.113.0/24"'),
  ]),
  [
    'INVALID_FEDERATED_PRINCIPAL_SYNTAX_IN_ROLE_TRUST_POLICY',
    `{ "Version": "2012-10-17", "Statement": [{ "Effect": "Allow", "Principal": { "AWS": "arn:aws:iam::111122223333:role/a" }, "Action": "sts:AssumeRole" }, { "Effect": "Allow", "Principal": { "Federated": "https://oidc.example.com/" }, "Action": "sts:AssumeRoleWithWebIdentity" }] }`,
    'Change to arn:aws:iam::111122223333:oidc-provider/oidc.example.com',
    `{ "Version": "2012-10-17", "Statement": [{ "Effect": "Allow", "Principal": { "AWS": "arn:aws:iam::111122223333:role/a" }, "Action": "sts:AssumeRole" }, { "Effect": "Allow", "Principal": { "Federated": "arn:aws:iam::111122223333:oidc-provider/oidc.example.com" }, "Action": "sts:AssumeRoleWithWebIdentity" }] }`,
    'trust-policy.json',
  ],
  [
    'PRIVATE_IP_ADDRESS',
    on('IpAddress', '"aws:SourceIp": "10.0.0.0/8"'),
    'Change to aws:VpcSourceIp',
    on('IpAddress', '"aws:VpcSourceIp": "10.0.0.0/8"'),
  ],
  [
    'UNKNOWN_SERVICE_PRINCIPAL',
    trust('{ "Service": "ec2" }'),
    'Change to ec2.amazonaws.com',
    trust('{ "Service": "ec2.amazonaws.com" }'),
  ],
  [
    'UNKNOWN_SERVICE_PRINCIPAL',
    trust('{ "Service": "arn:aws:iam::111122223333:root" }'),
    'Put it under "AWS"',
    trust('{ "AWS": "arn:aws:iam::111122223333:root" }'),
  ],
  [
    'INVALID_PRINCIPAL_FORMAT',
    trust('{ "AWS": "ec2.amazonaws.com" }'),
    'Put it under "Service"',
    trust('{ "Service": "ec2.amazonaws.com" }'),
  ],
  [
    'INVALID_PRINCIPAL_FORMAT',
    trust('{ "AWS": ["111122223333", "ec2.amazonaws.com"] }'),
    'Put it under "Service"',
    trust('{ "AWS": ["111122223333"], "Service": "ec2.amazonaws.com" }'),
  ],
  [
    'INVALID_PRINCIPAL_FORMAT',
    trust('{ "AWS": "1111-2222-3333" }'),
    'Change to 111122223333',
    trust('{ "AWS": "111122223333" }'),
  ],
  [
    'UNSUPPORTED_WILDCARD_IN_PRINCIPAL',
    trust('{ "AWS": "arn:aws:iam::111122223333:*" }'),
    'Change to arn:aws:iam::111122223333:root',
    trust('{ "AWS": "arn:aws:iam::111122223333:root" }'),
  ],
  [
    'UNSUPPORTED_WILDCARD_IN_PRINCIPAL',
    trust('{ "AWS": "arn:aws:iam::111122223333:role/ci-*" }'),
    'Name the account, and the pattern in a condition',
    trust(
      '{ "AWS": "arn:aws:iam::111122223333:root" }',
      ', "Condition": { "ArnLike": { "aws:PrincipalArn": "arn:aws:iam::111122223333:role/ci-*" } }',
    ),
  ],
  [
    'MISSING_PRINCIPAL',
    allow('"Action": "sts:AssumeRole"'),
    'Let EC2 assume the role',
    allow('"Action": "sts:AssumeRole", "Principal": { "Service": "ec2.amazonaws.com" }'),
    'trust-policy.json',
  ],
  [
    'PASS_ROLE_WITH_STAR_IN_RESOURCE',
    allow('"Action": ["iam:PassRole", "ec2:RunInstances"], "Resource": "*"'),
    'Add a condition on iam:PassedToService',
    allow(
      '"Action": ["iam:PassRole", "ec2:RunInstances"], "Resource": "*", "Condition": { "StringEquals": { "iam:PassedToService": "ec2.amazonaws.com" } }',
    ),
  ],
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
