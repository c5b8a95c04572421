import assert from 'node:assert/strict';
import { copies, openDocument } from '../../server/src/service';

const copied = (text: string, languageId = 'json') => {
  const [file] = openDocument({ text, languageId, fileName: `a.${languageId}` })?.policies ?? [];
  return Object.fromEntries(copies(file!).map((copy) => [copy.title, copy.text]));
};
const policy = (rest = '') =>
  `{ "Version": "2012-10-17", "Statement": [{ "Effect": "Allow", "Action": "s3:*", "Resource": "arn:aws:s3:::a/\${aws:username}"${rest} }] }`;

/** What Terraform makes of the copy is what the policy said. */
function readBack(text: string): unknown {
  const [file] = openDocument({ text, languageId: 'terraform', fileName: 'a.tf' })!.policies;
  return file!.policy.statements.map((statement) => ({
    actions: statement.actions.map((action) => action.text),
    resources: statement.resources.map((resource) => resource.text),
  }));
}

describe('copies of a JSON policy for Terraform', () => {
  it('say the same as a data source and as an object', () => {
    const found = copied(policy());
    const expected = [{ actions: ['s3:*'], resources: ['arn:aws:s3:::a/${aws:username}'] }];
    assert.deepEqual(readBack(found['Copy as aws_iam_policy_document']!), expected);
    assert.deepEqual(
      readBack(`resource "aws_iam_policy" "a" {\n  policy = ${found['Copy as jsonencode']!}\n}\n`),
      expected,
    );
  });

  it('leave out the form that would lose something', () => {
    assert.deepEqual(Object.keys(copied(policy(', "Custom": 1'))), ['Copy as jsonencode']);
    assert.deepEqual(copied(policy(', "Effect": "Deny"')), {});
  });

  it('are there for JSON alone, and for whole texts', () => {
    const template = `Resources:\n  A:\n    Type: AWS::IAM::Policy\n    Properties:\n      PolicyDocument: ${policy()}\n`;
    assert.deepEqual(copied(template, 'yaml'), {});
    assert.deepEqual(copied(policy().slice(0, -8)), {});
  });
});
