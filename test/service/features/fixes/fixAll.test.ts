import assert from 'node:assert/strict';
import { createPolicyService, fixAll, openDocument, openPolicy } from '../../../../server/src/service';
import { parseAnnotated } from '../../../support/annotations';
import { testCatalog } from '../../../support/catalog';
import { fixtureCodes, fixturesOf } from '../../../support/fixtures';

const catalog = testCatalog();
const service = createPolicyService({ catalog });
const open = (text: string) => [openPolicy({ text, languageId: 'iam-policy', fileName: 'a.iampolicy' })!];

describe('all harmless repairs at once', () => {
  it('are made together, and those that they uncover', () => {
    const before = JSON.stringify({
      Version: '2012-10-17',
      Statement: [
        {
          Sid: '',
          Effect: 'Allow',
          Action: ['s3:Get*', 's3:GetObject', 's3:GetObject'],
          Resource: '*',
          Condition: {},
        },
        { Effect: 'Allow', Action: 's3:Get*', Resource: '*' },
      ],
    });
    const after = fixAll(before, open, service, catalog);
    assert.deepEqual(JSON.parse(after ?? ''), {
      Version: '2012-10-17',
      Statement: [{ Effect: 'Allow', Action: ['s3:Get*'], Resource: '*' }],
    });
  });

  it('leave a good policy alone', () => {
    assert.equal(fixAll('{ "Version": "2012-10-17", "Statement": [] }', open, service, catalog), undefined);
  });

  it('leave broken text alone', () => {
    assert.equal(fixAll('{ "Statement": [{ "Sid": "" }', open, service, catalog), undefined);
  });

  for (const [languageId, fileName, text] of [
    ['yaml', 'template.yaml', cloudFormation('["s3:GetObject", !If [IsOpen, "s3:Get*", "s3:PutObject"]]')],
    ['terraform', 'main.tf', terraform('["s3:GetObject", var.open ? "s3:Get*" : "s3:PutObject"]')],
  ] as const)
    it(`leave what only one branch makes a surplus: ${fileName}`, () => {
      const read = (now: string) => openDocument({ text: now, languageId, fileName })?.policies ?? [];
      assert.ok(read(text).length > 1);
      assert.equal(fixAll(text, read, service, catalog), undefined);
    });

  it('take away in a template what is one with every branch', () => {
    const read = (text: string) =>
      openDocument({ text, languageId: 'yaml', fileName: 'template.yaml' })?.policies ?? [];
    const chosen = '!If [IsOpen, "sqs:SendMessage", "s3:PutObject"]';
    const before = cloudFormation(`["s3:Get*", "s3:GetObject", ${chosen}]`);
    assert.equal(fixAll(before, read, service, catalog), cloudFormation(`["s3:Get*", ${chosen}]`));
  });

  it('find nothing more to do the second time', () => {
    for (const code of fixtureCodes()) {
      for (const fixture of fixturesOf(code)) {
        const { text } = parseAnnotated(fixture.text);
        const after = fixAll(text, open, service, catalog);
        if (after !== undefined) assert.equal(fixAll(after, open, service, catalog), undefined, fixture.file);
      }
    }
  });
});

function cloudFormation(actions: string): string {
  return `Resources:
  Policy:
    Type: AWS::IAM::ManagedPolicy
    Properties:
      PolicyDocument:
        Version: "2012-10-17"
        Statement:
          - Effect: Allow
            Action: ${actions}
            Resource: "*"
`;
}

function terraform(actions: string): string {
  return `data "aws_iam_policy_document" "a" {
  statement {
    actions   = ${actions}
    resources = ["*"]
  }
}
`;
}
