import assert from 'node:assert/strict';
import { createPolicyService, type HostDocument, openDocument } from '../../../../server/src/service';
import { testCatalog } from '../../../support/catalog';

const policy = `resource "aws_iam_policy" "a" {
  policy = jsonencode({ Version = "2012-10-17", Statement = [{ Effect = "Alow", Action = "*", Resource = "*" }] })
}
`;
const open = (text: string, before?: HostDocument) =>
  openDocument({ text, languageId: 'terraform', fileName: 'a.tf' }, before)!;

describe('Terraform: an edit elsewhere', () => {
  it('leaves policies what they were, with findings at their new places', () => {
    const first = open(policy);
    const text = `variable "x" {}\n\n${policy}`;
    const second = open(text, first);
    assert.equal(second.policies[0]!.origin!.file, first.policies[0]!.origin!.file);
    const service = createPolicyService({ catalog: testCatalog() });
    service.checkAll(first, policy);
    const [found] = service.checkAll(second, text).filter(({ code }) => code === 'INVALID_EFFECT');
    assert.equal(text.slice(found!.ranges[0]!.start, found!.ranges[0]!.end), '"Alow"');
  });

  it('reads a policy anew where its use makes another kind of it', () => {
    const document =
      'data "aws_iam_policy_document" "a" {\n  statement {\n    actions = ["sts:AssumeRole"]\n  }\n}\n';
    const use =
      'resource "aws_iam_role" "a" {\n  assume_role_policy = data.aws_iam_policy_document.a.json\n}\n';
    const first = open(document);
    const second = open(`${document}${use}`, first);
    assert.deepEqual(
      [first, second].map(({ policies }) => policies[0]!.kind.certain),
      [false, true],
    );
  });

  it('reads a policy anew where another block begins to replace a text in it', () => {
    const bucket = policy.replace('"Alow"', '"Allow"').replace('Resource = "*"', 'Resource = "the bucket/*"');
    const local = 'locals {\n  filled = replace(aws_iam_policy.a.policy, "the bucket", var.arn)\n}\n';
    const service = createPolicyService({ catalog: testCatalog() });
    const errors = (document: HostDocument, text: string) =>
      service.checkAll(document, text).filter(({ severity }) => severity === 'error').length;
    const first = open(bucket);
    const second = open(bucket + local, first);
    const third = open(bucket, second);
    assert.deepEqual(
      [errors(first, bucket), errors(second, bucket + local), errors(third, bucket)],
      [1, 0, 1],
    );
  });

  it('hears comments of any form', () => {
    const service = createPolicyService({ catalog: testCatalog() });
    const comments = [
      '# trustwright-ignore INVALID_EFFECT',
      '// trustwright-ignore',
      '/* trustwright-ignore-file INVALID_EFFECT */',
    ];
    for (const comment of comments) {
      const text = policy.replace('  policy', `  ${comment}\n  policy`);
      const codes = service.checkAll(open(text), text).map(({ code }) => code);
      assert.ok(!codes.includes('INVALID_EFFECT'), comment);
    }
  });
});
