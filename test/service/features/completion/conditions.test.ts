import { testCompletions } from '../../../support/checkCompletion';

const policy = (condition: string, action = '"ec2:RunInstances"', resource = '"*"') =>
  `{ "Version": "2012-10-17", "Statement": [{ "Effect": "Allow", "Action": ${action}, "Resource": ${resource}, "Condition": ${condition} }] }`;
const github = 'arn:aws:iam::111122223333:oidc-provider/token.actions.githubusercontent.com';
const trust = (principal: string, action: string, condition: string) =>
  `{ "Version": "2012-10-17", "Statement": [{ "Effect": "Allow", "Principal": ${principal}, "Action": "${action}", "Condition": ${condition} }] }`;
const fromGithub = (condition: string) =>
  trust(`{ "Federated": "${github}" }`, 'sts:AssumeRoleWithWebIdentity', condition);

testCompletions('conditions', [
  [
    'operators',
    policy('{ $0 }'),
    {
      includes: [
        'StringEquals',
        'Bool',
        'IpAddress',
        'Null',
        'StringLikeIfExists',
        'ForAnyValue:StringLike',
        'ForAllValues:StringEquals',
      ],
      excludes: ['NullIfExists', 'ForAnyValue:Null'],
    },
  ],
  [
    'plain operators first',
    policy('{ $0 }'),
    { first: ['StringEquals', 'StringNotEquals', 'StringEqualsIgnoreCase'] },
  ],
  [
    'an operator with its braces',
    policy('{ $0 }'),
    { accept: ['StringLike', policy('{ "StringLike": {  } }')] },
  ],
  [
    'an operator where Condition has no braces',
    policy('$0'),
    {
      first: ['StringEquals'],
      accept: ['Bool', policy('{\n\t"Bool": { \u0020}\n}')],
    },
  ],
  [
    'a key where the operator has no braces',
    policy('{ "Bool": $0 }'),
    { accept: ['aws:SecureTransport', policy('{ "Bool": { "aws:SecureTransport": "true" } }')] },
  ],
  [
    'a key behind an operator without a colon',
    policy('{ "Bool" $0 }'),
    { accept: ['aws:SecureTransport', policy('{ "Bool": { "aws:SecureTransport": "true" } }')] },
  ],
  [
    'what limits an account first',
    trust('{ "AWS": "111122223333" }', 'sts:AssumeRole', '{ "StringEquals": { $0 } }'),
    { first: ['aws:PrincipalOrgID', 'sts:ExternalId'] },
  ],
  [
    'what limits a service first',
    trust('{ "Service": "states.amazonaws.com" }', 'sts:AssumeRole', '{ "StringEquals": { $0 } }'),
    { first: ['aws:SourceAccount', 'aws:SourceArn'] },
  ],
  [
    'no key of a principal where a service calls',
    '{ "Statement": [{ "Effect": "Allow", "Principal": { "Service": "sns.amazonaws.com" }, "Action": "sqs:SendMessage", "Resource": "arn:aws:sqs:*:*:q", "Condition": { "StringEquals": { $0 } } }] }',
    { first: ['aws:SourceAccount'], excludes: ['aws:PrincipalOrgID', 'aws:PrincipalAccount'] },
  ],
  [
    'what limits an identity provider first',
    fromGithub('{ "StringEquals": { $0 } }'),
    {
      first: ['token.actions.githubusercontent.com:aud', 'token.actions.githubusercontent.com:sub'],
    },
  ],
  [
    'what limits an action first',
    policy('{ "StringLike": { $0 } }', '"s3:ListBucket"'),
    { first: ['s3:delimiter', 's3:prefix'] },
  ],
  [
    'global keys that most conditions are about before others',
    policy('{ "Bool": { $0 } }', '"sqs:SendMessage"'),
    { first: ['aws:MultiFactorAuthPresent', 'aws:SecureTransport'] },
  ],
  [
    'an operator half typed',
    policy('{ Str$0 }'),
    { accept: ['StringLike', policy('{ "StringLike": {  } }')] },
  ],
  [
    'an operator half typed in quotes',
    policy('{ "Str$0" }'),
    { accept: ['StringLike', policy('{ "StringLike": {  } }')] },
  ],
  ['an operator that is there already', policy('{ "Bool": {}, $0 }'), { excludes: ['Bool'] }],
  [
    'operators that fit a key that is an address',
    policy('{ "$0": { "aws:SourceIp": "203.0.113.0/24" } }'),
    { includes: ['IpAddress', 'NotIpAddress'], excludes: ['StringEquals', 'Bool', 'Null'] },
  ],
  [
    'operators that fit a key that is true or false',
    policy('{ "Strin$0gEquals": { "aws:SecureTransport": "true" } }'),
    { includes: ['Bool', 'BoolIfExists'], excludes: ['StringEquals', 'NumericEquals'] },
  ],
  [
    'operators that fit a number',
    policy('{ "$0": { "ec2:VolumeSize": "8" } }'),
    { includes: ['NumericLessThanEquals'], excludes: ['StringLike'] },
  ],
  [
    'operators that fit a date',
    policy('{ "$0": { "aws:CurrentTime": "2030-01-01T00:00:00Z" } }'),
    { includes: ['DateLessThan'], excludes: ['NumericLessThan'] },
  ],
  [
    'all operators for a key nobody knows',
    policy('{ "$0": { "my:key": "x" } }'),
    { includes: ['StringEquals', 'Bool'] },
  ],
  [
    'operators in an object that is not closed',
    '{ "Statement": [{ "Action": "s3:GetObject", "Condition": { $0',
    { includes: ['StringEquals'] },
  ],

  [
    'keys of the action',
    policy('{ "StringEquals": { "$0" } }'),
    { includes: ['ec2:InstanceType', 'aws:PrincipalArn'], excludes: ['s3:prefix'] },
  ],
  [
    'keys of the action come before global ones',
    policy('{ "StringEquals": { $0 } }', '"s3:ListBucket"'),
    { includes: ['s3:prefix', 'aws:SourceVpce'] },
  ],
  [
    'keys of the resource that the statement names',
    policy('{ "StringEquals": { $0 } }', '"ec2:RunInstances"', '"arn:aws:ec2:*::image/*"'),
    { includes: ['ec2:Owner'], excludes: ['ec2:InstanceType'] },
  ],
  [
    'keys of the other resource',
    policy('{ "StringEquals": { $0 } }', '"ec2:RunInstances"', '"arn:aws:ec2:*:*:instance/*"'),
    { includes: ['ec2:InstanceType'], excludes: ['ec2:Owner'] },
  ],
  [
    'keys that are true or false',
    policy('{ "Bool": { $0 } }'),
    { includes: ['aws:SecureTransport', 'ec2:Public'], excludes: ['ec2:InstanceType', 'aws:SourceIp'] },
  ],
  [
    'keys that are addresses',
    policy('{ "IpAddress": { $0 } }'),
    { includes: ['aws:SourceIp', 'aws:VpcSourceIp'], excludes: ['aws:PrincipalArn'] },
  ],
  [
    'keys that are numbers',
    policy('{ "NumericLessThan": { $0 } }'),
    { includes: ['ec2:VolumeSize', 'aws:MultiFactorAuthAge'], excludes: ['aws:username'] },
  ],
  [
    'keys that are dates',
    policy('{ "DateLessThan": { $0 } }'),
    { includes: ['aws:CurrentTime', 'aws:TokenIssueTime'] },
  ],
  [
    'keys that are ARNs',
    policy('{ "ArnLike": { $0 } }'),
    { includes: ['aws:PrincipalArn', 'ec2:InstanceProfile'] },
  ],
  [
    'keys with several values',
    policy('{ "ForAnyValue:StringEquals": { $0 } }'),
    { includes: ['aws:TagKeys', 'aws:CalledVia'], excludes: ['aws:username'] },
  ],
  [
    'no key with several values without that',
    policy('{ "StringEquals": { $0 } }'),
    { excludes: ['aws:TagKeys', 'aws:CalledVia'] },
  ],
  [
    'all keys under Null',
    policy('{ "Null": { $0 } }'),
    { includes: ['aws:TagKeys', 'aws:SourceIp', 'ec2:Public'] },
  ],
  [
    'no key twice, whatever its case',
    policy('{ "StringEquals": { "AWS:username": "a", $0 } }'),
    { excludes: ['aws:username'] },
  ],
  [
    'keys of a service for a wildcard',
    policy('{ "StringEquals": { $0 } }', '"s3:*"'),
    { includes: ['s3:prefix', 's3:x-amz-acl'] },
  ],
  [
    'keys of a service for NotAction',
    '{ "Statement": [{ "NotAction": "s3:GetObject", "Condition": { "StringEquals": { $0 } } }] }',
    { includes: ['s3:prefix'] },
  ],
  [
    'global keys without any action',
    '{ "Statement": [{ "Condition": { "StringEquals": { $0 } } }] }',
    { includes: ['aws:username'], excludes: ['s3:prefix'] },
  ],
  [
    'a key with a range to overwrite',
    policy('{ "IpAddress": { $0 } }'),
    { accept: ['aws:SourceIp', policy('{ "IpAddress": { "aws:SourceIp": "203.0.113.0/24" } }')] },
  ],
  [
    'a key with a choice',
    policy('{ "Bool": { $0 } }'),
    { accept: ['aws:SecureTransport', policy('{ "Bool": { "aws:SecureTransport": "true" } }')] },
  ],
  [
    'a key with a list',
    policy('{ "ForAnyValue:StringEquals": { $0 } }'),
    { accept: ['aws:TagKeys', policy('{ "ForAnyValue:StringEquals": { "aws:TagKeys": [""] } }')] },
  ],
  [
    'a tag key with its name to overwrite',
    policy('{ "StringEquals": { $0 } }'),
    { accept: ['aws:RequestTag/TagKey', policy('{ "StringEquals": { "aws:RequestTag/TagKey": "" } }')] },
  ],
  [
    'a key that is there, its value kept',
    policy('{ "StringEquals": { "aws:user$0": "a" } }'),
    { accept: ['aws:username', policy('{ "StringEquals": { "aws:username": "a" } }')] },
  ],
  [
    'a bare key',
    policy('{ "StringEquals": { aws:user$0 } }'),
    { accept: ['aws:username', policy('{ "StringEquals": { "aws:username": "" } }')] },
  ],
  [
    'a key behind a missing comma',
    policy('{ "StringEquals": { "aws:userid": "a" $0 } }'),
    { accept: ['aws:username', policy('{ "StringEquals": { "aws:userid": "a", "aws:username": "" } }')] },
  ],

  [
    'claims of the trusted provider first',
    fromGithub('{ "StringEquals": { $0 } }'),
    {
      includes: ['token.actions.githubusercontent.com:sub', 'token.actions.githubusercontent.com:aud'],
      excludes: ['accounts.google.com:aud', 'saml:aud'],
    },
  ],
  [
    "claims of a provider of one's own",
    trust(
      '{ "Federated": "arn:aws:iam::111122223333:oidc-provider/oidc.example.com" }',
      'sts:AssumeRoleWithWebIdentity',
      '{ "StringEquals": { $0 } }',
    ),
    { includes: ['oidc.example.com:sub', 'oidc.example.com:aud'] },
  ],
  [
    'attributes of a SAML assertion',
    trust(
      '{ "Federated": "arn:aws:iam::111122223333:saml-provider/Okta" }',
      'sts:AssumeRoleWithSAML',
      '{ "StringEquals": { $0 } }',
    ),
    { includes: ['saml:aud', 'saml:sub'], excludes: ['accounts.google.com:aud'] },
  ],
  [
    'an external id for an account',
    trust('{ "AWS": "arn:aws:iam::111122223333:root" }', 'sts:AssumeRole', '{ "StringEquals": { $0 } }'),
    { includes: ['sts:ExternalId', 'aws:PrincipalArn'], excludes: ['saml:sub', 'www.amazon.com:user_id'] },
  ],

  [
    'true and false',
    policy('{ "Bool": { "aws:SecureTransport": "$0" } }'),
    {
      exactly: ['true', 'false'],
      accept: ['false', policy('{ "Bool": { "aws:SecureTransport": "false" } }')],
    },
  ],
  [
    'true and false without quotes',
    policy('{ "Bool": { "aws:SecureTransport": $0 } }'),
    { accept: ['true', policy('{ "Bool": { "aws:SecureTransport": "true" } }')] },
  ],
  [
    'true and false half typed',
    policy('{ "Bool": { "aws:SecureTransport": tr$0 } }'),
    { accept: ['true', policy('{ "Bool": { "aws:SecureTransport": "true" } }')] },
  ],
  [
    'true and false under Null',
    policy('{ "Null": { "aws:TagKeys": "$0" } }'),
    { exactly: ['true', 'false'] },
  ],
  [
    'Regions',
    policy('{ "StringEquals": { "aws:RequestedRegion": "$0" } }'),
    { includes: ['eu-west-1', 'us-east-1'], excludes: ['cn-north-1', 'us-gov-west-1'] },
  ],
  [
    'Regions in a list',
    policy('{ "StringEquals": { "aws:RequestedRegion": ["eu-west-1", $0] } }'),
    {
      excludes: ['eu-west-1'],
      accept: [
        'eu-central-1',
        policy('{ "StringEquals": { "aws:RequestedRegion": ["eu-west-1", "eu-central-1"] } }'),
      ],
    },
  ],
  [
    'services that a role is passed to',
    policy('{ "StringEquals": { "iam:PassedToService": "$0" } }', '"iam:PassRole"'),
    { includes: ['ec2.amazonaws.com', 'lambda.amazonaws.com'] },
  ],
  [
    'services that roles are usually passed to first',
    policy('{ "StringEquals": { "iam:PassedToService": "$0" } }', '"iam:PassRole"'),
    { first: ['ec2.amazonaws.com', 'lambda.amazonaws.com'] },
  ],
  [
    'Regions that most accounts use first',
    policy('{ "StringEquals": { "aws:RequestedRegion": "$0" } }'),
    { first: ['us-east-1', 'us-east-2', 'us-west-2'] },
  ],
  [
    'the form of a range of addresses',
    policy('{ "IpAddress": { "aws:SourceIp": "$0" } }'),
    { accept: ['203.0.113.0/24', policy('{ "IpAddress": { "aws:SourceIp": "203.0.113.0/24" } }')] },
  ],
  [
    'the form of a time',
    policy('{ "DateLessThan": { "aws:CurrentTime": $0 } }'),
    {
      accept: [
        '2030-01-01T00:00:00Z',
        policy('{ "DateLessThan": { "aws:CurrentTime": "2030-01-01T00:00:00Z" } }'),
      ],
    },
  ],
  [
    'the form of a name before variables',
    policy('{ "StringEquals": { "aws:username": "$0" } }'),
    { first: ['UserName'] },
  ],
  [
    'what a service acts for as a rule first',
    trust(
      '{ "Service": "cloudtrail.amazonaws.com" }',
      'sts:AssumeRole',
      '{ "ArnLike": { "aws:SourceArn": "$0" } }',
    ),
    { first: ['arn:aws:cloudtrail:*:*:trail/TrailName'] },
  ],
  [
    'the form of an organization',
    policy('{ "StringEquals": { "aws:PrincipalOrgID": "$0" } }'),
    {
      first: ['o-a1b2c3d4e5'],
      accept: ['o-a1b2c3d4e5', policy('{ "StringEquals": { "aws:PrincipalOrgID": "o-a1b2c3d4e5" } }')],
    },
  ],
  [
    'types of instances',
    policy('{ "StringEquals": { "ec2:InstanceType": "$0" } }'),
    { includes: ['t3.micro', 'm5.large'] },
  ],
  [
    'services that use a key on behalf of somebody',
    policy('{ "StringEquals": { "kms:ViaService": "$0" } }', '"kms:Decrypt"'),
    { includes: ['s3.us-east-1.amazonaws.com'] },
  ],
  [
    'operators for a key that has several values',
    policy('{ "$0": { "aws:TagKeys": ["team"] } }', '"ec2:CreateTags"'),
    {
      includes: ['ForAllValues:StringEquals', 'ForAnyValue:StringLike'],
      excludes: ['StringEquals', 'StringLikeIfExists'],
    },
  ],
  [
    'before the quotes of an operator',
    policy('{ $0"Bool": { "aws:SecureTransport": "true" } }'),
    { accept: ['BoolIfExists', policy('{ "BoolIfExists": { "aws:SecureTransport": "true" } }')] },
  ],
  [
    'operators for a key that has one value',
    policy('{ "$0": { "aws:SecureTransport": "true" } }'),
    { exactly: ['Bool', 'BoolIfExists', 'Null'] },
  ],
  [
    'access control lists',
    policy('{ "StringEquals": { "s3:x-amz-acl": "$0" } }', '"s3:PutObject"'),
    { first: ['private', 'bucket-owner-full-control'], includes: ['public-read'] },
  ],
  [
    'versions of the metadata service',
    policy('{ "StringEquals": { "ec2:MetadataHttpTokens": "$0" } }'),
    { first: ['required', 'optional'] },
  ],
  [
    'types of principal',
    policy('{ "StringEquals": { "aws:PrincipalType": "$0" } }'),
    { includes: ['AssumedRole', 'User', 'Account'] },
  ],
  [
    'the case of the key is of no matter',
    policy('{ "StringEquals": { "EC2:tenancy": "$0" } }'),
    { first: ['default', 'dedicated', 'host'] },
  ],
  [
    'the audience of GitHub',
    fromGithub('{ "StringEquals": { "token.actions.githubusercontent.com:aud": "$0" } }'),
    { includes: ['sts.amazonaws.com'] },
  ],
  [
    'subjects of GitHub',
    fromGithub('{ "StringLike": { "token.actions.githubusercontent.com:sub": "$0" } }'),
    { first: ['repo:owner/repository:ref:refs/heads/main'] },
  ],
  [
    'the audience of SAML',
    trust(
      '{ "Federated": "arn:aws:iam::111122223333:saml-provider/Okta" }',
      'sts:AssumeRoleWithSAML',
      '{ "StringEquals": { "SAML:aud": "$0" } }',
    ),
    { includes: ['https://signin.aws.amazon.com/saml'] },
  ],
  [
    'forms of principals',
    policy('{ "ArnLike": { "aws:PrincipalArn": "$0" } }'),
    { includes: ['arn:aws:iam::123456789012:role/RoleName'], excludes: ['*'] },
  ],
  [
    'resources of the service that asks',
    '{ "Version": "2012-10-17", "Statement": [{ "Effect": "Allow", "Principal": { "Service": "sns.amazonaws.com" }, "Action": "sqs:SendMessage", "Resource": "*", "Condition": { "ArnLike": { "aws:SourceArn": "$0" } } }] }',
    { includes: ['arn:aws:sns:*:*:TopicName'] },
  ],
  [
    'profiles',
    policy('{ "ArnLike": { "ec2:InstanceProfile": "$0" } }'),
    { includes: ['arn:aws:iam::*:instance-profile/InstanceProfileNameWithPath'] },
  ],
  [
    'variables as whole values',
    policy('{ "StringEquals": { "aws:userid": "$0" } }'),
    { includes: ['${aws:username}'] },
  ],
  [
    'no variables under operators that take none',
    policy('{ "Bool": { "aws:SecureTransport": "$0" } }'),
    { excludes: ['${aws:username}'] },
  ],
]);

testCompletions('policy variables', [
  [
    'in a resource',
    policy('{}', '"s3:GetObject"', '"arn:aws:s3:::b/${$0"'),
    {
      first: ['${aws:username}', '${aws:userid}'],
      accept: ['${aws:username}', policy('{}', '"s3:GetObject"', '"arn:aws:s3:::b/${aws:username}"')],
    },
  ],
  [
    'in a resource, half typed',
    policy('{}', '"s3:GetObject"', '"arn:aws:s3:::b/${aws:us$0"'),
    { accept: ['${aws:username}', policy('{}', '"s3:GetObject"', '"arn:aws:s3:::b/${aws:username}"')] },
  ],
  [
    'in a resource, closed',
    policy('{}', '"s3:GetObject"', '"arn:aws:s3:::b/${aws:us$0}/*"'),
    { accept: ['${aws:username}', policy('{}', '"s3:GetObject"', '"arn:aws:s3:::b/${aws:username}/*"')] },
  ],
  [
    'in a resource, with text behind',
    policy('{}', '"s3:GetObject"', '"arn:aws:s3:::b/${$0/*"'),
    { accept: ['${aws:username}', policy('{}', '"s3:GetObject"', '"arn:aws:s3:::b/${aws:username}/*"')] },
  ],
  [
    'before another one',
    policy('{}', '"s3:GetObject"', '"arn:aws:s3:::b/${$0/${aws:userid}"'),
    {
      accept: [
        '${aws:username}',
        policy('{}', '"s3:GetObject"', '"arn:aws:s3:::b/${aws:username}/${aws:userid}"'),
      ],
    },
  ],
  [
    'a tag of the caller',
    policy('{}', '"s3:GetObject"', '"arn:aws:s3:::b/${$0}"'),
    {
      accept: [
        '${aws:PrincipalTag/TagKey}',
        policy('{}', '"s3:GetObject"', '"arn:aws:s3:::b/${aws:PrincipalTag/TagKey}"'),
      ],
    },
  ],
  [
    'in the value of a condition',
    policy('{ "StringLike": { "s3:prefix": "home/${$0" } }', '"s3:ListBucket"'),
    { includes: ['${aws:username}'] },
  ],
  [
    'plain characters',
    policy('{}', '"s3:GetObject"', '"arn:aws:s3:::b/${$0"'),
    { includes: ['${*}', '${?}', '${$}'] },
  ],
  [
    'none without the current version',
    '{ "Statement": [{ "Action": "s3:GetObject", "Resource": "arn:aws:s3:::b/${$0" }] }',
    { exactly: [] },
  ],
  ['none in an action', policy('{}', '"s3:${$0"'), { excludes: ['${aws:username}'] }],
]);
