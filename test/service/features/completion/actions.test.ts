import { testCompletions } from '../../../support/checkCompletion';

const policy = (action: string, more = '') =>
  `{ "Version": "2012-10-17", "Statement": [{ "Effect": "Allow", "Action": ${action}${more} }] }`;
const trust = (principal: string, action = '"$0"') =>
  `{ "Version": "2012-10-17", "Statement": [{ "Effect": "Allow", "Principal": ${principal}, "Action": ${action} }] }`;
const bucket = ', "Resource": "*"';

testCompletions('actions', [
  ['services first', policy('"$0"'), { includes: ['s3:', 'ec2:', '*'], excludes: ['s3:GetObject'] }],
  [
    'services in half a word',
    policy('"s$0"'),
    { includes: ['s3:', 'sqs:'], accept: ['s3:', policy('"s3:"')] },
  ],
  ['services without quotes', policy('$0'), { accept: ['ec2:', policy('"ec2:"')] }],
  ['services in a bare word', policy('ec$0'), { accept: ['ec2:', policy('"ec2:"')] }],
  ['services in a list', policy('[$0]'), { accept: ['ec2:', policy('["ec2:"]')] }],
  [
    'services behind another item',
    policy('["s3:GetObject", $0]'),
    { first: ['s3:'], accept: ['ec2:', policy('["s3:GetObject", "ec2:"]')] },
  ],
  [
    'services behind an item without comma',
    policy('["s3:GetObject" $0]'),
    { accept: ['ec2:', policy('["s3:GetObject", "ec2:"]')] },
  ],
  [
    'services before an item',
    policy('[$0 "s3:GetObject"]'),
    { accept: ['ec2:', policy('["ec2:", "s3:GetObject"]')] },
  ],
  [
    'services without a colon',
    '{ "Statement": [{ "Action" $0 }] }',
    { accept: ['s3:', '{ "Statement": [{ "Action": "s3:" }] }'] },
  ],
  [
    'services that most policies speak of first, * last',
    policy('"$0"'),
    { first: ['autoscaling:', 'cloudformation:', 'cloudwatch:', 'dynamodb:', 'ec2:'] },
  ],
  ['services by a word of their names', policy('"step$0"'), { accept: ['states:', policy('"states:"')] }],
  ['services by two words of their names', policy('"cloudwatch l$0"'), { exactly: ['logs:'] }],
  ['services by what else they are called', policy('"alb$0"'), { first: ['elasticloadbalancing:'] }],
  ['services by letters of their prefix', policy('"ddb$0"'), { includes: ['dynamodb:'], excludes: ['s3:'] }],
  [
    'only services that a resource control policy can be about',
    '{ "Statement": [{ "Effect": "Deny", "Principal": "*", "Action": "$0", "Resource": "*" }] }',
    { includes: ['s3:', 'sqs:'], excludes: ['*', 'ec2:'] },
    { fileName: 'my-rcp.json' },
  ],
  ['everything where a star is typed', policy('"*$0"'), { exactly: ['*'] }],
  ['no services that the letters do not lead to', policy('"xyz$0"'), { exactly: [] }],
  [
    'an action by a word of its name',
    policy('"bucket$0"'),
    { includes: ['s3:CreateBucket', 's3:ListBucket'], accept: ['s3:ListBucket', policy('"s3:ListBucket"')] },
  ],
  [
    'the action of just that name first, then those of usual services',
    policy('"assumerole$0"'),
    { first: ['sts:AssumeRole', 'sts:AssumeRoleWithSAML', 'sts:AssumeRoleWithWebIdentity'] },
  ],
  ['no star among other items', policy('["s3:GetObject", "$0"]'), { excludes: ['*'] }],
  ['services that the policy uses come first', policy('["sqs:SendMessage", "$0"]'), { first: ['sqs:'] }],

  [
    'actions of a service',
    policy('"s3:$0"'),
    { includes: ['s3:GetObject', 's3:PutObject', 's3:Get*', 's3:*'], excludes: ['ec2:RunInstances', 's3:'] },
  ],
  ['actions in half a word', policy('"s3:Get$0"'), { accept: ['s3:GetObject', policy('"s3:GetObject"')] }],
  [
    'actions in lower case',
    policy('"ec2:runi$0"'),
    { accept: ['ec2:RunInstances', policy('"ec2:RunInstances"')] },
  ],
  ['actions in a bare word', policy('s3:Get$0'), { accept: ['s3:GetObject', policy('"s3:GetObject"')] }],
  [
    'actions in a bare word of a list',
    policy('[s3:Get$0]'),
    { accept: ['s3:GetObject', policy('["s3:GetObject"]')] },
  ],
  [
    'actions in a bare word with a key behind',
    policy('s3:Get$0', bucket),
    { accept: ['s3:GetObject', policy('"s3:GetObject"', bucket)] },
  ],
  [
    'actions replace the whole word',
    policy('["s3:PutObject", "ec2:Run$0Instnces"]'),
    { accept: ['ec2:RunInstances', policy('["s3:PutObject", "ec2:RunInstances"]')] },
  ],
  [
    'actions in a string that breaks off',
    '{ "Statement": [{ "Action": "s3:Get$0',
    { accept: ['s3:GetObject', '{ "Statement": [{ "Action": "s3:GetObject"'] },
  ],
  [
    'actions in a string that takes the next quote',
    policy('"s3:Get$0', bucket).replace('}] }', '}] }'),
    { accept: ['s3:GetObject', policy('"s3:GetObject"', bucket)] },
  ],
  [
    'actions in a string that runs to the end of its line',
    '{ "Statement": [{\n  "Action": "s3:Get$0\n  "Resource": "*"\n}] }',
    { accept: ['s3:GetObject', '{ "Statement": [{\n  "Action": "s3:GetObject",\n  "Resource": "*"\n}] }'] },
  ],
  ['a wildcard for all actions', policy('"sqs:$0"'), { accept: ['sqs:*', policy('"sqs:*"')] }],
  ['a wildcard for a verb', policy('"ec2:$0"'), { includes: ['ec2:Describe*', 'ec2:Create*'] }],
  [
    'no action twice',
    policy('["s3:GetObject", "s3:$0"]'),
    { excludes: ['s3:GetObject'], includes: ['s3:PutObject'] },
  ],
  ['actions of a service nobody knows', policy('"nosuch:$0"'), { exactly: [] }],
  [
    'an action by its name alone',
    policy('"RunInst$0"'),
    { includes: ['ec2:RunInstances'], accept: ['ec2:RunInstances', policy('"ec2:RunInstances"')] },
  ],
  [
    'an action by its name without quotes',
    policy('GetObj$0'),
    { includes: ['s3:GetObject'], accept: ['s3:GetObject', policy('"s3:GetObject"')] },
  ],
  ['too little of a name for that', policy('"Ru$0"'), { excludes: ['ec2:RunInstances'] }],
  [
    'actions in NotAction',
    '{ "Statement": [{ "Effect": "Deny", "NotAction": "iam:$0" }] }',
    { includes: ['iam:CreateUser', 'iam:*'] },
  ],
  [
    'the own service in a bucket policy',
    '{ "Statement": [{ "Effect": "Allow", "Principal": "*", "Action": "s3:$0", "Resource": "arn:aws:s3:::b/*" }] }',
    { includes: ['s3:GetObject'] },
  ],
  ['deprecated actions come last', policy('"ses:$0"'), { includes: ['ses:SendEmail'] }],

  [
    'only sts for a service',
    trust('{ "Service": "ec2.amazonaws.com" }'),
    { exactly: ['sts:AssumeRole', 'sts:TagSession', 'sts:SetSourceIdentity'] },
  ],
  [
    'only sts for an account',
    trust('{ "AWS": "arn:aws:iam::111122223333:root" }'),
    { first: ['sts:AssumeRole'], excludes: ['sts:AssumeRoleWithSAML'] },
  ],
  [
    'web identity for an OIDC provider',
    trust('{ "Federated": "accounts.google.com" }'),
    { exactly: ['sts:AssumeRoleWithWebIdentity', 'sts:TagSession', 'sts:SetSourceIdentity'] },
  ],
  [
    'web identity for a provider of the account',
    trust('{ "Federated": "arn:aws:iam::111122223333:oidc-provider/token.actions.githubusercontent.com" }'),
    { first: ['sts:AssumeRoleWithWebIdentity'], excludes: ['sts:AssumeRole'] },
  ],
  [
    'SAML for a SAML provider',
    trust('{ "Federated": "arn:aws:iam::111122223333:saml-provider/Okta" }'),
    { first: ['sts:AssumeRoleWithSAML'], excludes: ['sts:AssumeRoleWithWebIdentity'] },
  ],
  [
    'both for a service and a provider',
    trust('{ "Service": "ec2.amazonaws.com", "Federated": "accounts.google.com" }'),
    { includes: ['sts:AssumeRole', 'sts:AssumeRoleWithWebIdentity'] },
  ],
  [
    'in a list behind another',
    trust('{ "Service": "ec2.amazonaws.com" }', '["sts:AssumeRole", $0]'),
    { exactly: ['sts:TagSession', 'sts:SetSourceIdentity'] },
  ],
  [
    'without quotes',
    trust('{ "Service": "ec2.amazonaws.com" }', '$0'),
    { accept: ['sts:AssumeRole', trust('{ "Service": "ec2.amazonaws.com" }', '"sts:AssumeRole"')] },
  ],
  [
    'half typed',
    trust('{ "Service": "ec2.amazonaws.com" }', '"sts:Ass$0"'),
    { accept: ['sts:AssumeRole', trust('{ "Service": "ec2.amazonaws.com" }', '"sts:AssumeRole"')] },
  ],
  [
    'all of them before there is a principal, the usual one first',
    '{ "Statement": [{ "Effect": "Allow", "Action": "$0" }] }',
    {
      first: ['sts:AssumeRole'],
      includes: ['sts:AssumeRole', 'sts:AssumeRoleWithSAML', 'sts:AssumeRoleWithWebIdentity'],
      excludes: ['s3:'],
    },
    { fileName: 'trust-policy.json' },
  ],
]);
