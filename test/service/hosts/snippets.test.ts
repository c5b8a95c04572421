import assert from 'node:assert/strict';
import { createPolicyService, openDocument } from '../../../server/src/service';
import snippets from '../../../snippets/cloudformation.json';
import { testCatalog } from '../../support/catalog';
import { readSnippet } from '../../support/checkCompletion';

describe('snippets for CloudFormation', () => {
  for (const [name, { body }] of Object.entries(snippets)) {
    it(`${name}: is a template without a finding`, () => {
      const { plain } = readSnippet(body.join('\n'));
      const text = `Resources:\n${plain.replace(/^(?=.)/gm, '  ')}`;
      const document = openDocument({ text, languageId: 'yaml', fileName: 'template.yaml' });
      assert.equal(document?.policies.length, 2);
      const findings = createPolicyService({ catalog: testCatalog() }).checkAll(document, text);
      assert.deepEqual(
        findings.filter(({ severity }) => severity === 'error' || severity === 'warning'),
        [],
        text,
      );
    });
  }
});
