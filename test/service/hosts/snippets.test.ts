import assert from 'node:assert/strict';
import { createPolicyService, openDocument, templateSnippets } from '../../../server/src/service';
import { testCatalog } from '../../support/catalog';
import { apply } from '../../support/checkCompletion';
import { parseCursor } from '../../support/cursor';

const names = ['iam-role-with-profile', 'iam-role-for-lambda'];

/** Texts with the cursor, and whether whole resources are offered there. */
const rows: readonly (readonly [what: string, source: string, isOffered: boolean])[] = [
  ['an empty file', '$0', true],
  ['a file with a word', 'iam-ro$0', true],
  ['the first resource', 'Resources:\n  iam$0', true],
  ['a line without a word', 'Resources:\n  $0', true],
  [
    'behind other resources',
    'Resources: # all\n\n  Topic:\n    Type: AWS::SNS::Topic\n  iam-$0\nOutputs: {}\n',
    true,
  ],
  ['before other resources', 'Resources:\n  iam-$0\n  Topic:\n    Type: AWS::SNS::Topic\n', true],
  ['the resources of a Serverless file', 'service: a\nresources:\n  Resources:\n    iam$0', true],
  ['other YAML', 'name: build\niam$0', false],
  ['a list', '- iam$0', false],
  ['a property of a resource', 'Resources:\n  Topic:\n    iam$0', false],
  ['further in than the resources', 'Resources:\n  Topic: {}\n      iam$0', false],
  ['a part of a template', 'Parameters:\n  iam$0\nResources: {}\n', false],
  ['the top of a template', 'iam$0\nResources:\n  A: {}\n', false],
  ['a value', 'Resources:\n  A: iam$0', false],
  ['a comment', '# iam$0', false],
];

describe('whole resources in CloudFormation templates', () => {
  for (const [what, source, isOffered] of rows)
    it(`${isOffered ? 'are offered in' : 'are not offered in'} ${what}`, () => {
      const { text, offset } = parseCursor(source);
      const { items } = templateSnippets(text, offset);
      assert.deepEqual(
        items.map(({ suggestion }) => suggestion.label),
        isOffered ? names : [],
      );
      for (const item of items) checkWritten(apply(text, item).written.replaceAll('\t', '  '));
    });
});

/** What is accepted is a template without an error or warning, with two policies more. */
function checkWritten(text: string): void {
  const document = openDocument({ text, languageId: 'yaml', fileName: 'template.yaml' });
  assert.equal(document?.policies.length, 2, text);
  const findings = createPolicyService({ catalog: testCatalog() }).checkAll(document, text);
  const grave = findings.filter(({ severity }) => severity === 'error' || severity === 'warning');
  assert.deepEqual(grave, [], text);
}
