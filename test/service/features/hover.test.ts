import assert from 'node:assert/strict';
import { hover, openPolicy } from '../../../server/src/service';
import { testCatalog } from '../../support/catalog';
import { parseCursor } from '../../support/cursor';

const policy = (inside: string) => `{ "Version": "2012-10-17", "Statement": [{ ${inside} }] }`;
const run = '"Effect": "Allow", "Action": "ec2:RunInstances", ';
const trust = (principal: string) =>
  policy(`"Effect": "Allow", "Principal": ${principal}, "Action": "sts:AssumeRole"`);
const when = (condition: string) => policy(`${run}"Resource": "*", "Condition": ${condition}`);

/** Where the cursor is, the word that is explained, and what the explanation says; no word where there is none. */
type Row = readonly [name: string, text: string, word: string | undefined, ...says: RegExp[]];

const rows: readonly Row[] = [
  [
    'what a global key holds',
    when('{ "StringEquals": { "aws:Principal$0OrgID": "o-a1b2c3d4e5" } }'),
    '"aws:PrincipalOrgID"',
    /organization that the caller’s account belongs to/,
    /global key/,
  ],
  [
    'what a tag of a resource is',
    when('{ "StringEquals": { "aws:Resource$0Tag/team": "blue" } }'),
    '"aws:ResourceTag/team"',
    /tag that the resource has/,
  ],
  [
    'a key where every action is allowed',
    policy(
      '"Action": "*", "Resource": "*", "Condition": { "StringEquals": { "s3:x-amz-$0acl": "private" } }',
    ),
    '"s3:x-amz-acl"',
    /Comes with `s3:\w+`, /,
  ],
  [
    'a resource that an action works on twice',
    policy('"Action": ["s3:GetObject", "s3:Get*"], "Resource": "arn:aws:s3:::b/$0*"'),
    '"arn:aws:s3:::b/*"',
    /Worked on by `s3:GetObject`, `s3:GetObjectAcl`/,
  ],
  [
    'an action',
    policy('"Action": "ec2:Run$0Instances"'),
    '"ec2:RunInstances"',
    /\*\*ec2:RunInstances\*\* · Write/,
    /launch one or more/,
    /`image` \(required\)/,
    /docs\.aws\.amazon\.com/,
  ],
  [
    'an action in another case',
    policy('"Action": "EC2:run$0instances"'),
    '"EC2:runinstances"',
    /ec2:RunInstances/,
  ],
  [
    'an action without resources',
    policy('"Action": "ec2:Describe$0Instances"'),
    '"ec2:DescribeInstances"',
    /only `\*` works/,
  ],
  [
    'an action that needs others',
    policy('"Action": "lambda:Create$0Function"'),
    '"lambda:CreateFunction"',
    /Also needs: .*iam:PassRole/,
  ],
  [
    'a wildcard',
    policy('"Action": "s3:Get$0*"'),
    '"s3:Get*"',
    /matches \d+ of \d+ actions of Amazon S3/,
    /- Read \(\d+\): /,
    /and \d+ more/,
  ],
  ['everything', policy('"Action": "$0*"'), '"*"', /every action of every service/],
  ['an action of NotAction', policy('"NotAction": "iam:Create$0User"'), '"iam:CreateUser"', /iam:CreateUser/],
  ['an action nobody knows', policy('"Action": "s3:No$0Such"'), undefined],
  ['an action of a service nobody knows', policy('"Action": "nosuch:D$0o"'), undefined],

  [
    'an object in a bucket',
    policy('"Action": "s3:GetObject", "Resource": "arn:aws:s3:::b$0/*"'),
    '"arn:aws:s3:::b/*"',
    /`object`/,
    /in no Region, of no account/i,
    /Worked on by `s3:GetObject`/,
  ],
  [
    'an ARN of what the actions do not work on',
    policy('"Action": "s3:GetObject", "Resource": "arn:aws:s3:::b$0"'),
    '"arn:aws:s3:::b"',
    /`bucket`/,
    /None of the statement’s actions works on it/,
  ],
  [
    'an image',
    policy(`${run}"Resource": "arn:aws:ec2:*::im$0age/ami-1"`),
    '"arn:aws:ec2:*::image/ami-1"',
    /of the type `image`/,
    /In any Region, of no account/,
    /Worked on by `ec2:RunInstances`/,
  ],
  [
    'a resource of an account',
    policy('"Resource": "arn:aws-cn:sqs:cn-north-1:1111222$023333:q"'),
    '"arn:aws-cn:sqs:cn-north-1:111122223333:q"',
    /Partition `aws-cn`, in `cn-north-1`, of account `111122223333`/,
  ],
  ['every resource', policy('"Resource": "$0*"'), '"*"', /every resource/],
  ['no ARN', policy('"Resource": "my-buc$0ket"'), undefined],
  ['a resource of a service nobody knows', policy('"Resource": "arn:aws:nosuch:::$0x"'), undefined],

  [
    'a service that assumes the role',
    trust('{ "Service": "lam$0bda.amazonaws.com" }'),
    '"lambda.amazonaws.com"',
    /lets the service assume the role/,
  ],
  [
    'EC2, whose instances need a profile too',
    trust('{ "Service": "ec2.ama$0zonaws.com" }'),
    '"ec2.amazonaws.com"',
    /\*\*instance profile\*\*/,
    /metadata service/,
  ],
  [
    'a service that uses a resource',
    policy('"Principal": { "Service": "sn$0s.amazonaws.com" }, "Action": "sqs:SendMessage", "Resource": "*"'),
    '"sns.amazonaws.com"',
    /the service itself, not those who use it/,
  ],
  ['a service nobody knows', trust('{ "Service": "no$0such.amazonaws.com" }'), undefined],
  [
    'an account',
    trust('{ "AWS": "arn:aws:iam::111122223333:ro$0ot" }'),
    '"arn:aws:iam::111122223333:root"',
    /everybody the account itself lets/,
  ],
  [
    'an account by its number',
    trust('{ "AWS": "1111$022223333" }'),
    '"111122223333"',
    /everybody the account itself lets/,
  ],
  [
    'a role',
    trust('{ "AWS": "arn:aws:iam::111122223333:role/ap$0p" }'),
    '"arn:aws:iam::111122223333:role/app"',
    /The role `app`/,
  ],
  [
    'a user',
    trust('{ "AWS": "arn:aws:iam::111122223333:us$0er/Bob" }'),
    '"arn:aws:iam::111122223333:user/Bob"',
    /The IAM user `Bob`/,
  ],
  [
    'a session',
    trust('{ "AWS": "arn:aws:sts::111122223333:assumed-role/app/s$0" }'),
    '"arn:aws:sts::111122223333:assumed-role/app/s"',
    /One session of a role/,
  ],
  ['a deleted role', trust('{ "AWS": "AROA$0123456789EXAMPLE" }'), '"AROA123456789EXAMPLE"', /was deleted/],
  [
    'everybody',
    policy('"Principal": "$0*", "Action": "s3:GetObject", "Resource": "*"'),
    '"*"',
    /Everybody in the world/,
  ],
  [
    'an OIDC provider',
    trust('{ "Federated": "arn:aws:iam::111122223333:oidc-provider/token.act$0ions.githubusercontent.com" }'),
    '"arn:aws:iam::111122223333:oidc-provider/token.actions.githubusercontent.com"',
    /AssumeRoleWithWebIdentity/,
    /token\.actions\.githubusercontent\.com:sub/,
  ],
  [
    'a SAML provider',
    trust('{ "Federated": "arn:aws:iam::111122223333:saml-provider/Ok$0ta" }'),
    '"arn:aws:iam::111122223333:saml-provider/Okta"',
    /AssumeRoleWithSAML/,
  ],
  ['a principal of no known form', trust('{ "AWS": "some$0body" }'), undefined],

  [
    'an operator',
    when('{ "String$0Equals": {} }'),
    '"StringEquals"',
    /Compares texts/,
    /Without the key in the request it is false/,
  ],
  [
    'an operator that negates',
    when('{ "StringNot$0Equals": {} }'),
    '"StringNotEquals"',
    /none of the values matches/,
    /it is \*\*true\*\*/,
  ],
  ['an operator with IfExists', when('{ "BoolIf$0Exists": {} }'), '"BoolIfExists"', /it is \*\*true\*\*/],
  [
    'an operator for all values',
    when('{ "ForAllValues:String$0Like": {} }'),
    '"ForAllValues:StringLike"',
    /also when the request has \*\*none\*\*/,
    /wildcards/,
  ],
  ['Null', when('{ "Nu$0ll": {} }'), '"Null"', /`true` asks for its absence/],
  ['an operator nobody knows', when('{ "String$0Equal": {} }'), undefined],
  [
    'a key of the action',
    when('{ "StringEquals": { "ec2:Instance$0Type": "t3.micro" } }'),
    '"ec2:InstanceType"',
    /· text/,
    /Comes with `ec2:RunInstances`/,
  ],
  [
    'a key that comes with none of the actions',
    when('{ "StringEquals": { "ec2:Sn$0apshotID": "x" } }'),
    '"ec2:SnapshotID"',
    /· text/,
  ],
  ['a global key', when('{ "StringEquals": { "aws:user$0name": "x" } }'), '"aws:username"', /A global key/],
  [
    'a tag key',
    when('{ "StringEquals": { "aws:ResourceTag/te$0am": "x" } }'),
    '"aws:ResourceTag/team"',
    /`aws:ResourceTag\/\$\{TagKey\}`/,
  ],
  [
    'a key with several values',
    when('{ "ForAnyValue:StringEquals": { "aws:Tag$0Keys": "x" } }'),
    '"aws:TagKeys"',
    /several values/,
  ],
  ['a key nobody knows', when('{ "StringEquals": { "ec2:No$0Such": "x" } }'), undefined],
  ['a value of a condition', when('{ "StringEquals": { "aws:username": "Us$0er1" } }'), undefined],

  [
    'a variable',
    policy('"Resource": "arn:aws:s3:::b/${aws:user$0name}/*"'),
    '${aws:username}',
    /policy variable/,
    /aws:username/,
  ],
  [
    'a variable in a condition',
    when('{ "StringLike": { "aws:userid": "${aws:Principal$0Tag/x}" } }'),
    '${aws:PrincipalTag/x}',
    /policy variable/,
  ],
  [
    'a variable in an old policy',
    '{ "Statement": [{ "Resource": "arn:aws:s3:::${aws:user$0name}" }] }',
    '${aws:username}',
    /\*\*only\*\* in policies of version 2012-10-17/,
  ],
  ['an escaped character', policy('"Resource": "arn:aws:s3:::b/${$0*}"'), '${*}', /itself, not a wildcard/],

  ['Version', '{ "Ver$0sion": "2012-10-17" }', '"Version"', /policy _language_/],
  ['the current version', '{ "Version": "2012-$010-17" }', '"2012-10-17"', /current version/],
  ['the old version', '{ "Version": "2008-$010-17" }', '"2008-10-17"', /stays plain text/],
  ['Id', '{ "I$0d": "x" }', '"Id"', /changes nothing/],
  ['Statement', '{ "State$0ment": [] }', '"Statement"', /The permissions/],
  ...[
    'Sid',
    'Effect',
    'Principal',
    'NotPrincipal',
    'Action',
    'NotAction',
    'Resource',
    'NotResource',
    'Condition',
  ].map((name): Row => [name, policy(`"$0${name}": {}`), `"${name}"`, /docs\.aws\.amazon\.com/]),
  ['an effect', policy('"Effect": "De$0ny"'), '"Deny"', /whatever else allows/],
  ['a kind of principal', trust('{ "Ser$0vice": "ec2.amazonaws.com" }'), '"Service"', /AWS services/],
  ['a Sid', policy('"Sid": "On$0e"'), undefined],
  ['a key nobody knows', '{ "Oth$0er": 1 }', undefined],
  ['between things', '{ "Version": "2012-10-17",$0 "Statement": [] }', undefined],
];

describe('hover', () => {
  for (const [name, source, word, ...says] of rows) {
    it(name, () => {
      const { text, offset } = parseCursor(source);
      const file = openPolicy({ text, languageId: 'iam-policy', fileName: 'a.iampolicy' });
      assert.ok(file);
      const found = hover(file, offset, testCatalog());
      assert.equal(found && text.slice(found.range.start, found.range.end), word);
      for (const phrase of says) assert.match(found!.markdown, phrase);
    });
  }
});
