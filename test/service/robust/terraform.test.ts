import assert from 'node:assert/strict';
import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import {
  complete,
  copies,
  createPolicyService,
  formatPolicy,
  hover,
  languageOfFile,
  openDocument,
  quickFixes,
  refactorings,
  templateFixes,
} from '../../../server/src/service';
import { parseHcl } from '../../../server/src/service/hosts/terraform/hcl/parse';
import { parseAnnotated } from '../../support/annotations';
import { testCatalog } from '../../support/catalog';
import { patience, runs } from '../../support/anyInput';
import { applyEdits } from '../../support/applyEdits';

const folder = resolve(__dirname, '../../fixtures/terraform');
const read = (name: string) => parseAnnotated(readFileSync(resolve(folder, name), 'utf8')).text;
const texts = [
  'finds/policy-document.tf',
  'finds/jsonencode.tf',
  'finds/heredoc.tf',
  'finds/known-parts.tf',
  'quiet/mixed.tf',
].map(read);
/** Terraform's JSON syntax, with resources that are given roles. */
const json = read('finds/main.tf.json').replace(
  /\n\}\s*$/,
  `,
  "output": { "x": { "value": "\${aws_iam_role.web.arn}" } },
  "locals": { "trust": "{\\"Version\\": \\"2012-10-17\\", \\"Statement\\": []}" },
  "resource": [
    { "aws_lambda_function": { "f": { "role": "\${aws_iam_role.web.arn}" } } },
    { "aws_launch_template": { "t": { "iam_instance_profile": [{ "arn": "\${aws_iam_role.web.arn}" }] } } }
  ]
}`,
);
const service = createPolicyService({ catalog: testCatalog() });

/** Everything that an editor would ask for; all places must be in the text. */
function askAll(text: string, offset: number, fileName = 'a.tf'): void {
  const document = openDocument({ text, languageId: languageOfFile(fileName), fileName });
  const isInside = ({ start, end }: { start: number; end: number }) =>
    0 <= start && start <= end && end <= text.length;
  for (const finding of document ? service.checkTogether(document, text) : []) {
    assert.ok([...finding.ranges, ...(finding.related ?? []).map(({ range }) => range)].every(isInside));
    for (const { edits } of templateFixes(finding, document!, text))
      assert.ok(edits.every(({ range }) => isInside(range)));
  }
  for (const file of document?.policies ?? []) {
    assert.ok(isInside(file.range));
    for (const finding of service.check(file, text)) {
      assert.ok(finding.ranges.every(isInside), `${finding.code} in ${text}`);
      for (const { edits } of quickFixes(finding, file, text, testCatalog()))
        assert.ok(edits.every(({ range }) => isInside(range)));
    }
    const at = Math.max(file.range.start, Math.min(offset, file.range.end));
    complete(file, at, text, testCatalog());
    hover(file, at, testCatalog());
    refactorings(file, at, text, testCatalog());
    copies(file, text);
    const laidOut = applyEdits(text, formatPolicy(file, text));
    assert.equal(laidOut.replace(/\s/g, ''), text.replace(/\s/g, ''));
  }
}

describe('Terraform: any text', () => {
  it('is read when it is cut off anywhere', () => {
    for (const text of texts)
      for (let end = 0; end <= text.length; end++) {
        parseHcl(text.slice(0, end));
        if (end % 9 === 0) askAll(text.slice(0, end), end);
      }
  }).timeout(patience);

  it('is read when it is cut off anywhere, in JSON too', () => {
    assert.ok(JSON.parse(json));
    for (let end = 0; end <= json.length; end += 2) askAll(json.slice(0, end), end, 'a.tf.json');
  }).timeout(patience);

  it('is read after any edit', () => {
    const piece = fc.constantFrom(
      '"',
      '{',
      '}',
      '[',
      ']',
      '(',
      ')',
      '${',
      '%{',
      '<<EOT\n',
      '\n',
      '/*',
      '#',
      '=',
      'statement {',
      '\u{1f600}',
      '',
    );
    fc.assert(
      fc.property(
        fc.constantFrom(...texts, json),
        fc.nat(),
        fc.nat(40),
        piece,
        (text, at, length, inserted) => {
          const start = at % (text.length + 1);
          const changed = text.slice(0, start) + inserted + text.slice(start + (length % 7));
          askAll(changed, start, text === json ? 'a.tf.json' : 'a.tf');
        },
      ),
      runs(400),
    );
  }).timeout(patience);

  it('is read whatever it is', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 200, unit: 'binary' }), (text) => void parseHcl(text)),
      runs(2000),
    );
  }).timeout(patience);

  it('keeps the policies of other blocks when one is broken', () => {
    const [document, object] = texts as [string, string];
    const count = (text: string) =>
      openDocument({ text, languageId: 'terraform', fileName: 'a.tf' })?.policies.length ?? 0;
    const whole = `${document}\n${object}`;
    const behind = count(object);
    for (const broken of ['"', '[', '{', '(', '"${', '}', ']', ')']) {
      const at = document.indexOf('s3:GetObject') - 1;
      const text = whole.slice(0, at) + broken + whole.slice(at);
      assert.ok(count(text) >= behind + 1, `${broken}: ${count(text)}`);
    }
  });
});
