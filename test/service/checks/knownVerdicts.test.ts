import assert from 'node:assert/strict';
import type { PolicyKind } from '../../../server/src/protocol/settings';
import { findingsOf } from '../../support/checkFindings';

/** Codes of all errors and warnings of a policy, each once. */
function verdict(text: string, kind: PolicyKind): string[] {
  const grave = findingsOf(text, { kind, certain: true }).filter(
    ({ severity }) => severity === 'error' || severity === 'warning',
  );
  return [...new Set(grave.map(({ code }) => code))].sort();
}

type Row = readonly [name: string, statement: unknown, ...wanted: readonly string[]];

function rows(kind: PolicyKind, table: readonly Row[]): void {
  for (const [name, statement, ...wanted] of table) {
    it(`${kind}: ${name}`, () => {
      const text = JSON.stringify({ Version: '2012-10-17', Statement: statement });
      assert.deepEqual(verdict(text, kind), wanted);
    });
  }
}

const allow = (Action: string | string[], Resource: unknown, more: object = {}) => ({
  Effect: 'Allow',
  Action,
  Resource,
  ...more,
});
const object = 'arn:aws:s3:::amzn-s3-demo-bucket/*';
const bucket = 'arn:aws:s3:::amzn-s3-demo-bucket';
const when = (operator: string, key: string, value: unknown) => ({
  Condition: { [operator]: { [key]: value } },
});
const reading = (condition: object) => allow('s3:GetObject', object, condition);
const listing = (condition: object) => allow('s3:ListBucket', bucket, condition);

describe('what validators of IAM policies agree on', () => {
  describe('statements and their elements', () => {
    rows('identity', [
      ['a simple statement that is no list', allow('s3:ListAllMyBuckets', '*')],
      ['actions in any case', allow(['S3:listallmybuckets', 'iam:LISTUSERS'], '*')],
      ['two good statements', [allow('s3:ListAllMyBuckets', '*'), allow('iam:ListUsers', '*')]],
      [
        'an action that is only the beginning of one',
        allow(['iam:ListUsers', 'iam:List'], '*'),
        'INVALID_ACTION',
      ],
      ['an action of a service that is not', allow('s4:GetObject', object), 'INVALID_SERVICE_IN_ACTION'],
      ['an action without a colon', allow('cloudformationCreateStack', '*'), 'INVALID_ACTION'],
      ['a pattern that no action fits', allow('s3:Foo*', object), 'INVALID_ACTION'],
      [
        'Action and NotAction',
        { ...allow('s3:ListAllMyBuckets', '*'), NotAction: 'iam:*' },
        'UNSUPPORTED_ELEMENT_COMBINATION',
      ],
      ['no action', { Effect: 'Allow', Resource: '*' }, 'MISSING_ACTION'],
      ['no resource', { Effect: 'Allow', Action: 's3:GetObject' }, 'MISSING_RESOURCE'],
      ['no effect', { Action: 's3:GetObject', Resource: object }, 'MISSING_EFFECT'],
      ['another effect', { Effect: 'NotAllow', Action: 's3:GetObject', Resource: object }, 'INVALID_EFFECT'],
      ['a principal', { ...allow('s3:GetObject', object), Principal: '*' }, 'UNSUPPORTED_PRINCIPAL'],
      [
        'an element of its own',
        { ...allow('s3:GetObject', object), BadProperty: 'test' },
        'INVALID_POLICY_ELEMENT',
      ],
      ['a Sid with spaces', { Sid: 'Read the bucket!', ...allow('s3:GetObject', object) }, 'UNSUPPORTED_SID'],
      [
        'the same Sid twice',
        [
          { Sid: 'A', ...allow('s3:GetObject', object) },
          { Sid: 'A', ...allow('s3:ListBucket', bucket) },
        ],
        'UNIQUE_SIDS_REQUIRED',
      ],
      [
        'a statement in a resource',
        allow('s3:GetObject', [object, { Effect: 'Allow' }]),
        'DATA_TYPE_MISMATCH',
      ],
      ['text in place of statements', 'Test', 'DATA_TYPE_MISMATCH'],
      ['no statements', [], 'MISSING_STATEMENT'],
    ]);

    const texts: readonly (readonly [name: string, text: string, ...wanted: string[]])[] = [
      ['text that is no JSON', 'not json', 'JSON_SYNTAX_ERROR'],
      ['another version', '{"Version":"2012-10-18"}', 'INVALID_VERSION', 'MISSING_STATEMENT'],
      [
        'a version of words',
        `{"Version":"blah","Statement":[${JSON.stringify(allow('s3:GetObject', object))}]}`,
        'INVALID_VERSION',
      ],
      [
        'an Id',
        `{"Version":"2012-10-17","Id":"123","Statement":[${JSON.stringify(allow('s3:GetObject', object))}]}`,
      ],
      ['a list of policies', `[{"Version":"2012-10-17","Statement":[]}]`, 'DATA_TYPE_MISMATCH'],
    ];
    for (const [name, text, ...wanted] of texts) {
      it(name, () => assert.deepEqual(verdict(text, 'identity'), wanted));
    }
  });

  describe('resources', () => {
    rows('identity', [
      ['a bare name', allow('s3:GetObject', 's3'), 'INVALID_ARN_PREFIX'],
      [
        'a zone for a Region',
        allow('sqs:SendMessage', 'arn:aws:sqs:us-east-1f:111122223333:q'),
        'INVALID_ARN_REGION',
      ],
      ['half a Region', allow('sqs:SendMessage', 'arn:aws:sqs:us:111122223333:q'), 'INVALID_ARN_REGION'],
      ['a pattern of Regions', allow('sqs:SendMessage', 'arn:aws:sqs:us-east-*:111122223333:q')],
      ['a GovCloud Region', allow('sqs:SendMessage', 'arn:aws-us-gov:sqs:us-gov-east-1:111122223333:q')],
      [
        'letters for an account',
        allow('sqs:SendMessage', 'arn:aws:sqs:us-east-1:abc:q'),
        'INVALID_ARN_ACCOUNT',
      ],
      ['an account with leading zeros', allow('sqs:SendMessage', 'arn:aws:sqs:us-east-1:000000001234:q')],
      [
        'the user of a database',
        allow(
          'redshift:GetClusterCredentials',
          'arn:aws:redshift:us-west-2:123456789012:dbuser:the_cluster/the_user',
        ),
      ],
      [
        'a version of a layer',
        allow('lambda:AddLayerVersionPermission', 'arn:aws:lambda:*:123456789012:layer:sol-*:*'),
      ],
      ['an action that takes no resource', allow('guardduty:ListDetectors', '*')],
      [
        'a kind of resource that is not',
        allow('ec2:StartInstances', 'arn:aws:ec2:*:123456789012:fake_resource_type/*'),
        'INVALID_ARN_RESOURCE',
      ],
      [
        'a kind that is not among others',
        allow('ec2:StartInstances', [
          'arn:aws:ec2:*:123456789012:instance/*',
          'arn:aws:ec2:*:123456789012:fake_type/*',
        ]),
        'INVALID_ARN_RESOURCE',
      ],
      [
        'a stack',
        allow('cloudformation:CreateStack', 'arn:aws:cloudformation:us-east-1:123456789012:stack/*'),
      ],
      [
        'all of a service in a Region',
        allow('cloudformation:CreateStack', 'arn:aws:cloudformation:us-east-1:123456789012:*'),
      ],
      [
        'the ARN of another service',
        allow('cloudformation:CreateStack', 'arn:aws:logs:us-east-1:123456789012:log-group:g'),
        'ACTION_RESOURCE_MISMATCH',
      ],
      [
        'ARNs of two services for the actions of both',
        allow(
          ['cloudformation:CreateStack', 'logs:CreateLogGroup'],
          [
            'arn:aws:cloudformation:us-east-1:123456789012:stack/dne/*',
            'arn:aws:logs:us-east-1:123456789012:log-group:dne',
          ],
        ),
      ],
      [
        'a log group by the beginning of its kind',
        allow('logs:CreateLogGroup', 'arn:aws:logs:us-east-1:123456789012:log-group*'),
      ],
      ['objects where the bucket is wanted', allow('s3:ListBucket', object), 'ACTION_RESOURCE_MISMATCH'],
      ['objects by part of the name', allow('s3:GetObject', 'arn:aws:s3:::*personalize*')],
    ]);
  });

  describe('conditions', () => {
    rows('identity', [
      ['a date', listing(when('DateGreaterThan', 'aws:CurrentTime', '2019-07-16T12:00:00Z'))],
      [
        'a date that is none',
        listing(when('DateGreaterThan', 'aws:CurrentTime', 'bad')),
        'TYPE_MISMATCH_DATE',
      ],
      [
        'a key without a prefix',
        listing(when('DateGreaterThan', 'bad', '2019-07-16T12:00:00Z')),
        'INVALID_CONDITION_KEY_FORMAT',
      ],
      [
        'a key that the service has not',
        listing(when('StringEquals', 's3:x', 'a')),
        'INVALID_SERVICE_CONDITION_KEY',
      ],
      ['a variable in a prefix', listing(when('StringEquals', 's3:prefix', ['home/${aws:username}/']))],
      ['an operator that is none', listing(when('bad', 's3:prefix', 'a')), 'INVALID_CONDITION_OPERATOR'],
      ['an operator for numbers on text', listing(when('NumericEquals', 's3:prefix', '1')), 'TYPE_MISMATCH'],
      [
        'an operator for text on a number',
        listing(when('StringEquals', 's3:signatureAge', '1')),
        'TYPE_MISMATCH',
      ],
      ['an operator with IfExists', listing(when('StringEqualsIfExists', 's3:prefix', 'home/'))],
      [
        'an operator in small letters',
        reading(when('stringequalsifexists', 'aws:PrincipalTag/team', 'backend')),
      ],
      ['true without quotes', allow('kms:CreateGrant', '*', when('Bool', 'kms:GrantIsForAWSResource', true))],
      ['an absent key, without quotes', reading(when('Null', 'aws:MultiFactorAuthAge', true))],
      [
        'a number',
        {
          Effect: 'Deny',
          Action: '*',
          Resource: '*',
          ...when('NumericGreaterThan', 'aws:MultiFactorAuthAge', '28800'),
        },
      ],
      [
        'an ARN under an ARN operator',
        allow(
          'ec2:TerminateInstances',
          '*',
          when('ArnEquals', 'ec2:InstanceProfile', 'arn:aws:iam::123456789012:instance-profile/p'),
        ),
      ],
      [
        'an ARN under StringEquals',
        allow(
          'ec2:TerminateInstances',
          '*',
          when('StringEquals', 'ec2:InstanceProfile', 'arn:aws:iam::123456789012:instance-profile/p'),
        ),
      ],
      [
        'an ARN under StringLike',
        allow(
          'ec2:TerminateInstances',
          '*',
          when('StringLike', 'ec2:InstanceProfile', 'arn:aws:iam::123456789012:instance-profile/*'),
        ),
        'STRING_LIKE_OPERATOR_WITH_ARN_CONDITION_KEYS',
      ],
      [
        'a text under an ARN operator',
        reading(when('ArnEquals', 'aws:PrincipalArn', 'not-an-arn')),
        'INVALID_ARN_VALUE',
      ],
      ['any ARN', reading(when('ArnNotLike', 'aws:PrincipalArn', 'arn:aws:iam::*:role/admin-*'))],
      ['yes for true', reading(when('Bool', 'aws:SecureTransport', 'yes')), 'TYPE_MISMATCH_BOOLEAN'],
      ['1 under Null', reading(when('Null', 'aws:SourceIp', 1)), 'TYPE_MISMATCH_BOOLEAN'],
      [
        'Null with IfExists in any case',
        reading(when('NuLLifExists', 'aws:TokenIssueTime', 'true')),
        'NULL_WITH_IF_EXISTS',
      ],
      ['a range of addresses', reading(when('IpAddress', 'aws:SourceIp', '203.0.113.0/24'))],
      ['a range of IPv6 addresses', reading(when('IpAddress', 'aws:SourceIp', '2001:db8::/32'))],
      [
        'a text for a range',
        reading(when('NotIpAddress', 'aws:SourceIp', 'not-a-cidr')),
        'TYPE_MISMATCH_IP_RANGE',
      ],
      [
        'a tag of the request',
        allow('ec2:CreateTags', '*', when('StringEquals', 'aws:RequestTag/team', 'red')),
      ],
    ]);

    const dates: Readonly<Record<string, boolean>> = {
      '2025-12-31T23:59:59Z': true,
      '2025-12-31T23:59:59+00:00': true,
      '2025-12-31T23:59:59.999Z': true,
      '2025-01-01T12:00:00-05:00': true,
      '2024-02-29T12:00:00Z': true,
      '2019-07-16': true,
      '2025-13-01T12:00:00Z': false,
      '2025-01-32T12:00:00Z': false,
      '2025-02-30T12:00:00Z': false,
      '2025-02-29T12:00:00Z': false,
      '2025-01-01T25:00:00Z': false,
      '2025-01-01T12:60:00Z': false,
      '2025-01-01T12:00:00+15:00': false,
    };
    rows(
      'identity',
      Object.entries(dates).map(([date, good]): Row => [
        `the date ${date}`,
        reading(when('DateLessThan', 'aws:CurrentTime', date)),
        ...(good ? [] : ['TYPE_MISMATCH_DATE']),
      ]),
    );
  });

  describe('multi-factor authentication', () => {
    const mfa = 'aws:MultiFactorAuthPresent';
    const unreliable = 'UNRELIABLE_MFA_CONDITION';
    const deny = { Effect: 'Deny', Action: 's3:*', Resource: '*' };
    rows('identity', [
      ['Allow with Bool true', reading(when('Bool', mfa, 'true'))],
      ['Allow with Bool false', reading(when('Bool', mfa, 'false')), unreliable],
      ['Allow with BoolIfExists true', reading(when('BoolIfExists', mfa, 'true')), unreliable],
      ['Allow with BoolIfExists false', reading(when('BoolIfExists', mfa, 'false')), unreliable],
      ['Allow with Null false', reading(when('Null', mfa, 'false')), unreliable],
      ['Allow with Null true', reading(when('Null', mfa, 'true')), unreliable],
      ['Deny with BoolIfExists false', { ...deny, ...when('BoolIfExists', mfa, 'false') }],
      ['Deny with Bool false', { ...deny, ...when('Bool', mfa, 'false') }, unreliable],
    ]);
  });

  describe('principals', () => {
    const trust = (Principal: unknown, Action = 'sts:AssumeRole') => ({ Effect: 'Allow', Principal, Action });
    rows('trust', [
      ['an account by its root', trust({ AWS: 'arn:aws:iam::123456789012:root' })],
      ['an account by its number', trust({ AWS: '123456789012' })],
      ['a role', trust({ AWS: 'arn:aws:iam::123456789012:role/path/app' })],
      ['a session of a role', trust({ AWS: 'arn:aws:sts::123456789012:assumed-role/app/session' })],
      ['a service', trust({ Service: 'ec2.amazonaws.com' })],
      ['a service that is not', trust({ Service: 'ec2.amazonaws.con' }), 'UNKNOWN_SERVICE_PRINCIPAL'],
      ['everybody as a text', trust('*'), 'ROLE_TRUST_POLICY_UNSUPPORTED_WILDCARD_IN_PRINCIPAL'],
      ['everybody under AWS', trust({ AWS: '*' }), 'PUBLIC_PRINCIPAL'],
      [
        'an ARN with a part missing',
        trust({ AWS: 'arn:aws::iam::123456789012:root' }),
        'INVALID_PRINCIPAL_FORMAT',
      ],
      [
        'an ARN with a short account',
        trust({ AWS: 'arn:aws:iam::12345:role/app' }),
        'INVALID_PRINCIPAL_FORMAT',
      ],
      [
        'an instance profile',
        trust({ AWS: 'arn:aws:iam::123456789012:instance-profile/web' }),
        'INVALID_PRINCIPAL_FORMAT',
      ],
      ['a group', trust({ AWS: 'arn:aws:iam::123456789012:group/devs' }), 'INVALID_PRINCIPAL_FORMAT'],
      ['a bucket', trust({ AWS: bucket }), 'INVALID_PRINCIPAL_FORMAT'],
      ['nobody', { Effect: 'Allow', Action: 'sts:AssumeRole' }, 'MISSING_PRINCIPAL'],
      [
        'a pattern of roles',
        trust({ AWS: 'arn:aws:iam::123456789012:role/app-*' }),
        'UNSUPPORTED_WILDCARD_IN_PRINCIPAL',
      ],
      [
        'a SAML provider',
        {
          ...trust({ Federated: 'arn:aws:iam::123456789012:saml-provider/idp' }, 'sts:AssumeRoleWithSAML'),
          ...when('StringEquals', 'SAML:aud', 'https://signin.aws.amazon.com/saml'),
        },
      ],
      [
        'a web identity with AssumeRole',
        {
          ...trust({ Federated: 'cognito-identity.amazonaws.com' }),
          ...when('StringEquals', 'cognito-identity.amazonaws.com:aud', 'us-east-1:1'),
        },
        'MISMATCHED_ACTION_FOR_PRINCIPAL',
      ],
      ['an action of S3', trust({ AWS: '123456789012' }, 's3:GetObject'), 'TRUST_POLICY_ACTION_NOT_STS'],
    ]);
    const open = (Principal: unknown) => ({ ...allow('s3:GetObject', object), Principal });
    rows('resource', [
      ['a public web site', open('*')],
      ['two accounts', open({ AWS: ['arn:aws:iam::000000000000:root', 'arn:aws:iam::111111111111:root'] })],
      ['a user', open({ AWS: 'arn:aws:iam::000000000000:user/alice' })],
      [
        'an identity of CloudFront',
        open({ AWS: 'arn:aws:iam::cloudfront:user/CloudFront Origin Access Identity E1' }),
      ],
      [
        'a canonical user',
        open({ CanonicalUser: '79a59df900b949e55d96a1e698fbacedfd6e09d98eacf8f8d5218e7cd47ef2be' }),
      ],
      ['an ARN without its key', open('arn:aws:iam::000000000000:user/alice'), 'INVALID_PRINCIPAL_FORMAT'],
      ['a list of numbers', open([123456789012]), 'INVALID_PRINCIPAL_FORMAT'],
      [
        'a provider',
        open({ Federated: 'cognito-identity.amazonaws.com' }),
        'FEDERATED_PRINCIPAL_NOT_SUPPORTED',
      ],
    ]);
  });
});
