import assert from 'node:assert/strict';
import fc from 'fast-check';
import {
  complete,
  copies,
  createPolicyService,
  formatPolicy,
  hover,
  openDocument,
  policiesAt,
  type PolicyFile,
  quickFixes,
  refactorings,
  templateFixes,
  type TextEdit,
} from '../../../server/src/service';
import { testCatalog } from '../../support/catalog';
import { runs } from '../../support/anyInput';
import { applyEdits } from '../../support/applyEdits';

const catalog = testCatalog();
const service = createPolicyService({ catalog });

/** A template with a bit of everything. */
const yaml = `AWSTemplateFormatVersion: "2010-09-09" # comment
Conditions: { C: !Equals [a, b] }
Resources:
  Role: # ü
    Type: AWS::IAM::Role
    Properties:
      AssumeRolePolicyDocument:
        Version: 2012-10-17
        Statement:
          - &trust
            Effect: Allow
            Principal: { Service: [ec2.amazonaws.com, !Sub "x.\${AWS::URLSuffix}"] }
            Action: 'sts:AssumeRole'
          - <<: *trust
            Action: [sts:TagSession, "sts:\\u0041ssumeRole"]
      Policies:
        - PolicyName: x
          PolicyDocument:
            Statement:
              - !If [C, { Effect: Deny, Action: "*", Resource: "*" }, !Ref "AWS::NoValue"]
              - Effect: Allow
                Action:
                  - s3:Get*
                  - s3:
                Resource: !Sub
                  - arn:\${AWS::Partition}:s3:::\${Name}/\${!aws:username}/*
                  - Name: !Ref Bucket
                Condition:
                  StringLike: { "aws:TagKeys": [a*, >-
                    folded
                    text ] }
  Queue:
    Type: AWS::SQS::QueuePolicy
    Properties:
      PolicyDocument: !Sub |
        {"Version": "2012-10-17", "Statement": [
          {"Effect": "Allow", "Principal": "*", "Action": "sqs:*", "Resource": "\${Queue.Arn}"}
        ]}
  Profile: { Type: AWS::IAM::InstanceProfile, Properties: { Roles: [!Ref Role, !GetAtt [Role, Arn]] } }
  Machine: { Type: AWS::EC2::Instance, Properties: { IamInstanceProfile: !Ref Role } }
  Function:
    Type: AWS::Lambda::Function
    Properties:
      Role: !Join ["", [!Sub "arn:\${AWS::Partition}:iam::\${AWS::AccountId}:role/", !Ref Role]]
  Fn::ForEach::Topics:
    - Name
    - [a, b]
    - Topic\${Name}:
        Type: AWS::SNS::TopicPolicy
        Properties:
          PolicyDocument: { Statement: { Effect: Allow, Principal: "*", Action: "sns:&{Name}", Resource: "\${Name}" } }
`;

const json = JSON.stringify(
  {
    Resources: {
      R: {
        Type: 'AWS::IAM::ManagedPolicy',
        Properties: {
          PolicyDocument: {
            Version: '2012-10-17',
            Statement: [
              {
                Effect: 'Allow',
                Action: ['s3:*'],
                Resource: { 'Fn::Sub': 'arn:aws:s3:::${B}/${!aws:userid}' },
              },
              { 'Fn::If': ['C', { Effect: 'Deny', Action: '*', Resource: '*' }, { Ref: 'AWS::NoValue' }] },
            ],
          },
        },
      },
      S: {
        Type: 'AWS::SNS::TopicPolicy',
        Properties: { PolicyDocument: '{"Statement":[{"Effect":"Allow","Principal":"*","Action":"sns:*"}]}' },
      },
    },
  },
  undefined,
  1,
);

/** A manifest that an engine fills in, and statements without a document around them. */
const filledIn = `{{- if .Values.on }}
spec:
  policyDocument: |
    {"Version": "2012-10-17", "Statement": [
      {"Effect": "Allow", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::{{ .Values.b }}/*"},
      {"Effect": "Allow", "Action": {{ .a | toJson }}, "Resource": "*", "Condition": {"StringEquals": {"{{ .k }}:sub": "\${X}"}}}
    ]}
  other: "{\\"Statement\\":[{\\"Effect\\":\\"Allow\\",\\"Action\\":\\"s3:*\\",\\"Resource\\":\\"{{ x }}\\"}]}"
{{- end }}
iamRoleStatements:
  {% for b in all %}
  - {Effect: Allow, Action: [s3:Get*], Resource: {{ b }}}
  {% endfor %}
trust:
  Statement: [{Effect: Allow, Action: sts:AssumeRole, Principal: {AWS: "{{ a }}"}}]
`;

/** Everything the service does with a text; each result must make sense for it. */
function exercise(text: string, languageId: string, at = text.length): void {
  const document = openDocument({ text, languageId, fileName: `template.${languageId}` });
  for (const { range } of document?.policies ?? []) assertWithin([{ range, newText: '' }], text);
  for (const { file, findings } of document ? service.checkEach(document, text) : []) {
    for (const finding of findings) {
      for (const range of finding.ranges) assertWithin([{ range, newText: '' }], text);
      for (const { edits } of quickFixes(finding, file, text, catalog)) assertWithin(edits, text);
    }
  }
  for (const finding of document ? service.checkTogether(document, text) : []) {
    for (const { range } of finding.related ?? []) assertWithin([{ range, newText: '' }], text);
    for (const { edits } of templateFixes(finding, document!, text)) assertWithin(edits, text);
  }
  const [file] = policiesAt(document?.policies ?? [], at);
  if (!file) return;
  complete(file, at, text, catalog);
  const explained = hover(file, at, catalog);
  if (explained) assertWithin([{ range: explained.range, newText: '' }], text);
  for (const { edits } of refactorings(file, at, text, catalog)) assertWithin(edits, text);
  copies(file, text);
  assertKept(file, text);
}

/** Layout changes white space alone. */
function assertKept(file: PolicyFile, text: string): void {
  const edits = formatPolicy(file, text);
  assertWithin(edits, text);
  assert.equal(applyEdits(text, edits).replace(/\s/g, ''), text.replace(/\s/g, ''));
}

/** Edits lie in the text and do not overlap. */
function assertWithin(edits: readonly TextEdit[], text: string): void {
  applyEdits(text, edits);
}

describe('any template', () => {
  for (const [language, sample] of [
    ['yaml', yaml],
    ['json', json],
    ['yaml', filledIn],
  ] as const) {
    it(`every beginning in ${language}`, () => {
      for (let end = 0; end <= sample.length; end += 2) exercise(sample.slice(0, end), language);
    });

    it(`a piece missing in ${language}`, () => {
      fc.assert(
        fc.property(fc.nat(sample.length), fc.nat(60), (start, length) => {
          exercise(sample.slice(0, start) + sample.slice(start + length), language, start);
        }),
        runs(300),
      );
    });

    it(`something put in in ${language}`, () => {
      const marks = [
        '"',
        "'",
        '{',
        '[',
        ']',
        '}',
        ',',
        ':',
        ' ',
        '\n',
        '- ',
        '&a ',
        '*a',
        '!Sub ',
        '|\n',
        '#',
        '\t',
        '${',
        '%',
      ];
      const piece = fc.oneof(fc.string({ unit: 'binary', maxLength: 6 }), fc.constantFrom(...marks));
      fc.assert(
        fc.property(fc.nat(sample.length), piece, (at, text) => {
          exercise(sample.slice(0, at) + text + sample.slice(at), language, at + text.length);
        }),
        runs(400),
      );
    });
  }

  it('bombs of depth and of aliases', () => {
    exercise(`PolicyDocument: ${'['.repeat(20_000)}`, 'yaml');
    exercise(
      `Statement:\n${Array.from({ length: 300 }, (_, depth) => `${' '.repeat(depth)}a:`).join('\n')}`,
      'yaml',
    );
    const layers = Array.from(
      { length: 30 },
      (_, n) => `l${n}: &l${n} [*l${Math.max(0, n - 1)}, *l${Math.max(0, n - 1)}]`,
    );
    exercise(`PolicyDocument:\n  x: 1\n${layers.join('\n')}\nStatement: *l29\n`, 'yaml');
  });
});
