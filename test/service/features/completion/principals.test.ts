import { testCompletions } from '../../../support/checkCompletion';

const trust = (principal: string, action = 'sts:AssumeRole') =>
  `{ "Version": "2012-10-17", "Statement": [{ "Effect": "Allow", "Principal": ${principal}, "Action": "${action}" }] }`;
const bucket = (principal: string) =>
  `{ "Version": "2012-10-17", "Statement": [{ "Effect": "Allow", "Principal": ${principal}, "Action": "s3:GetObject", "Resource": "arn:aws:s3:::b/*" }] }`;

testCompletions('principals', [
  [
    'services that assume roles first',
    trust('{ "Service": "$0" }'),
    { first: ['ec2.amazonaws.com', 'lambda.amazonaws.com', 'ecs-tasks.amazonaws.com'] },
  ],
  [
    'Roles Anywhere, where the statement has the three actions it needs',
    trust('{ "Service": "$0" }', 'sts:*'),
    { includes: ['rolesanywhere.amazonaws.com'] },
  ],
  [
    'not Roles Anywhere, where it would be an error',
    trust('{ "Service": "$0" }'),
    { excludes: ['rolesanywhere.amazonaws.com'] },
  ],
  [
    'services that use a bucket first',
    bucket('{ "Service": "$0" }'),
    { first: ['cloudfront.amazonaws.com'] },
  ],
  [
    'a service over a wrong one',
    trust('{ "Service": "ec2.amaz$0onaws.con" }'),
    { accept: ['ec2.amazonaws.com', trust('{ "Service": "ec2.amazonaws.com" }')] },
  ],
  [
    'a service without quotes',
    trust('{ "Service": $0 }'),
    { accept: ['ec2.amazonaws.com', trust('{ "Service": "ec2.amazonaws.com" }')] },
  ],
  [
    'a service in a bare word',
    trust('{ "Service": ec2.am$0 }'),
    { accept: ['ec2.amazonaws.com', trust('{ "Service": "ec2.amazonaws.com" }')] },
  ],
  [
    'a service in a list',
    trust('{ "Service": ["ec2.amazonaws.com", $0] }'),
    {
      excludes: ['ec2.amazonaws.com'],
      accept: ['lambda.amazonaws.com', trust('{ "Service": ["ec2.amazonaws.com", "lambda.amazonaws.com"] }')],
    },
  ],
  [
    'a service without a colon',
    trust('{ "Service" $0 }'),
    { accept: ['ec2.amazonaws.com', trust('{ "Service": "ec2.amazonaws.com" }')] },
  ],
  [
    'a service in an object that is not closed',
    '{ "Statement": [{ "Action": "sts:AssumeRole", "Principal": { "Service": "$0',
    { includes: ['ec2.amazonaws.com'] },
  ],
  ['no principals of China elsewhere', trust('{ "Service": "$0" }'), { excludes: ['ec2.amazonaws.com.cn'] }],

  [
    'forms of principals',
    trust('{ "AWS": "$0" }'),
    {
      first: [
        'arn:aws:iam::123456789012:root',
        'arn:aws:iam::123456789012:role/RoleName',
        'arn:aws:iam::123456789012:user/UserName',
      ],
      excludes: ['*'],
    },
  ],
  [
    'forms in the account that the policy names',
    trust('{ "AWS": ["arn:aws:iam::111122223333:root", "$0"] }'),
    { includes: ['arn:aws:iam::111122223333:role/RoleName'] },
  ],
  [
    'forms in the partition that the policy names',
    trust('{ "AWS": ["arn:aws-us-gov:iam::111122223333:root", "$0"] }'),
    { includes: ['arn:aws-us-gov:iam::111122223333:role/RoleName'] },
  ],
  ['everybody, for a resource', bucket('{ "AWS": "$0" }'), { includes: ['*'] }],
  [
    'a role without quotes',
    trust('{ "AWS": $0 }'),
    {
      accept: [
        'arn:aws:iam::123456789012:role/RoleName',
        trust('{ "AWS": "arn:aws:iam::123456789012:role/RoleName" }'),
      ],
    },
  ],
  [
    'a root in half an ARN',
    trust('{ "AWS": "arn:aws:i$0" }'),
    { accept: ['arn:aws:iam::123456789012:root', trust('{ "AWS": "arn:aws:iam::123456789012:root" }')] },
  ],

  [
    'providers',
    trust('{ "Federated": "$0" }', ''),
    {
      includes: [
        'cognito-identity.amazonaws.com',
        'arn:aws:iam::123456789012:oidc-provider/token.actions.githubusercontent.com',
        'arn:aws:iam::123456789012:saml-provider/ProviderName',
      ],
    },
  ],
  [
    'providers that the action lets in',
    trust('{ "Federated": "$0" }', 'sts:AssumeRoleWithSAML'),
    { exactly: ['arn:aws:iam::123456789012:saml-provider/ProviderName'] },
  ],
  [
    'providers that the other action lets in',
    trust('{ "Federated": "$0" }', 'sts:AssumeRoleWithWebIdentity'),
    { includes: ['accounts.google.com'], excludes: ['arn:aws:iam::123456789012:saml-provider/ProviderName'] },
  ],

  [
    'a whole principal',
    trust('$0'),
    {
      first: ['{ "Service": … }', '{ "AWS": … }'],
      excludes: ['*'],
      accept: ['{ "Service": … }', trust('{ "Service": "" }')],
    },
  ],
  ['a whole principal of a resource', bucket('$0'), { includes: ['*', '{ "AWS": … }'] }],
  [
    'a whole principal in quotes',
    bucket('"$0"'),
    { includes: ['*'], accept: ['{ "AWS": … }', bucket('{ "AWS": "" }')] },
  ],
  [
    'a service typed where its type belongs',
    trust('"lam$0"'),
    {
      accept: ['lambda.amazonaws.com', trust('{ "Service": "lambda.amazonaws.com" }')],
    },
  ],
  [
    'an account typed where its type belongs',
    trust('"111122223333$0"'),
    {
      accept: ['arn:aws:iam::111122223333:root', trust('{ "AWS": "arn:aws:iam::111122223333:root" }')],
    },
  ],
  [
    'the account whose number is typed',
    trust('{ "AWS": "111122223333$0" }'),
    {
      first: ['arn:aws:iam::111122223333:root'],
      accept: [
        'arn:aws:iam::111122223333:role/RoleName',
        trust('{ "AWS": "arn:aws:iam::111122223333:role/RoleName" }'),
      ],
    },
  ],
  [
    'the service that the file is named for',
    trust('{ "Service": "$0" }'),
    { first: ['lambda.amazonaws.com', 'ec2.amazonaws.com'] },
    { fileName: 'my-lambda-trust-policy.json' },
  ],
  [
    'not IAM, which every such name speaks of',
    trust('{ "Service": "$0" }'),
    { first: ['glue.amazonaws.com', 'ec2.amazonaws.com'] },
    { fileName: 'iam-role-for-glue-trust-policy.json' },
  ],
  [
    'the service that the Sid speaks of',
    '{ "Statement": [{ "Sid": "ForStepFunctions", "Effect": "Allow", "Principal": { "Service": "$0" }, "Action": "sts:AssumeRole" }] }',
    { first: ['states.amazonaws.com'] },
  ],
  [
    'services that send to a queue first',
    bucket('{ "Service": "$0" }'),
    { first: ['sns.amazonaws.com', 'events.amazonaws.com', 's3.amazonaws.com'] },
    { fileName: 'queue-policy.json' },
  ],
  [
    'services that call a function, not the function’s own',
    bucket('{ "Service": "$0" }'),
    { first: ['apigateway.amazonaws.com', 's3.amazonaws.com'] },
    { fileName: 'function-policy.json' },
  ],
  [
    'everybody in a resource control policy',
    '{ "Statement": [{ "Effect": "Deny", "Principal": $0, "Action": "s3:*", "Resource": "*" }] }',
    { exactly: ['*'] },
    { fileName: 'my-rcp.json' },
  ],
]);
