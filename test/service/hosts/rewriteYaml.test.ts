import assert from 'node:assert/strict';
import { createPolicyService, openDocument, refactorings } from '../../../server/src/service';
import { testCatalog } from '../../support/catalog';
import { applyEdits } from '../../support/applyEdits';

const block = `Resources:
  Access:
    Type: AWS::IAM::ManagedPolicy
    Properties:
      PolicyDocument:
        Version: "2012-10-17"
        Statement:
          - Effect: Allow
            Action:
              - s3:GetObject
              - s3:GetObjct
            Resource: !Sub arn:\${AWS::Partition}:s3:::\${Bucket}/*
          - !If
            - IsOpen
            - Effect: Deny
              Action: "*"
              Resource: !GetAtt Bucket.Arn
            - !Ref AWS::NoValue
`;

const json = `Resources:
  Access:
    Type: AWS::IAM::ManagedPolicy
    Properties:
      PolicyDocument:
        {
          "Version": "2012-10-17",
          "Statement": [
            {
              "Effect": "Allow",
              "Action": [
                "s3:GetObject",
                "s3:GetObjct"
              ],
              "Resource": { "Fn::Sub": "arn:\${AWS::Partition}:s3:::\${Bucket}/*" }
            },
            { "Fn::If": [
              "IsOpen",
              {
                "Effect": "Deny",
                "Action": "*",
                "Resource": { "Fn::GetAtt": "Bucket.Arn" }
              },
              { "Ref": "AWS::NoValue" }
            ] }
          ]
        }
`;

function rewrite(text: string, title: string): string {
  const document = openDocument({ text, languageId: 'yaml', fileName: 'template.yaml' })!;
  const [file] = document.policies;
  const offset = text.indexOf('Version') + 1;
  const found = refactorings(file!, offset, text, testCatalog()).find((one) => one.title === title);
  assert.ok(found, title);
  return applyEdits(text, found.edits);
}

function codes(text: string): string[] {
  const document = openDocument({ text, languageId: 'yaml', fileName: 'template.yaml' })!;
  return createPolicyService({ catalog: testCatalog() })
    .checkAll(document, text)
    .map(({ code }) => code);
}

describe('policies written another way in YAML', () => {
  it('become JSON, functions in their long form', () =>
    assert.equal(rewrite(block, 'Write the policy as JSON'), json));

  it('become block style behind their key, functions in their short form', () => {
    const flow = json.replace('PolicyDocument:\n        {', 'PolicyDocument: {');
    assert.equal(
      rewrite(flow, 'Write the policy in block style'),
      block
        .replace('arn:${AWS::Partition}:s3:::${Bucket}/*', '"arn:${AWS::Partition}:s3:::${Bucket}/*"')
        .replace(/(?<=!If\n)[^]*/, (branches) => branches.replace(/^ /gm, '   ')),
    );
  });

  it('mean the same', () => assert.deepEqual(codes(json), codes(block)));
});
