import assert from 'node:assert/strict';
import { checkTemplate, policiesOf } from '../../support/checkTemplate';

const role = (statement: string) => `
Resources:
  Role:
    Type: AWS::IAM::Role
    Properties:
      AssumeRolePolicyDocument:
        Version: "2012-10-17"
        Statement:
          - Effect: Allow
            Principal: { Service: ec2.amazonaws.com }
            Action: sts:AssumeRole
      Policies:
        - PolicyName: Access
          PolicyDocument:
            Version: 2012-10-17
            Statement:
${statement}`;

describe('policies in CloudFormation', () => {
  it('are found by resource type and property, with their kind and owner', () => {
    const document = '{ Version: "2012-10-17", Statement: [] }';
    const text = `
Resources:
  Role: { Type: "AWS::IAM::Role", Properties: { AssumeRolePolicyDocument: ${document}, Policies: [{ PolicyDocument: ${document} }] } }
  Managed:
    Type: AWS::IAM::ManagedPolicy
    Properties: { PolicyDocument: ${document} }
  Bucket:
    Type: AWS::S3::BucketPolicy
    Properties: { PolicyDocument: ${document} }
  Key:
    Type: AWS::KMS::Key
    Properties: { KeyPolicy: ${document} }
  Secret:
    Type: AWS::SecretsManager::ResourcePolicy
    Properties: { ResourcePolicy: ${document} }
  Guard:
    Type: AWS::Organizations::Policy
    Properties: { Type: SERVICE_CONTROL_POLICY, Content: ${document} }
  Tags:
    Type: AWS::Organizations::Policy
    Properties: { Type: TAG_POLICY, Content: { tags: {} } }
  Table:
    Type: AWS::DynamoDB::Table
    Properties: { ResourcePolicy: { PolicyDocument: ${document} } }
  Queue:
    Type: AWS::SQS::Queue
    Properties: { RedrivePolicy: { deadLetterTargetArn: x } }
  Function:
    Type: AWS::Serverless::Function
    Properties: { Policies: [Managed, { S3ReadPolicy: { BucketName: b } }, ${document}] }
`;
    assert.deepEqual(policiesOf(text), [
      'trust Role',
      'identity Role',
      'identity Managed',
      'resource AWS::S3::Bucket Bucket',
      'resource AWS::KMS::Key Key',
      'resource AWS::SecretsManager::Secret Secret',
      'scp Guard',
      'resource AWS::DynamoDB::Table Table',
      'identity Function',
    ]);
  });

  it('are underlined where they are wrong, in block style, flow style and under quotes', () =>
    checkTemplate(
      'yaml',
      role(`
              - Effect: Alow
                        ^^^^ INVALID_EFFECT
                Action: [s3:GetObjct, "s3:PutObjct", 's3:ListBucket']
                         ^^^^^^^^^^^ INVALID_ACTION
                                      ^^^^^^^^^^^^^ INVALID_ACTION
                Resource: "*"
`),
    ));

  it('have computed values, of which the known parts are checked', () =>
    checkTemplate(
      'yaml',
      role(`
              - Effect: Allow
                Action: !Sub "s4:\${Name}"
                        ^^^^^^^^^^^^^^^^^ INVALID_SERVICE_IN_ACTION
                Resource:
                  - !Sub arn:\${AWS::Partition}:s33:::\${Bucket}/*
                    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ INVALID_SERVICE
                  - !Join ["", ["arn:", !Ref "AWS::Partition", ":s3:::", !Ref Bucket]]
                  - Fn::Join: [":", [arn, aws, sqs, !Ref "AWS::Region", "12345", Queue]]
                    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ INVALID_ARN_ACCOUNT
                  - !GetAtt Bucket.Arn
                  - !ImportValue Shared
`),
    ));

  it('are looked at in both branches of a condition', () =>
    checkTemplate(
      'yaml',
      role(`
              - Fn::If:
                  - IsProduction
                  - Effect: Allow
                    Action: s3:GetObjct
                            ^^^^^^^^^^^ INVALID_ACTION
                    Resource: "*"
                  - Effect: Allow
                    Action: s3:PutObjct
                            ^^^^^^^^^^^ INVALID_ACTION
                    Resource: "*"
              - !If [IsProduction, { Effect: Alow, Action: "s3:*", Resource: "*" }, !Ref "AWS::NoValue"]
                                             ^^^^ INVALID_EFFECT
`),
    ));

  it('stand as JSON in strings, with and without Fn::Sub', () =>
    checkTemplate(
      'yaml',
      `
Resources:
  Queue:
    Type: AWS::SQS::QueuePolicy
    Properties:
      PolicyDocument: !Sub |
        {
          "Version": "2012-10-17",
          "Statement": [{
            "Effect": "Allow", "Action": "sqs:Sendmessag",
                                         ^^^^^^^^^^^^^^^^ INVALID_ACTION
            "Principal": { "AWS": "arn:\${AWS::Partition}:iam::\${AWS::AccountId}:root" },
            "Resource": "\${Queue.Arn}"
          }]
        }
  Topic:
    Type: AWS::SNS::TopicPolicy
    Properties:
      PolicyDocument: "{\\"Version\\": \\"2012-10-17\\", \\"Statement\\": [{\\"Effect\\": \\"Alow\\", \\"Action\\": \\"sns:Publish\\", \\"Resource\\": \\"*\\", \\"Principal\\": {\\"Service\\": \\"s3.amazonaws.com\\"}, \\"Condition\\": {\\"StringEquals\\": {\\"aws:SourceAccount\\": \\"111122223333\\"}}}]}"
                                                                                  ^^^^^^^^ INVALID_EFFECT
`,
    ));

  it('stay readable beside a quote or bracket that is not closed', () =>
    checkTemplate(
      'yaml',
      role(`
              - Effect: Allow
                Action: "s3:GetObjct
                         ^^^^^^^^^^^ INVALID_ACTION
                Resource: [arn:aws:s3:::a, arn:aws:s3:::b
              - Effect: Alow
                        ^^^^ INVALID_EFFECT
                Action: s3:*
  Other:
    Type: AWS::IAM::ManagedPolicy
    Properties:
      PolicyDocument:
        Version: "2012-10-17"
        Statement: [{ Effect: Alow, Action: "s3:*", Resource: "*" }]
                              ^^^^ INVALID_EFFECT
`),
    ));

  it('are the same in JSON', () =>
    checkTemplate(
      'json',
      `{
  "Resources": {
    "Role": {
      "Type": "AWS::IAM::Role",
      "Properties": {
        "AssumeRolePolicyDocument": {
          "Version": "2012-10-17",
          "Statement": [{
            "Effect": "Alow",
                      ^^^^^^ INVALID_EFFECT
            "Principal": { "Service": { "Fn::Sub": "ec2.\${AWS::URLSuffix}" } },
            "Action": "sts:AssumeRole"
          }]
        }
      }
    }
  }
}`,
    ));

  it('may have numbers without quotes in YAML, which hands them on as text', () =>
    checkTemplate(
      'yaml',
      `
Resources:
  Role:
    Type: AWS::IAM::Role
    Properties:
      AssumeRolePolicyDocument:
        Version: 2012-10-17
        Statement:
          - Sid: 1
            Effect: Allow
            Principal: { AWS: 123456789012 }
            Action: sts:AssumeRole
            Condition:
              NumericLessThan: { aws:MultiFactorAuthAge: 3600 }
              Bool: { aws:MultiFactorAuthPresent: true }
              StringEquals: { sts:ExternalId: 4711 }
          - Effect: Allow
            Principal:
              AWS:
                - 012345678901
                - 001234567012
                - 4711
                  ^^^^ INVALID_PRINCIPAL_FORMAT
            Action: sts:AssumeRole
            Condition: { StringEquals: { sts:ExternalId: [4711, 4712] } }
`,
    ));

  it('say what is no number in YAML either, and what is one in JSON', () => {
    checkTemplate(
      'yaml',
      role(`
              - Effect: Allow
                Action: [s3:ListBucket, 5]
                                        ^ INVALID_ACTION
                Resource: "*"
                Condition: { NumericLessThan: { s3:max-keys: 5x } }
                                                             ^^ TYPE_MISMATCH_NUMBER
`),
    );
    checkTemplate(
      'json',
      `{ "Resources": { "Role": { "Type": "AWS::IAM::Role", "Properties": { "AssumeRolePolicyDocument": {
  "Version": "2012-10-17",
  "Statement": [{
    "Effect": "Allow",
    "Principal": { "AWS": 123456789012 },
                          ^^^^^^^^^^^^ DATA_TYPE_MISMATCH
    "Action": "sts:AssumeRole"
  }]
} } } } }`,
    );
  });

  it('are not looked for in other texts', () => {
    assert.deepEqual(policiesOf('a: 1\nb:\n  - c\n'), []);
    assert.deepEqual(policiesOf('services:\n  web:\n    image: x\n    policies: [a]\n'), []);
    assert.deepEqual(policiesOf('Statement: of account\nEffect: none\n'), []);
  });
});
