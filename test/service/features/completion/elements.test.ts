import { testCompletions } from '../../../support/checkCompletion';

const policy = (inside: string) => `{ "Version": "2012-10-17", "Statement": [{ ${inside} }] }`;
const all = [
  'Sid',
  'Effect',
  'Principal',
  'NotPrincipal',
  'Action',
  'NotAction',
  'Resource',
  'NotResource',
  'Condition',
];

testCompletions('elements', [
  ['keys of the policy', '{ $0 }', { first: ['Version', 'Statement', 'Id'] }],
  [
    'keys of the policy that are missing',
    '{ "Version": "2012-10-17", $0 }',
    { exactly: ['Id', 'Statement'] },
  ],
  [
    'a name for the policy',
    '{ "Version": "2012-10-17", $0 }',
    { accept: ['Id', '{ "Version": "2012-10-17", "Id": "PolicyName" }'] },
  ],
  [
    'a key before others',
    '{ $0 "Statement": [] }',
    { accept: ['Version', '{ "Version": "2012-10-17", "Statement": [] }'] },
  ],
  ['a key that has a value', '{ $0"Statement": [] }', { exactly: ['Statement'] }],
  [
    'a key behind a comma that is missing',
    '{ "Version": "2012-10-17" $0 }',
    { accept: ['Id', '{ "Version": "2012-10-17", "Id": "PolicyName" }'] },
  ],
  [
    'a key on a line behind a comma that is missing',
    '{\n  "Id": "a"\n  $0\n}',
    { accept: ['Version', '{\n  "Id": "a",\n  "Version": "2012-10-17"\n}'] },
  ],
  ['a half-typed key without quotes', '{ Ver$0 }', { accept: ['Version', '{ "Version": "2012-10-17" }'] }],
  ['a half-typed key in quotes', '{ "Ver$0" }', { accept: ['Version', '{ "Version": "2012-10-17" }'] }],
  [
    'a half-typed key whose closing quote is missing',
    '{ "Ver$0 }',
    { accept: ['Version', '{ "Version": "2012-10-17" }'] },
  ],
  [
    'a half-typed key before a colon',
    '{ "Ver$0": "2012-10-17" }',
    { accept: ['Version', '{ "Version": "2012-10-17" }'] },
  ],
  [
    'a half-typed key without quotes before a colon',
    '{ Ver$0: "2012-10-17" }',
    { accept: ['Version', '{ "Version": "2012-10-17" }'] },
  ],
  [
    'a word with a stray quote',
    '{ Ver$0sion": "2012-10-17" }',
    { accept: ['Version', '{ "Version": "2012-10-17" }'] },
  ],
  [
    'a misspelt key before a list takes what a list can be',
    '{ "Statment$0": [] }',
    { exactly: ['Statement'] },
  ],
  ['the versions', '{ "Version": "$0" }', { first: ['2012-10-17', '2008-10-17'] }],
  [
    'the versions without quotes',
    '{ "Version": $0 }',
    { accept: ['2012-10-17', '{ "Version": "2012-10-17" }'] },
  ],
  [
    'the versions without a colon',
    '{ "Version" $0 }',
    { accept: ['2012-10-17', '{ "Version": "2012-10-17" }'] },
  ],
  [
    'the versions in half a value',
    '{ "Version": "20$0 }',
    { accept: ['2012-10-17', '{ "Version": "2012-10-17" }'] },
  ],
  [
    'the versions in a bare value',
    '{ "Version": 2012$0 }',
    { accept: ['2012-10-17', '{ "Version": "2012-10-17" }'] },
  ],
  [
    'no old version where variables are used',
    '{ "Version": "$0", "Statement": [{ "Resource": "arn:aws:s3:::${aws:username}" }] }',
    { exactly: ['2012-10-17'] },
  ],
  ['behind a value nothing can stand', '{ "Version": "2012-10-17"$0 }', { exactly: [] }],
  ['behind the policy', '{ "Statement": [] } $0', { exactly: [] }],
  ['before the policy', '$0 { "Statement": [] }', { exactly: [] }],
  ['in a comment', '{ // $0\n }', { exactly: [] }],
  ['in a key that nobody knows', '{ "Other": { $0 } }', { exactly: [] }],
  ['in a value that nobody knows', '{ "Other": "$0" }', { exactly: [] }],

  ['keys of a statement', policy('$0'), { first: ['Sid', 'Effect', 'Action', 'Resource'], includes: all }],
  [
    'keys of a trust policy',
    policy('"Effect": "Allow", "Action": "sts:AssumeRole", $0'),
    { exactly: ['Sid', 'Principal', 'Condition'] },
  ],
  [
    'keys where the kind is a guess',
    policy('"Effect": "Allow", "Action": "s3:GetObject", $0'),
    { includes: ['Resource', 'Sid', 'Principal'], excludes: ['Action', 'NotAction', 'Effect'] },
  ],
  [
    'no key that the one there excludes',
    policy('"NotResource": "*", $0'),
    { excludes: ['Resource', 'NotResource'] },
  ],
  [
    'no principal in a boundary',
    policy('"Effect": "Allow", $0'),
    { exactly: ['Sid', 'Action', 'NotAction', 'Resource', 'NotResource', 'Condition'] },
    { fileName: 'permissions-boundary.iampolicy' },
  ],
  [
    'no resource in a trust policy by name',
    policy('"Effect": "Allow", $0'),
    { exactly: ['Sid', 'Principal', 'Action', 'Condition'] },
    { fileName: 'trust-policy.json' },
  ],
  ['a Sid with a name to overwrite', policy('$0'), { accept: ['Sid', policy('"Sid": "Statement1"')] }],
  ['an effect with Allow first', policy('$0'), { accept: ['Effect', policy('"Effect": "Allow"')] }],
  ['an open principal', policy('$0'), { accept: ['Principal', policy('"Principal": {  }')] }],
  [
    'an open action',
    policy('"Effect": "Allow", $0'),
    { accept: ['Action', policy('"Effect": "Allow", "Action": ""')] },
  ],
  [
    'an open condition',
    policy('"Effect": "Allow", $0'),
    { accept: ['Condition', policy('"Effect": "Allow", "Condition": {  }')] },
  ],
  [
    'the action that the principal needs',
    policy('"Effect": "Allow", "Principal": { "Federated": "accounts.google.com" }, $0'),
    {
      accept: [
        'Action',
        policy(
          '"Effect": "Allow", "Principal": { "Federated": "accounts.google.com" }, "Action": "sts:AssumeRoleWithWebIdentity"',
        ),
      ],
    },
  ],
  [
    'the action that a SAML provider needs',
    policy('"Principal": { "Federated": "arn:aws:iam::111122223333:saml-provider/Okta" }, $0'),
    {
      accept: [
        'Action',
        policy(
          '"Principal": { "Federated": "arn:aws:iam::111122223333:saml-provider/Okta" }, "Action": "sts:AssumeRoleWithSAML"',
        ),
      ],
    },
  ],
  [
    'the action for a service',
    policy('"Principal": { "Service": "ec2.amazonaws.com" }, $0'),
    {
      accept: [
        'Action',
        policy('"Principal": { "Service": "ec2.amazonaws.com" }, "Action": "sts:AssumeRole"'),
      ],
    },
  ],
  [
    'a resource of * where the actions take no other',
    policy('"Effect": "Allow", "Action": "ec2:DescribeInstances", $0'),
    { accept: ['Resource', policy('"Effect": "Allow", "Action": "ec2:DescribeInstances", "Resource": "*"')] },
  ],
  [
    'an open resource where they do',
    policy('"Effect": "Allow", "Action": "s3:GetObject", $0'),
    { accept: ['Resource', policy('"Effect": "Allow", "Action": "s3:GetObject", "Resource": ""')] },
  ],
  [
    'half a key in quotes',
    policy('"Effect": "Allow", "Res$0"'),
    { accept: ['Resource', policy('"Effect": "Allow", "Resource": ""')] },
  ],
  [
    'half a key without quotes',
    policy('"Effect": "Allow", Res$0'),
    { accept: ['Resource', policy('"Effect": "Allow", "Resource": ""')] },
  ],
  [
    'half a key with other keys behind',
    policy('"Act$0, "Resource": "*"'),
    { accept: ['Action', policy('"Action": "", "Resource": "*"')] },
  ],
  [
    'half a key with a key behind a missing comma',
    policy('Act$0 "Resource": "*"'),
    { accept: ['Action', policy('"Action": "", "Resource": "*"')] },
  ],
  [
    'a key whose value is there',
    policy('"Eff$0": "Allow"'),
    { accept: ['Effect', policy('"Effect": "Allow"')] },
  ],
  [
    'a key that is right can become its opposite',
    policy('"Act$0ion": "s3:GetObject"'),
    { exactly: ['Action', 'NotAction'] },
  ],
  [
    'a key before a value without a colon',
    policy('Eff$0 "Allow"'),
    { accept: ['Effect', policy('"Effect": "Allow"')] },
  ],
  [
    'a key in quotes before a value without a colon',
    policy('"Eff$0" "Allow"'),
    { accept: ['Effect', policy('"Effect": "Allow"')] },
  ],
  [
    'a key before a list without a colon',
    policy('"Act$0" ["s3:GetObject"]'),
    {
      exactly: ['Action', 'NotAction', 'Resource', 'NotResource'],
      accept: ['Action', policy('"Action": ["s3:GetObject"]')],
    },
  ],
  [
    'what a statement lacks first, its name last but for opposites',
    policy('"Effect": "Allow", $0'),
    { first: ['Action', 'Resource', 'Condition', 'Sid'] },
  ],
  [
    'what a statement of a trust policy lacks first',
    policy('"Effect": "Allow", $0'),
    { first: ['Principal', 'Action', 'Condition', 'Sid'] },
    { fileName: 'trust-policy.json' },
  ],
  [
    'a resource where a file is named for one',
    policy('"Effect": "Allow", "Principal": { "AWS": "111122223333" }, $0'),
    { first: ['Action', 'Resource'] },
    { fileName: 'bucket-policy.json' },
  ],
  [
    'a resource behind what else a trust policy has, where nobody called it one',
    policy('"Effect": "Allow", "Principal": { "AWS": "111122223333" }, $0'),
    { first: ['Action', 'Condition', 'Sid', 'Resource'] },
  ],
  [
    'Deny first in a service control policy',
    policy('"Effect": "$0"'),
    { first: ['Deny', 'Allow'] },
    { fileName: 'my-scp.json' },
  ],
  ['behind a byte order mark', '\ufeff{ $0 }', { includes: ['Version'] }],
  [
    'a statement that is no list',
    '{ "Statement": { "Effect": "Allow", $0 } }',
    { includes: ['Action', 'Resource'] },
  ],
  [
    'the second statement',
    '{ "Statement": [{ "Effect": "Allow", "Action": "s3:GetObject", "Resource": "*" }, { $0 }] }',
    { first: ['Sid', 'Effect'] },
  ],
  [
    'a Sid in the second statement',
    '{ "Statement": [{}, { $0 }] }',
    { accept: ['Sid', '{ "Statement": [{}, { "Sid": "Statement2" }] }'] },
  ],
  [
    'a statement whose braces are not closed',
    '{ "Statement": [{ "Effect": "Allow", $0',
    { includes: ['Action', 'Resource'] },
  ],

  [
    'the effects',
    policy('"Effect": "$0"'),
    { exactly: ['Allow', 'Deny'], accept: ['Deny', policy('"Effect": "Deny"')] },
  ],
  [
    'the effects without quotes',
    policy('"Effect": $0'),
    { exactly: ['Allow', 'Deny'], accept: ['Allow', policy('"Effect": "Allow"')] },
  ],
  ['the effects without a colon', policy('"Effect" $0'), { accept: ['Allow', policy('"Effect": "Allow"')] }],
  [
    'the effects over a wrong word',
    policy('"Effect": "al$0low"'),
    { accept: ['Allow', policy('"Effect": "Allow"')] },
  ],
  [
    'the effects before another key',
    policy('"Effect": $0 "Action": "*"'),
    { accept: ['Allow', policy('"Effect": "Allow", "Action": "*"')] },
  ],
  [
    'the effects with a comma behind',
    policy('"Effect": $0, "Action": "*"'),
    { accept: ['Allow', policy('"Effect": "Allow", "Action": "*"')] },
  ],
  [
    'the effects before a line without a comma',
    '{ "Statement": [{\n  "Effect": $0\n  "Action": "*"\n}] }',
    { accept: ['Allow', '{ "Statement": [{\n  "Effect": "Allow",\n  "Action": "*"\n}] }'] },
  ],
  [
    'the effects in a string that runs on',
    '{ "Statement": [{ "Effect": "Al$0\n }] }',
    { accept: ['Allow', '{ "Statement": [{ "Effect": "Allow"\n }] }'] },
  ],
  [
    'the effects in a string that takes the next quote',
    policy('"Effect": "Al$0, "Action": "*"'),
    { accept: ['Deny', policy('"Effect": "Deny", "Action": "*"')] },
  ],
  ['no value where one stands', policy('"Effect": $0 "Allow"'), { exactly: [] }],
  [
    'only Deny in a resource control policy',
    policy('"Effect": "$0"'),
    { exactly: ['Deny'] },
    { fileName: 'my-rcp.iampolicy' },
  ],

  [
    'kinds of principal in a trust policy',
    policy('"Action": "sts:AssumeRole", "Principal": { $0 }'),
    { first: ['Service', 'AWS', 'Federated'], excludes: ['CanonicalUser'] },
  ],
  [
    'kinds of principal of a resource',
    policy('"Action": "s3:GetObject", "Resource": "*", "Principal": { $0 }'),
    { first: ['AWS', 'Service', 'Federated', 'CanonicalUser'] },
  ],
  [
    'no identity provider as principal where it is sure to be one of a resource',
    policy('"Action": "s3:GetObject", "Resource": "*", "Principal": { $0 }'),
    { exactly: ['AWS', 'Service', 'CanonicalUser'] },
    { fileName: 'bucket-policy.json' },
  ],
  [
    'kinds of principal that are missing',
    policy('"Action": "sts:AssumeRole", "Principal": { "AWS": [], $0 }'),
    { exactly: ['Service', 'Federated'] },
  ],
  [
    'a kind of principal with its value',
    policy('"Action": "sts:AssumeRole", "Principal": { $0 }'),
    { accept: ['Service', policy('"Action": "sts:AssumeRole", "Principal": { "Service": "" }')] },
  ],
]);
