import assert from 'node:assert/strict';
import {
  documentLinks,
  documentSymbols,
  inlayHints,
  type OffsetRange,
  openDocument,
  type PolicyFile,
  renameSid,
  refactorings,
  selectionRanges,
  semanticTokens,
  sidAt,
  summaries,
} from '../../../server/src/service';
import { testCatalog } from '../../support/catalog';
import { textAt } from '../../support/policy';
import { applyEdits } from '../../support/applyEdits';

/** The same policy in every text that can hold one. */
const hosts: readonly (readonly [languageId: string, fileName: string, text: string])[] = [
  [
    'json',
    'template.json',
    '{ "AWSTemplateFormatVersion": "2010-09-09", "Resources": { "P": { "Type": "AWS::IAM::ManagedPolicy", "Properties": { "PolicyDocument": { "Version": "2012-10-17", "Statement": [{ "Sid": "Send", "Effect": "Allow", "Action": "sqs:Send*", "Resource": { "Fn::GetAtt": ["Q", "Arn"] } }] } } } } }',
  ],
  [
    'yaml',
    'template.yaml',
    'AWSTemplateFormatVersion: "2010-09-09"\nResources:\n  P:\n    Type: AWS::IAM::ManagedPolicy\n    Properties:\n      PolicyDocument:\n        Version: "2012-10-17"\n        Statement:\n          - Sid: Send\n            Effect: Allow\n            Action: sqs:Send*\n            Resource: !GetAtt Q.Arn\n',
  ],
  [
    'terraform',
    'main.tf',
    'data "aws_iam_policy_document" "p" {\n  statement {\n    sid       = "Send"\n    effect    = "Allow"\n    actions   = ["sqs:Send*"]\n    resources = [aws_sqs_queue.q.arn]\n  }\n}\n',
  ],
  [
    'terraform',
    'encoded.tf',
    'resource "aws_iam_policy" "p" {\n  policy = jsonencode({\n    Version = "2012-10-17"\n    Statement = [{\n      Sid      = "Send"\n      Effect   = "Allow"\n      Action   = "sqs:Send*"\n      Resource = aws_sqs_queue.q.arn\n    }]\n  })\n}\n',
  ],
];

function fileOf(languageId: string, fileName: string, text: string): PolicyFile {
  const [file] = openDocument({ text, languageId, fileName })?.policies ?? [];
  assert.ok(file);
  return file;
}

describe('help with policies inside other texts', () => {
  for (const [languageId, fileName, text] of hosts) {
    describe(fileName, () => {
      const all: OffsetRange = { start: 0, end: text.length };
      const at = text.indexOf('Send');

      it('says what a statement does, with what is not known yet', () => {
        const found = summaries(fileOf(languageId, fileName, text), testCatalog());
        assert.deepEqual(
          found.map(({ sentence }) => sentence),
          ['Allows sending messages on what is filled in later'],
        );
      });

      it('counts, colours and links', () => {
        const { policy } = fileOf(languageId, fileName, text);
        const [hint] = inlayHints(policy, all, testCatalog());
        assert.equal(hint?.label, '1 action');
        assert.match(text.slice(0, hint.offset), /Send\*"?$/);
        const [token] = semanticTokens(policy, all, testCatalog());
        assert.equal(token && textAt(text, token.range), 'Send*');
        const [link] = documentLinks(policy, testCatalog());
        assert.equal(link && textAt(text, link.range), 'sqs');
      });

      it('outlines it by the Sid', () => {
        const symbols = documentSymbols(fileOf(languageId, fileName, text).policy);
        assert.ok(symbols.some(({ name, kind }) => name === 'Send' && kind === 'statement'));
      });

      it('renames the Sid', () => {
        const { policy, kind } = fileOf(languageId, fileName, text);
        const sid = sidAt(policy, text, at + 1);
        assert.ok(sid);
        const edits = renameSid(policy, sid, 'Post', kind.kind);
        assert.ok(typeof edits !== 'string');
        assert.equal(applyEdits(text, edits), text.replace('Send', 'Post'));
      });

      it('widens a selection from a name to all of the policy', () => {
        const steps = selectionRanges(fileOf(languageId, fileName, text).policy, text.indexOf('Send*') + 1);
        assert.equal(textAt(text, steps[0]!), 'Send*');
        assert.equal(textAt(text, steps[1]!), 'sqs:Send*');
        steps.forEach(({ start, end }, index) => {
          const outer = steps[index + 1];
          assert.ok(!outer || (outer.start <= start && end <= outer.end));
        });
      });

      it('rewrites it in the host’s own way, or not at all', () => {
        const file = fileOf(languageId, fileName, text);
        const rewrite = refactorings(file, text.indexOf('Send*'), text, testCatalog()).find(({ title }) =>
          title.startsWith('Write out'),
        );
        if (!rewrite && languageId === 'terraform') return;
        assert.ok(rewrite);
        const after = applyEdits(text, rewrite.edits);
        const [statement] = fileOf(languageId, fileName, after).policy.statements;
        assert.deepEqual(
          statement?.actions.map((action) => action.text),
          ['sqs:SendMessage'],
        );
      });
    });
  }
});
