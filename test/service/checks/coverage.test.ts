import assert from 'node:assert/strict';
import type { PolicyKind } from '../../../server/src/protocol/settings';
import { findingsOf } from '../../support/checkFindings';

type Row = readonly [action: string | readonly string[], resource: string | readonly string[], more?: object];

/** Findings about actions beside their resources, each with what its message names. */
function found(rows: readonly Row[], kind: PolicyKind = 'identity'): string[] {
  const Statement = rows.map(([Action, Resource, more]) => ({ Effect: 'Allow', Action, Resource, ...more }));
  const text = JSON.stringify({ Version: '2012-10-17', Statement });
  return findingsOf(text, { kind, certain: true })
    .filter(({ code }) => /^(MISSING_REQUIRED_RESOURCE|ACTION_RESOURCE_MISMATCH)$/.test(code))
    .map(({ code, message }) => `${code} ${needed(message)}`);
}

function needed(message: string): string {
  return / also needs: (.*?)\. Allow/.exec(message)?.[1] ?? message.split(' ')[0]!;
}

const ec2 = (...types: string[]) => types.map((type) => `arn:aws:ec2:*:*:${type}/*`);
const ami = 'arn:aws:ec2:*::image/ami-0abcdef1234567890';
const rest = ec2('instance', 'network-interface', 'security-group', 'subnet', 'volume', 'key-pair');
const run = 'ec2:RunInstances';

/** Splits of a launch over statements as AWS's guide and people write them. */
const launches: readonly (readonly [name: string, rows: readonly Row[], wanted: readonly string[]])[] = [
  [
    'an image alone',
    [[run, ami]],
    ['MISSING_REQUIRED_RESOURCE instance, network-interface, security-group, subnet'],
  ],
  ['an image and the rest in one statement', [[run, [ami, ...rest]]], []],
  [
    'an image and the rest in two statements',
    [
      [run, ami],
      [run, rest],
    ],
    [],
  ],
  ['the rest without an image', [[run, rest]], ['MISSING_REQUIRED_RESOURCE image (AMI)']],
  [
    'an image and instances',
    [[run, [ami, ...ec2('instance')]]],
    ['MISSING_REQUIRED_RESOURCE network-interface, security-group, subnet'],
  ],
  [
    'three statements, each with a condition of its own',
    [
      [run, ami, { Condition: { StringEquals: { 'ec2:Owner': 'amazon' } } }],
      [run, ec2('instance'), { Condition: { StringEquals: { 'ec2:InstanceType': 't3.micro' } } }],
      [run, ec2('network-interface', 'security-group', 'subnet', 'volume')],
    ],
    [],
  ],
  ['everything of EC2', [[run, 'arn:aws:ec2:*:*:*']], []],
  [
    'everything but images by NotResource',
    [
      [run, ami],
      [run, undefined as never, { NotResource: ami }],
    ],
    [],
  ],
  [
    'an image here, the rest by a pattern of actions',
    [
      [run, ami],
      ['ec2:Run*', rest],
    ],
    [],
  ],
  [
    'an image here, all actions of EC2 there',
    [
      [run, ami],
      ['ec2:*', '*'],
    ],
    [],
  ],
  [
    'an image here, all actions but some there',
    [
      [run, ami],
      [undefined as never, '*', { NotAction: 'iam:*' }],
    ],
    [],
  ],
  ['a pattern that takes in the launch, on an image', [['ec2:*Instances', ami]], []],
  [
    'a launch from a template and all it touches',
    [[run, [ami, ...rest, 'arn:aws:ec2:*:*:launch-template/lt-0123456789abcdef0']]],
    [],
  ],
  ['a launch with a placement group too', [[run, [ami, ...rest, ...ec2('placement-group')]]], []],
  ['a launch in one Region and account', [[run, [ami, 'arn:aws:ec2:eu-west-1:111122223333:*/*']]], []],
  [
    'a policy variable in place of the types',
    [[run, [ami, 'arn:aws:ec2:*:*:${aws:PrincipalTag/type}/*']]],
    [],
  ],
];

const others: readonly (readonly [name: string, rows: readonly Row[], wanted: readonly string[]])[] = [
  [
    'a bucket and its objects',
    [
      [
        ['s3:ListBucket', 's3:GetObject'],
        ['arn:aws:s3:::b', 'arn:aws:s3:::b/*'],
      ],
    ],
    [],
  ],
  ['listing on objects', [['s3:ListBucket', 'arn:aws:s3:::b/*']], ['ACTION_RESOURCE_MISMATCH s3:ListBucket']],
  ['reading on a bucket', [['s3:GetObject', 'arn:aws:s3:::b']], ['ACTION_RESOURCE_MISMATCH s3:GetObject']],
  [
    'a bucket by a pattern that takes in its objects',
    [[['s3:ListBucket', 's3:GetObject'], 'arn:aws:s3:::b*']],
    [],
  ],
  [
    'a bucket in one statement, objects in the other',
    [
      ['s3:List*', 'arn:aws:s3:::b'],
      ['s3:Get*', 'arn:aws:s3:::b/*'],
    ],
    [],
  ],
  ['all of S3 on both', [['s3:*', ['arn:aws:s3:::b', 'arn:aws:s3:::b/*']]], []],
  [
    'listing all buckets on a bucket',
    [['s3:ListAllMyBuckets', 'arn:aws:s3:::b']],
    ['ACTION_RESOURCE_MISMATCH s3:ListAllMyBuckets'],
  ],
  ['listing all buckets as the console has it', [['s3:ListAllMyBuckets', 'arn:aws:s3:::*']], []],
  ['an access point', [['s3:GetObject', 'arn:aws:s3:us-east-1:111122223333:accesspoint/ap/object/*']], []],
  ['passing a role', [['iam:PassRole', 'arn:aws:iam::111122223333:role/app']], []],
  [
    'passing a user',
    [['iam:PassRole', 'arn:aws:iam::111122223333:user/jane']],
    ['ACTION_RESOURCE_MISMATCH iam:PassRole'],
  ],
  ['assuming a role', [['sts:AssumeRole', 'arn:aws:iam::111122223333:role/app']], []],
  ['assuming a role by a pattern', [['sts:AssumeRole', 'arn:aws:iam::*:role/deploy-*']], []],
  [
    'a key',
    [
      [
        ['kms:Decrypt', 'kms:GenerateDataKey*'],
        'arn:aws:kms:us-east-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab',
      ],
    ],
    [],
  ],
  [
    'decrypting with an alias',
    [['kms:Decrypt', 'arn:aws:kms:us-east-1:111122223333:alias/app']],
    ['ACTION_RESOURCE_MISMATCH kms:Decrypt'],
  ],
  [
    'an alias and its key',
    [
      [
        'kms:CreateAlias',
        ['arn:aws:kms:us-east-1:111122223333:alias/app', 'arn:aws:kms:us-east-1:111122223333:key/*'],
      ],
    ],
    [],
  ],
  ['an index of a table', [['dynamodb:Query', 'arn:aws:dynamodb:*:*:table/t/index/*']], []],
  [
    'a table',
    [
      [
        ['dynamodb:GetItem', 'dynamodb:PutItem', 'dynamodb:Query'],
        'arn:aws:dynamodb:us-east-1:111122223333:table/t',
      ],
    ],
    [],
  ],
  [
    'log groups and streams',
    [[['logs:CreateLogGroup', 'logs:CreateLogStream', 'logs:PutLogEvents'], 'arn:aws:logs:*:*:*']],
    [],
  ],
  [
    'log streams of a group',
    [
      [
        ['logs:CreateLogStream', 'logs:PutLogEvents'],
        'arn:aws:logs:us-east-1:111122223333:log-group:/aws/lambda/f:*',
      ],
    ],
    [],
  ],
  ['starting and stopping instances', [[['ec2:StartInstances', 'ec2:StopInstances'], ec2('instance')]], []],
  ['attaching a volume to an instance', [['ec2:AttachVolume', ec2('instance', 'volume')]], []],
  [
    'attaching a volume, the instance forgotten',
    [['ec2:AttachVolume', ec2('volume')]],
    ['MISSING_REQUIRED_RESOURCE instance'],
  ],
  [
    'describing instances on an instance',
    [['ec2:DescribeInstances', ec2('instance')]],
    ['ACTION_RESOURCE_MISMATCH ec2:DescribeInstances'],
  ],
  [
    'tagging what was launched',
    [
      [
        'ec2:CreateTags',
        ec2('instance', 'volume'),
        { Condition: { StringEquals: { 'ec2:CreateAction': 'RunInstances' } } },
      ],
    ],
    [],
  ],
  [
    'a thing or a group of things',
    [['iot:CreateJob', ['arn:aws:iot:*:*:job/*', 'arn:aws:iot:*:*:thing/*']]],
    [],
  ],
  ['one kind of execution', [['states:DescribeExecution', 'arn:aws:states:*:*:execution:*:*']], []],
  [
    'a table of the catalog with its ancestors',
    [
      [
        'glue:GetTable',
        ['arn:aws:glue:*:*:catalog', 'arn:aws:glue:*:*:database/d', 'arn:aws:glue:*:*:table/d/*'],
      ],
    ],
    [],
  ],
  [
    'a table of the catalog alone',
    [['glue:GetTable', 'arn:aws:glue:*:*:table/d/*']],
    ['MISSING_REQUIRED_RESOURCE database, rootcatalog'],
  ],
  [
    'a function and its versions',
    [['lambda:InvokeFunction', ['arn:aws:lambda:*:*:function:f', 'arn:aws:lambda:*:*:function:f:*']]],
    [],
  ],
  [
    'a parameter',
    [[['ssm:GetParameter', 'ssm:GetParameters'], 'arn:aws:ssm:us-east-1:111122223333:parameter/app/*']],
    [],
  ],
  [
    'commands on instances',
    [['ssm:SendCommand', ['arn:aws:ssm:*:*:document/AWS-RunShellScript', ...ec2('instance')]]],
    [],
  ],
  [
    'a secret',
    [['secretsmanager:GetSecretValue', 'arn:aws:secretsmanager:us-east-1:111122223333:secret:app-??????']],
    [],
  ],
];

describe('actions beside their resources', () => {
  for (const [name, rows, wanted] of [...launches, ...others]) {
    it(name, () => assert.deepEqual(found(rows), wanted));
  }

  it('Deny is never told for what it leaves out', () => {
    assert.deepEqual(found([[run, ami, { Effect: 'Deny' }]]), []);
  });

  it('a service control policy allows as an identity policy does', () => {
    assert.deepEqual(found([[run, ami]], 'scp'), [
      'MISSING_REQUIRED_RESOURCE instance, network-interface, security-group, subnet',
    ]);
  });
});
