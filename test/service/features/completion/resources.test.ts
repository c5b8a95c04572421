import type { AccountValues } from '../../../../server/src/protocol/accountValues';
import { testCompletions } from '../../../support/checkCompletion';

const policy = (action: string, resource: string) =>
  `{ "Version": "2012-10-17", "Statement": [{ "Effect": "Allow", "Action": ${action}, "Resource": ${resource} }] }`;
const run = '"ec2:RunInstances"';
const image = '"arn:aws:ec2:*::image/ami-1"';
const rest = ['instance', 'key-pair', 'network-interface', 'security-group', 'subnet', 'volume'];
const restArns = rest.map((type) => `"arn:aws:ec2:*:*:${type}/*"`);

const account: AccountValues = {
  account: '111122223333',
  partition: 'aws',
  region: 'eu-west-1',
  roles: [{ name: 'web', arn: 'arn:aws:iam::111122223333:role/web' }],
  instanceProfiles: [{ name: 'web-profile', arn: 'arn:aws:iam::111122223333:instance-profile/web-profile' }],
  instances: [{ id: 'i-0123456789abcdef0', name: 'web', imageId: 'ami-0abc', tags: { team: 'blue' } }],
};

testCompletions('resources', [
  [
    'what the action works on',
    policy('"s3:GetObject"', '"$0"'),
    { includes: ['arn:aws:s3:::BucketName/ObjectName', '*'], excludes: ['arn:aws:s3:::BucketName'] },
  ],
  [
    'what two actions work on',
    policy('["s3:GetObject", "s3:ListBucket"]', '"$0"'),
    { includes: ['arn:aws:s3:::BucketName/ObjectName', 'arn:aws:s3:::BucketName'] },
  ],
  [
    'what the actions of a wildcard work on',
    policy('"sqs:*"', '"$0"'),
    { includes: ['arn:aws:sqs:*:*:QueueName'] },
  ],
  ['only * where nothing else works', policy('"ec2:DescribeInstances"', '"$0"'), { exactly: ['*'] }],
  [
    'without quotes',
    policy('"sqs:SendMessage"', '$0'),
    { accept: ['arn:aws:sqs:*:*:QueueName', policy('"sqs:SendMessage"', '"arn:aws:sqs:*:*:QueueName"')] },
  ],
  [
    'in a list',
    policy('"sqs:SendMessage"', '[$0]'),
    { accept: ['arn:aws:sqs:*:*:QueueName', policy('"sqs:SendMessage"', '["arn:aws:sqs:*:*:QueueName"]')] },
  ],
  [
    'in half an ARN',
    policy('"sqs:SendMessage"', '"arn:aws:sq$0"'),
    { accept: ['arn:aws:sqs:*:*:QueueName', policy('"sqs:SendMessage"', '"arn:aws:sqs:*:*:QueueName"')] },
  ],
  [
    'in a bare ARN',
    policy('"sqs:SendMessage"', 'arn:aws:sq$0'),
    { accept: ['arn:aws:sqs:*:*:QueueName', policy('"sqs:SendMessage"', '"arn:aws:sqs:*:*:QueueName"')] },
  ],
  [
    'in a string that breaks off',
    '{ "Statement": [{ "Action": "sqs:SendMessage", "Resource": "arn$0',
    {
      accept: [
        'arn:aws:sqs:*:*:QueueName',
        '{ "Statement": [{ "Action": "sqs:SendMessage", "Resource": "arn:aws:sqs:*:*:QueueName"',
      ],
    },
  ],
  [
    'Region and account that the policy uses',
    policy('"sqs:SendMessage"', '["arn:aws:sqs:eu-west-1:111122223333:a", "$0"]'),
    { includes: ['arn:aws:sqs:eu-west-1:111122223333:QueueName'] },
  ],
  [
    'the partition that the policy uses',
    policy('"sqs:SendMessage"', '["arn:aws-cn:sqs:cn-north-1:111122223333:a", "$0"]'),
    { includes: ['arn:aws-cn:sqs:cn-north-1:111122223333:QueueName'] },
  ],
  [
    'no star among others',
    policy('"sqs:SendMessage"', '["arn:aws:sqs:eu-west-1:111122223333:a", "$0"]'),
    { excludes: ['*'] },
  ],
  [
    'the service of a typed ARN where there is no action',
    '{ "Statement": [{ "Resource": "arn:aws:sqs:$0" }] }',
    { includes: ['arn:aws:sqs:*:*:QueueName'] },
  ],
  ['nothing of a service nobody knows', policy('"nosuch:Do"', '"$0"'), { exactly: ['*'] }],
  [
    'types a launch needs come before those it may take',
    policy(run, '["$0"]'),
    {
      first: [
        'arn:aws:ec2:*:*:instance/InstanceId',
        'arn:aws:ec2:*:*:network-interface/NetworkInterfaceId',
        'arn:aws:ec2:*:*:security-group/SecurityGroupId',
        'arn:aws:ec2:*:*:subnet/SubnetId',
        'arn:aws:ec2:*::image/ImageId',
      ],
    },
  ],
  [
    'the rest of a launch that is limited to an image',
    policy(run, `[${image}, $0]`),
    {
      first: [`The rest: ${rest.join(', ')}`],
      accept: [`The rest: ${rest.join(', ')}`, policy(run, `[${image}, ${restArns.join(', ')}]`)],
    },
  ],
  [
    'the rest of a launch inside quotes',
    policy(run, `[${image}, "$0"]`),
    { accept: [`The rest: ${rest.join(', ')}`, policy(run, `[${image}, ${restArns.join(', ')}]`)] },
  ],
  [
    'no rest of what only a wildcard touches',
    policy('"s3:*"', '["arn:aws:s3:::b", $0]'),
    { first: ['arn:aws:s3:::b/*'] },
  ],
  ['no rest before the first', policy(run, '[$0]'), { excludes: [`The rest: ${rest.join(', ')}`] }],
  [
    'what is covered comes last',
    policy(run, `[${image}, "$0"]`),
    { includes: ['arn:aws:ec2:*::image/ImageId'] },
  ],
  [
    'objects before objects of access points',
    policy('"s3:GetObject"', '"$0"'),
    { first: ['arn:aws:s3:::BucketName/ObjectName', '*'] },
  ],
  [
    'the objects of a bucket that is typed',
    policy('"s3:GetObject"', '"arn:aws:s3:::logs$0"'),
    { accept: ['arn:aws:s3:::logs/*', policy('"s3:GetObject"', '"arn:aws:s3:::logs/*"')] },
  ],
  [
    'the objects of a bucket that the policy names',
    policy('["s3:ListBucket", "s3:GetObject"]', '["arn:aws:s3:::logs", $0]'),
    {
      first: ['arn:aws:s3:::logs/*'],
      accept: [
        'arn:aws:s3:::logs/*',
        policy('["s3:ListBucket", "s3:GetObject"]', '["arn:aws:s3:::logs", "arn:aws:s3:::logs/*"]'),
      ],
    },
  ],
  [
    'the bucket of objects that the policy names',
    policy('["s3:ListBucket", "s3:GetObject"]', '["arn:aws:s3:::logs/*", $0]'),
    { first: ['arn:aws:s3:::logs'] },
  ],
  [
    'the indexes of a table that the policy names',
    policy('"dynamodb:Query"', '["arn:aws:dynamodb:eu-west-1:111122223333:table/Books", "$0"]'),
    { first: ['arn:aws:dynamodb:eu-west-1:111122223333:table/Books/index/*'] },
  ],
  [
    'Regions that begin as typed',
    policy('"sqs:SendMessage"', '"arn:aws:sqs:eu-ce$0"'),
    {
      includes: ['arn:aws:sqs:eu-central-1:*:*', 'arn:aws:sqs:eu-central-2:*:*'],
      excludes: ['arn:aws:sqs:us-east-1:*:*'],
      accept: ['arn:aws:sqs:eu-central-1:*:*', policy('"sqs:SendMessage"', '"arn:aws:sqs:eu-central-1:*:*"')],
    },
  ],
  [
    'behind a Region that the policy has beside others',
    policy('"sqs:SendMessage"', '["arn:aws:sqs:eu-west-1:111122223333:a", "arn:aws:sqs:us-east-1:$0"]'),
    { includes: ['arn:aws:sqs:us-east-1:111122223333:QueueName'] },
  ],
  [
    'not what the actions of NotAction work on',
    '{ "Statement": [{ "Effect": "Deny", "NotAction": "iam:*", "Resource": "$0" }] }',
    { exactly: ['*'] },
  ],
  [
    'variables behind a dollar sign',
    policy('"s3:GetObject"', '"arn:aws:s3:::home/$$0/*"'),
    {
      accept: ['${aws:username}', policy('"s3:GetObject"', '"arn:aws:s3:::home/${aws:username}/*"')],
    },
  ],
  [
    'a resource of NotResource',
    '{ "Statement": [{ "Effect": "Deny", "Action": "sqs:SendMessage", "NotResource": "$0" }] }',
    { includes: ['arn:aws:sqs:*:*:QueueName'] },
  ],

  [
    'roles of the account',
    policy('"iam:PassRole"', '"$0"'),
    { first: ['arn:aws:iam::111122223333:role/web'] },
    { account },
  ],
  [
    'instances of the account',
    policy('"ec2:StartInstances"', '"$0"'),
    { first: ['arn:aws:ec2:eu-west-1:111122223333:instance/i-0123456789abcdef0'] },
    { account },
  ],
  [
    'images that instances of the account use',
    policy(run, '["$0"]'),
    { includes: ['arn:aws:ec2:eu-west-1::image/ami-0abc'] },
    { account },
  ],
  [
    'instance profiles of the account',
    policy('"iam:AddRoleToInstanceProfile"', '"$0"'),
    { includes: ['arn:aws:iam::111122223333:instance-profile/web-profile'] },
    { account },
  ],
  [
    'the number of the account',
    policy('"sqs:SendMessage"', '"$0"'),
    { includes: ['arn:aws:sqs:*:111122223333:QueueName'] },
    { account },
  ],
  [
    'nothing of the account that the action does not take',
    policy('"sqs:SendMessage"', '"$0"'),
    { excludes: ['arn:aws:iam::111122223333:role/web'] },
    { account },
  ],

  [
    'roles of the account as principals',
    '{ "Statement": [{ "Effect": "Allow", "Principal": { "AWS": "$0" }, "Action": "sts:AssumeRole" }] }',
    { includes: ['arn:aws:iam::111122223333:role/web', 'arn:aws:iam::111122223333:root'] },
    { account },
  ],
  [
    'tags of the account',
    '{ "Version": "2012-10-17", "Statement": [{ "Effect": "Allow", "Action": "ec2:StartInstances", "Resource": "*", "Condition": { "StringEquals": { "$0" } } }] }',
    { includes: ['aws:ResourceTag/team', 'ec2:ResourceTag/team'] },
    { account },
  ],
  [
    'values of a tag of the account',
    '{ "Version": "2012-10-17", "Statement": [{ "Effect": "Allow", "Action": "ec2:StartInstances", "Resource": "*", "Condition": { "StringEquals": { "aws:ResourceTag/team": "$0" } } }] }',
    { first: ['blue'] },
    { account },
  ],
]);
