import { checkCompletion, type Expected } from '../../support/checkCompletion';

const trust = (inside: string) => `{ "Version": "2012-10-17", "Statement": [{ ${inside} }] }`;

interface Row {
  readonly where: string;
  readonly text: string;
  readonly expected: Expected;
  readonly fileName?: string;
}

const rows: readonly Row[] = [
  {
    where: 'top level',
    text: '{ $0 }',
    expected: { exactly: ['Version', 'Id', 'Statement'] },
  },
  {
    where: 'top level, only what is missing',
    text: '{ "Version": "2012-10-17", $0 }',
    expected: {
      exactly: ['Id', 'Statement'],
      accept: { label: 'Id', gives: '{ "Version": "2012-10-17", "Id": "" }' },
    },
  },
  {
    where: 'the version',
    text: '{ "Version": "$0" }',
    expected: { exactly: ['2012-10-17', '2008-10-17'] },
  },
  {
    where: 'statement keys of a trust policy',
    text: trust('"Effect": "Allow", "Action": "sts:AssumeRole", $0'),
    expected: { exactly: ['Sid', 'Principal', 'Condition'] },
  },
  {
    where: 'statement keys of a permission policy whose kind is a guess',
    text: trust('"Effect": "Allow", "Action": "s3:GetObject", $0'),
    expected: { includes: ['Resource', 'Sid', 'Principal'], excludes: ['Action', 'NotAction', 'Effect'] },
  },
  {
    where: 'a half-typed key in quotes',
    text: trust('"Effect": "Allow", "Res$0"'),
    expected: {
      includes: ['Resource'],
      accept: { label: 'Resource', gives: trust('"Effect": "Allow", "Resource": ""') },
    },
  },
  {
    where: 'a key whose value is there already',
    text: trust('"Eff$0": "Allow"'),
    expected: { accept: { label: 'Effect', gives: trust('"Effect": "Allow"') } },
  },
  {
    where: 'the effect',
    text: trust('"Effect": "$0"'),
    expected: { exactly: ['Allow', 'Deny'], accept: { label: 'Deny', gives: trust('"Effect": "Deny"') } },
  },
  {
    where: 'the effect without quotes',
    text: trust('"Effect": $0'),
    expected: { exactly: ['Allow', 'Deny'], accept: { label: 'Allow', gives: trust('"Effect": "Allow"') } },
  },
  {
    where: 'services in an action',
    text: trust('"Effect": "Allow", "Action": "s$0"'),
    expected: {
      includes: ['s3:', 'sqs:', 'ec2:'],
      excludes: ['s3:GetObject'],
      accept: { label: 's3:', gives: trust('"Effect": "Allow", "Action": "s3:"') },
    },
  },
  {
    where: 'actions of a service',
    text: trust('"Effect": "Allow", "Action": "s3:Get$0"'),
    expected: {
      includes: ['s3:GetObject', 's3:PutObject'],
      excludes: ['ec2:RunInstances'],
      accept: { label: 's3:GetObject', gives: trust('"Effect": "Allow", "Action": "s3:GetObject"') },
    },
  },
  {
    where: 'an action in a list, replacing the whole of the old one',
    text: trust('"Effect": "Allow", "Action": ["s3:PutObject", "ec2:Run$0Instnces"]'),
    expected: {
      accept: {
        label: 'ec2:RunInstances',
        gives: trust('"Effect": "Allow", "Action": ["s3:PutObject", "ec2:RunInstances"]'),
      },
    },
  },
  {
    where: 'only sts actions in a trust policy',
    text: trust('"Effect": "Allow", "Principal": { "Service": "ec2.amazonaws.com" }, "Action": "$0"'),
    expected: { exactly: ['sts:AssumeRole', 'sts:TagSession', 'sts:SetSourceIdentity'] },
  },
  {
    where: 'actions for federated principals in a trust policy',
    text: trust('"Effect": "Allow", "Principal": { "Federated": "accounts.google.com" }, "Action": "$0"'),
    expected: {
      includes: ['sts:AssumeRoleWithWebIdentity', 'sts:AssumeRoleWithSAML'],
      excludes: ['sts:AssumeRole', 's3:'],
    },
  },
  {
    where: 'kinds of principal',
    text: trust('"Effect": "Allow", "Action": "sts:AssumeRole", "Principal": { $0 }'),
    expected: { exactly: ['AWS', 'Service', 'Federated'] },
  },
  {
    where: 'service principals, replacing a wrong one',
    text: trust(
      '"Effect": "Allow", "Action": "sts:AssumeRole", "Principal": { "Service": "ec2.amaz$0onaws.con" }',
    ),
    expected: {
      includes: ['ec2.amazonaws.com', 'lambda.amazonaws.com'],
      accept: {
        label: 'ec2.amazonaws.com',
        gives: trust(
          '"Effect": "Allow", "Action": "sts:AssumeRole", "Principal": { "Service": "ec2.amazonaws.com" }',
        ),
      },
    },
  },
  {
    where: 'condition operators',
    text: trust('"Effect": "Allow", "Action": "s3:GetObject", "Resource": "*", "Condition": { $0 }'),
    expected: { includes: ['StringEquals', 'Bool', 'IpAddress', 'Null'] },
  },
  {
    where: 'condition keys that fit the action',
    text: trust(
      '"Effect": "Allow", "Action": "ec2:RunInstances", "Resource": "*", "Condition": { "StringEquals": { "$0" } }',
    ),
    expected: { includes: ['ec2:InstanceType', 'aws:PrincipalArn'], excludes: ['s3:prefix'] },
  },
  {
    where: 'text after a string that is not closed',
    text: '{ "Statement": [{ "Effect": "Al$0\n }] }',
    expected: { exactly: ['Allow', 'Deny'] },
  },
  {
    where: 'the end of a text that breaks off inside a string',
    text: '{ "Version": "2012-10-17", "Statement": [{ "Effect": "Allow", "Action": "s3:Get$0',
    expected: { includes: ['s3:GetObject'] },
  },
  {
    where: 'behind the policy',
    text: '{ "Statement": [] } $0',
    expected: { exactly: [] },
  },
];

describe('completion', () => {
  for (const { where, text, expected, fileName } of rows) {
    it(where, () => checkCompletion(text, expected, fileName));
  }
});
