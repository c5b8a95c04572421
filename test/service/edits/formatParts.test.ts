import assert from 'node:assert/strict';
import fc from 'fast-check';
import { formatPolicy, openDocument } from '../../../server/src/service';
import { runs } from '../../support/anyInput';
import { fixtureCodes, fixturesOf } from '../../support/fixtures';
import { parseAnnotated } from '../../support/annotations';
import { convertedTo, meaningOf, type PolicyText } from '../../support/policyForms';
import { applyEdits } from '../../support/applyEdits';

/** The text with all its policies laid out. */
function formatted({ text, languageId, fileName }: PolicyText): string {
  const { policies } = openDocument({ text, languageId, fileName }) ?? { policies: [] };
  const edits = policies.flatMap((file) => formatPolicy(file, text));
  return applyEdits(text, edits);
}

const yaml = (text: string): PolicyText => ({ text, languageId: 'yaml', fileName: 'template.yaml' });
const terraform = (text: string): PolicyText => ({ text, languageId: 'terraform', fileName: 'main.tf' });

const rows: readonly (readonly [what: string, before: PolicyText, after: string])[] = [
  [
    'YAML: levels, dashes and colons; what stands around the policy stays',
    yaml(`Resources:
  A:   # ours
    Type:    AWS::IAM::ManagedPolicy
    Properties:
      PolicyDocument:
        Version:   "2012-10-17"
        Statement:
            # first
            -   Effect: Allow   # why
                Action:
                      - s3:GetObject
                      # the rest
                      -    s3:*
                Resource: !Sub
                    - "\${A}/*"
                    -   A: !Ref B
            - !If
                - C
                - Effect: Deny
                  Action: >-
                     s3:
                     x
                  Resource: { "Fn::Sub": "a",
                     b: c }
                - !Ref AWS::NoValue
      ManagedPolicyName:    x
`),
    `Resources:
  A:   # ours
    Type:    AWS::IAM::ManagedPolicy
    Properties:
      PolicyDocument:
        Version: "2012-10-17"
        Statement:
          # first
          - Effect: Allow   # why
            Action:
              - s3:GetObject
              # the rest
              - s3:*
            Resource: !Sub
              - "\${A}/*"
              - A: !Ref B
          - !If
            - C
            - Effect: Deny
              Action: >-
                 s3:
                 x
              Resource: { "Fn::Sub": "a",
                 b: c }
            - !Ref AWS::NoValue
      ManagedPolicyName:    x
`,
  ],
  [
    'YAML: dashes stay below their keys where most do',
    yaml(`PolicyDocument:
  Statement:
  - Effect: Allow
    Action:
    - s3:a
    Resource:
        - "*"
`),
    `PolicyDocument:
  Statement:
  - Effect: Allow
    Action:
    - s3:a
    Resource:
    - "*"
`,
  ],
  [
    'YAML: JSON in a text that has lines of its own',
    yaml(`Resources:
  A:
    Type: AWS::SQS::QueuePolicy
    Properties:
      PolicyDocument: !Sub |
        {"Statement": [
        {"Effect": "Allow", "Principal": "*", "Action": "sqs:*", "Resource": "\${Q.Arn}"}]}
`),
    `Resources:
  A:
    Type: AWS::SQS::QueuePolicy
    Properties:
      PolicyDocument: !Sub |
        {
          "Statement": [
            {
              "Effect": "Allow",
              "Principal": "*",
              "Action": "sqs:*",
              "Resource": "\${Q.Arn}"
            }
          ]
        }
`,
  ],
  [
    'Terraform: a data source',
    terraform(`locals{
a=1
}
data "aws_iam_policy_document" "a" {
   version="2012-10-17" # one
  statement {
      sid = "A"
    effect    = "Allow" # two
      actions = ["s3:a","s3:b" , ]
    resources = [
    "\${aws_s3_bucket.a.arn}/*",
      "arn:aws:s3:::b  =  c",
        ]
      condition{
      test = "StringEquals"
        variable="aws:x"
        values = [ var.a==1?"a" : "b" ]
      }
  }

}
`),
    `locals{
a=1
}
data "aws_iam_policy_document" "a" {
  version = "2012-10-17" # one
  statement {
    sid     = "A"
    effect  = "Allow" # two
    actions = ["s3:a", "s3:b",]
    resources = [
      "\${aws_s3_bucket.a.arn}/*",
      "arn:aws:s3:::b  =  c",
    ]
    condition {
      test     = "StringEquals"
      variable = "aws:x"
      values   = [var.a==1?"a" : "b"]
    }
  }

}
`,
  ],
  [
    'Terraform: an object in a call',
    terraform(`resource "aws_iam_policy" "a" {
  name="x"
  policy=jsonencode({
  Version="2012-10-17"
      Statement = [{
        Effect = "Allow"
        Action = {}
        /* two
             lines */
        "Resource" = <<-EOT
     a
        EOT
        Condition = {StringLike={"aws:x"="y"}}
      }]
      })
  path="/"
}
`),
    `resource "aws_iam_policy" "a" {
  name="x"
  policy=jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect = "Allow"
      Action = {}
      /* two
             lines */
      "Resource" = <<-EOT
     a
        EOT
      Condition = { StringLike = { "aws:x" = "y" } }
    }]
  })
  path="/"
}
`,
  ],
  [
    'Terraform: JSON in a heredoc',
    terraform(`resource "aws_iam_policy" "a" {
  policy = <<-EOT
    {"Statement": [{"Effect": "Allow", "Action": "s3:*", "Resource": "\${var.a}"}]}
  EOT
}
`),
    `resource "aws_iam_policy" "a" {
  policy = <<-EOT
    {
      "Statement": [
        {
          "Effect": "Allow",
          "Action": "s3:*",
          "Resource": "\${var.a}"
        }
      ]
    }
  EOT
}
`,
  ],
  [
    'JSON templates: the policy alone',
    {
      text: `{
  "Resources": {
    "A": { "Type":"AWS::IAM::ManagedPolicy",  "Properties": {
      "PolicyDocument": {"Statement":[ ]},"Path":"/" } } }
}
`,
      languageId: 'json',
      fileName: 'template.json',
    },
    `{
  "Resources": {
    "A": { "Type":"AWS::IAM::ManagedPolicy",  "Properties": {
      "PolicyDocument": {
        "Statement": []
      },"Path":"/" } } }
}
`,
  ],
];

describe('layout of policies within other texts', () => {
  for (const [what, before, after] of rows)
    it(what, () => {
      assert.equal(formatted(before), after);
      assert.equal(formatted({ ...before, text: after }), after, 'a second time');
      const windows = (text: string) => text.replaceAll('\n', '\r\n');
      const laidOut = formatted({ ...before, text: windows(before.text) });
      assert.equal(laidOut, windows(after), 'with the line ends of Windows');
    });

  it('of broken policies is left alone', () => {
    for (const [, before] of rows) {
      const text = before.text.replace(/["'}\]](?=[^"'}\]]*$)/, '');
      const broken = openDocument({ ...before, text })?.policies[0]?.policy.isPartial;
      if (broken) assert.equal(formatted({ ...before, text }), text);
    }
  });

  it('changes nothing but white space, and nothing the second time, whatever the policy and its layout', () => {
    const policies = fixtureCodes().flatMap((code) =>
      fixturesOf(code).map((fixture) => ({
        text: parseAnnotated(fixture.text).text,
        languageId: 'json',
        fileName: 'a.iampolicy',
      })),
    );
    const space = fc.constantFrom(' ', '   ', '\t', '');
    const layout = fc.record({
      steps: fc.array(fc.nat(4), { minLength: 1, maxLength: 8 }),
      spaces: fc.array(space, { minLength: 1, maxLength: 5 }),
    });
    let count = 0;
    fc.assert(
      fc.property(
        fc.constantFrom(...policies),
        fc.constantFrom('CloudFormation YAML', 'aws_iam_policy_document', 'jsonencode'),
        layout,
        (policy, form, { steps, spaces }) => {
          const source = convertedTo(form, policy);
          if (!source) return;
          const text =
            form === 'CloudFormation YAML'
              ? deepened(source.text, steps)
              : scattered(source.text, steps, spaces);
          const given = { ...source, text };
          assert.deepEqual(meaningOf(given), meaningOf(source), text);
          const once = formatted(given);
          assert.equal(once.replace(/\s/g, ''), text.replace(/\s/g, ''));
          assert.deepEqual(meaningOf({ ...source, text: once }), meaningOf(source), once);
          assert.equal(formatted({ ...source, text: once }), once, text);
          if (form === 'aws_iam_policy_document') assert.equal(once.trim(), source.text.trim());
          if (once !== text) count++;
        },
      ),
      runs(200),
    );
    assert.ok(count > 80, `${count} changed`);
  });
});

/** The same YAML with levels of other widths. */
function deepened(text: string, steps: readonly number[]): string {
  const more = (indent: number) =>
    Array.from({ length: Math.max(0, (indent - 8) / 2) }, (_, level) => steps[level % steps.length]!).reduce(
      (a, b) => a + b,
      0,
    );
  // A dash and what stands behind it are two levels that can't be told apart.
  return text.replace(/^( {8,})(- )?/gm, (_, indent: string, dash: string | undefined) =>
    dash
      ? ' '.repeat(indent.length + more(indent.length)) +
        dash +
        ' '.repeat(steps[((indent.length - 8) / 2) % steps.length]!)
      : ' '.repeat(indent.length + more(indent.length)),
  );
}

/** The same lines of Terraform with other indentations, and other spaces before their signs. */
function scattered(text: string, steps: readonly number[], spaces: readonly string[]): string {
  return text
    .split('\n')
    .map((line, index) => {
      const isInside = index > 1 && !/^\s*(\}|\}\)|\}\s*\)?)?$/.test(line);
      return isInside
        ? ' '.repeat(steps[index % steps.length]!) +
            line.replace(/^\s*(\w+) += /, (_, name: string) => `${name}${spaces[index % spaces.length]!}= `)
        : line;
    })
    .join('\n');
}
