import assert from 'node:assert/strict';
import { copiesOf, type PolicyText } from '../../support/policyForms';

const json = (text: string): PolicyText => ({ text, languageId: 'json', fileName: 'policy.json' });
const yaml = (text: string): PolicyText => ({ text, languageId: 'yaml', fileName: 'template.yaml' });
const terraform = (text: string): PolicyText => ({ text, languageId: 'terraform', fileName: 'main.tf' });

const policy = (rest = '') =>
  `{ "Version": "2012-10-17", "Statement": [{ "Effect": "Allow", "Action": "s3:*", "Resource": "arn:aws:s3:::a/\${aws:username}"${rest} }] }`;

const template = (lines: string) => `Resources:
  Access:
    Type: AWS::IAM::ManagedPolicy
    Properties:
      PolicyDocument:
        Version: "2012-10-17"
        Statement:
          - Effect: Allow
            Action: s3:GetObject
${lines.trimEnd().replace(/^/gm, '            ')}
`;

const resource = (value: string) => `resource "aws_iam_policy" "a" {\n  policy = ${value}\n}\n`;

/** What a text's policy is offered as: the whole copy, or pieces that have to be in it. */
interface Case {
  readonly of: string;
  readonly source: PolicyText;
  readonly copies: Readonly<Record<string, string | readonly string[]>>;
}

const cases: readonly Case[] = [
  {
    of: 'JSON, its policy variables escaped as each language wants it',
    source: json(policy()),
    copies: {
      'CloudFormation YAML': `Version: "2012-10-17"
Statement:
  - Effect: Allow
    Action: s3:*
    Resource: "arn:aws:s3:::a/\${aws:username}"
`,
      aws_iam_policy_document: `data "aws_iam_policy_document" "policy" {
  version = "2012-10-17"

  statement {
    effect    = "Allow"
    actions   = ["s3:*"]
    resources = ["arn:aws:s3:::a/&{aws:username}"]
  }
}
`,
      jsonencode: `jsonencode({
  Version = "2012-10-17"
  Statement = [
    {
      Effect   = "Allow"
      Action   = "s3:*"
      Resource = "arn:aws:s3:::a/$\${aws:username}"
    }
  ]
})`,
    },
  },
  {
    of: 'JSON with an element that only objects can have',
    source: json(policy(', "Custom": 1')),
    copies: { 'CloudFormation YAML': ['Custom: 1'], jsonencode: ['Custom   = 1'] },
  },
  { of: 'JSON with a key that stands twice', source: json(policy(', "Effect": "Deny"')), copies: {} },
  { of: 'JSON that is broken', source: json(policy().slice(0, -8)), copies: {} },
  {
    of: 'JSON with what CloudFormation would look up',
    source: json(policy(', "Sid": "{{resolve:ssm:a}}"')),
    copies: { aws_iam_policy_document: ['{{resolve:ssm:a}}'], jsonencode: ['{{resolve:ssm:a}}'] },
  },
  {
    of: 'JSON with what the data source would take for a variable',
    source: json(policy(', "Sid": "&{a}"').replace('"Sid"', '"NotAction"')),
    copies: { 'CloudFormation YAML': ['&{a}'], jsonencode: ['&{a}'] },
  },
  {
    of: 'JSON with a Boolean, which the data source makes a text of',
    source: json(policy(', "Condition": { "Bool": { "aws:SecureTransport": false } }')),
    copies: {
      'CloudFormation YAML': ['aws:SecureTransport: false'],
      aws_iam_policy_document: ['values   = ["false"]'],
      jsonencode: ['"aws:SecureTransport" = false'],
    },
  },
  {
    of: 'a template with values that Terraform has too',
    source: yaml(
      template(
        'Resource: !Sub "arn:${AWS::Partition}:s3:::x-${AWS::AccountId}/${!aws:username}/${AWS::Region}"',
      ),
    ),
    copies: {
      'JSON, with 3 values to fill in': ['"arn:<partition>:s3:::x-<account-id>/${aws:username}/<region>"'],
      aws_iam_policy_document: [
        `# Data sources to declare where the module has none yet:
#   data "aws_partition" "current" {}
#   data "aws_caller_identity" "current" {}
#   data "aws_region" "current" {}
data "aws_iam_policy_document"`,
        '"arn:${data.aws_partition.current.partition}:s3:::x-${data.aws_caller_identity.current.account_id}/&{aws:username}/${data.aws_region.current.name}"',
      ],
      jsonencode: ['jsonencode({\n  # Data sources', '/$${aws:username}/'],
    },
  },
  {
    of: 'a template with values that only CloudFormation has',
    source: yaml(
      template(`Resource:
  - !GetAtt Bucket.Arn
  - !Sub "\${Bucket.Arn}/\${Prefix}*"
  - !Join ["", ["arn:aws:s3:::", !ImportValue shared-bucket]]
  - "{{resolve:ssm:/arn}}"`),
    ),
    copies: {
      'JSON, with 4 values to fill in': [
        '"<bucket-arn>"',
        '"<bucket-arn>/<prefix>*"',
        '"arn:aws:s3:::<shared-bucket>"',
        '"<ssm-arn>"',
      ],
      'aws_iam_policy_document, with 4 values to fill in': [
        `# Variables to declare, or to put what they stand for in their place:
#   var.bucket_arn = !GetAtt Bucket.Arn
#   var.prefix = !Ref Prefix
#   var.shared_bucket = !ImportValue shared-bucket
#   var.ssm_arn = {{resolve:ssm:/arn}}
`,
        'var.bucket_arn,',
        '"${var.bucket_arn}/${var.prefix}*"',
        '"arn:aws:s3:::${var.shared_bucket}"',
      ],
      'jsonencode, with 4 values to fill in': ['#   var.prefix = !Ref Prefix'],
    },
  },
  {
    of: 'a template of which a parameter may be a list',
    source: yaml(template('Resource: !Ref Arns')),
    copies: {
      'JSON, with 1 value to fill in': ['"<arns>"'],
      'aws_iam_policy_document, with 1 value to fill in': ['resources = flatten([var.arns])'],
      'jsonencode, with 1 value to fill in': ['Resource = var.arns'],
    },
  },
  {
    of: 'a template of which a condition takes parts away',
    source: yaml(template('Resource:\n  - !If [IsOpen, "*", !Ref "AWS::NoValue"]')),
    copies: {},
  },
  {
    of: 'a template of which a condition gives statements',
    source: yaml(
      `${template('Resource: "*"')}          - !If [A, { Effect: Deny, Action: "*", Resource: "*" }, !Ref B]\n`,
    ),
    copies: {},
  },
  {
    of: 'a template with accounts in numbers',
    source: yaml(template('Principal:\n  AWS: 012345678901\nResource: "*"')),
    copies: {
      JSON: ['"AWS": "012345678901"'],
      aws_iam_policy_document: ['identifiers = ["012345678901"]'],
      jsonencode: ['AWS = "012345678901"'],
    },
  },
  {
    of: 'statements that the host makes a document of',
    source: {
      ...yaml(
        'provider:\n  iamRoleStatements:\n    - Effect: Allow\n      Action: s3:*\n      Resource: "*"\n',
      ),
      fileName: 'serverless.yml',
    },
    copies: {
      JSON: ['"Version": "2012-10-17",\n  "Statement": ['],
      aws_iam_policy_document: ['actions   = ["s3:*"]'],
      jsonencode: ['Action   = "s3:*"'],
    },
  },
  {
    of: 'statements that another tool than CloudFormation fills in',
    source: {
      ...yaml(
        'provider:\n  iamRoleStatements:\n    - Effect: Allow\n      Action: s3:*\n      Resource: ${self:custom.a}\n',
      ),
      fileName: 'serverless.yml',
    },
    copies: {},
  },
  {
    of: 'a policy in the text of Fn::Sub',
    source: yaml(`Resources:
  A:
    Type: AWS::SQS::QueuePolicy
    Properties:
      PolicyDocument: !Sub |
        {"Version": "2012-10-17", "Statement": [
          {"Effect": "Allow", "Principal": "*", "Action": "sqs:*", "Resource": "\${Queue.Arn}"}]}
`),
    copies: {
      'JSON, with 1 value to fill in': ['"<queue-arn>"'],
      'CloudFormation YAML': ['Resource: !Sub "${Queue.Arn}"'],
      'aws_iam_policy_document, with 1 value to fill in': ['resources = [var.queue_arn]'],
      'jsonencode, with 1 value to fill in': ['Resource  = var.queue_arn'],
    },
  },
  {
    of: 'a template in JSON',
    source: {
      text: JSON.stringify({
        Resources: {
          A: {
            Type: 'AWS::IAM::ManagedPolicy',
            Properties: {
              PolicyDocument: {
                Version: '2012-10-17',
                Statement: { Effect: 'Allow', Action: 's3:*', Resource: { 'Fn::GetAtt': ['B', 'Arn'] } },
              },
            },
          },
        },
      }),
      languageId: 'json',
      fileName: 'template.json',
    },
    copies: {
      'JSON, with 1 value to fill in': ['"Resource": "<b-arn>"'],
      'CloudFormation YAML': ['Resource: !GetAtt B.Arn\n'],
      'aws_iam_policy_document, with 1 value to fill in': ['var.b_arn = !GetAtt B.Arn'],
      'jsonencode, with 1 value to fill in': ['Resource = var.b_arn'],
    },
  },
  {
    of: 'an object of Terraform',
    source: terraform(
      resource(`jsonencode({
    Version = "2012-10-17"
    Statement = {
      Effect   = "Allow"
      Action   = "s3:*"
      Resource = ["\${aws_s3_bucket.logs.arn}/$\${aws:username}", var.other_arn]
      Condition = { StringEquals = { "aws:SourceAccount" = data.aws_caller_identity.me.id } }
    }
  })`),
    ),
    copies: {
      'JSON, with 3 values to fill in': [
        '"<aws-s3-bucket-logs-arn>/${aws:username}"',
        '"<other-arn>"',
        '"aws:SourceAccount": "<account-id>"',
      ],
      'CloudFormation YAML, with 2 values to fill in': [
        `# Parameters to declare, or to put what they stand for in their place:
#   AwsS3BucketLogsArn = aws_s3_bucket.logs.arn
#   OtherArn = var.other_arn
Version:`,
        '- !Sub "${AwsS3BucketLogsArn}/${!aws:username}"',
        '- !Ref OtherArn',
        'aws:SourceAccount: !Ref AWS::AccountId',
      ],
      aws_iam_policy_document: ['"${aws_s3_bucket.logs.arn}/&{aws:username}", var.other_arn'],
    },
  },
  {
    of: 'a data source whose account may be another one',
    source: terraform(`data "aws_caller_identity" "current" {
  provider = aws.other
}
data "aws_iam_policy_document" "a" {
  statement {
    actions   = ["s3:*"]
    resources = ["arn:aws:s3:::\${data.aws_caller_identity.current.account_id}"]
  }
}
`),
    copies: {
      'JSON, with 1 value to fill in': ['<data-aws-caller-identity-current-account>'],
      'CloudFormation YAML, with 1 value to fill in': [
        '!Sub "arn:aws:s3:::${DataAwsCallerIdentityCurrentAccount}"',
      ],
      jsonencode: ['"arn:aws:s3:::${data.aws_caller_identity.current.account_id}"'],
    },
  },
  {
    of: 'a data source with statements of others',
    source: terraform(
      'data "aws_iam_policy_document" "a" {\n  source_policy_documents = [var.a]\n  statement {\n    actions = ["s3:*"]\n    resources = ["*"]\n  }\n}\n',
    ),
    copies: {},
  },
  {
    of: 'an object of which whole conditions are computed',
    source: terraform(
      resource(
        'jsonencode({ Version = "2012-10-17", Statement = [{ Effect = "Allow", Action = "s3:*", Resource = "*", Condition = var.c }] })',
      ),
    ),
    copies: {},
  },
  {
    of: 'JSON in a heredoc',
    source: terraform(resource(`<<EOT\n${policy().replace('${', () => '${var.key}/$${')}\nEOT`)),
    copies: {
      'JSON, with 1 value to fill in': ['"arn:aws:s3:::a/<key>/${aws:username}"'],
      'CloudFormation YAML, with 1 value to fill in': ['!Sub "arn:aws:s3:::a/${Key}/${!aws:username}"'],
      aws_iam_policy_document: ['"arn:aws:s3:::a/${var.key}/&{aws:username}"'],
      jsonencode: ['"arn:aws:s3:::a/${var.key}/$${aws:username}"'],
    },
  },
  {
    of: 'JSON in a quoted string',
    source: terraform(resource(JSON.stringify(policy().replace('${', () => '$${')))),
    copies: {
      JSON: ['"arn:aws:s3:::a/${aws:username}"'],
      'CloudFormation YAML': ['Resource: "arn:aws:s3:::a/${aws:username}"'],
      aws_iam_policy_document: ['&{aws:username}'],
      jsonencode: ['$${aws:username}'],
    },
  },
  {
    of: 'JSON in a quoted string with computed parts',
    source: terraform(
      resource(JSON.stringify(policy().replace('arn:aws:s3:::a/${', () => '${var.arn}/$${'))),
    ),
    copies: {
      'JSON, with 1 value to fill in': ['"<arn>/${aws:username}"'],
      'CloudFormation YAML, with 1 value to fill in': ['!Sub "${Arn}/${!aws:username}"'],
      aws_iam_policy_document: ['"${var.arn}/&{aws:username}"'],
      jsonencode: ['"${var.arn}/$${aws:username}"'],
    },
  },
  {
    of: "Terraform's JSON syntax",
    source: {
      text: JSON.stringify({
        data: {
          aws_iam_policy_document: {
            a: { statement: [{ actions: ['s3:*'], resources: ['${aws_s3_bucket.a.arn}/*', '${var.b}'] }] },
          },
        },
      }),
      languageId: 'json',
      fileName: 'main.tf.json',
    },
    copies: {
      'JSON, with 2 values to fill in': ['<aws-s3-bucket-a-arn>/*', '<b>'],
      'CloudFormation YAML, with 2 values to fill in': ['!Sub "${AwsS3BucketAArn}/*"', '!Ref B'],
      aws_iam_policy_document: ['"${aws_s3_bucket.a.arn}/*", var.b'],
      jsonencode: ['var.b'],
    },
  },
];

describe('copies of a policy for other kinds of files', () => {
  for (const { of, source, copies } of cases)
    it(of, () => {
      const found = copiesOf(source);
      assert.deepEqual([...found.keys()].sort(), Object.keys(copies).sort(), [...found.values()].join('\n'));
      for (const [form, wanted] of Object.entries(copies)) {
        const text = found.get(form)!;
        if (typeof wanted === 'string') assert.equal(text, wanted);
        else for (const piece of wanted) assert.ok(text.includes(piece), `${piece}\nis not in\n${text}`);
      }
    });
});
