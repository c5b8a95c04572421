import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import {
  createPolicyService,
  type HostDocument,
  isSameFacts,
  languageOfFile,
  openDocument,
  type TemplateFact,
} from '../../../../server/src/service';
import { type Annotated, markOf, parseAnnotated, showMarks } from '../../../support/annotations';
import { testCatalog } from '../../../support/catalog';

const folder = resolve(__dirname, '../../../fixtures/terraform/modules');
const open = (text: string, fileName: string, before?: HostDocument) =>
  openDocument({ text, languageId: languageOfFile(fileName), fileName }, before);

interface Part extends Annotated {
  readonly name: string;
  readonly document: HostDocument | undefined;
}

/** The files of a module, marks left out. */
function partsOf(module: string): Part[] {
  return readdirSync(join(folder, module)).map((name) => {
    const annotated = parseAnnotated(readFileSync(join(folder, module, name), 'utf8'));
    return { ...annotated, name, document: open(annotated.text, name) };
  });
}

function factsOf(parts: readonly Part[], without: Part): ReadonlyMap<string, readonly TemplateFact[]> {
  return new Map(
    parts.flatMap((one) => (one === without ? [] : [[one.name, one.document?.facts ?? []] as const])),
  );
}

/** Each folder of `test/fixtures/terraform/modules` is a module, whose files are looked at together. */
describe('Terraform: files of a module', () => {
  const service = createPolicyService({ catalog: testCatalog() });
  const together = (parts: readonly Part[], part: Part) =>
    part.document ? service.checkTogether(part.document, part.text, factsOf(parts, part)) : [];

  for (const module of readdirSync(folder)) {
    const parts = partsOf(module);
    for (const part of parts) {
      it(`${module}/${part.name}`, () => {
        const found = together(parts, part).flatMap(({ code, ranges }) =>
          ranges.map((range) => markOf(code, range, part.text)),
        );
        assert.deepEqual(showMarks(found), showMarks(part.marks));
      });
    }
  }

  it('tells nothing of what other files hold where it is not given them', () => {
    const part = partsOf('spread').find(({ name }) => name === 'instances.tf')!;
    assert.deepEqual(service.checkTogether(part.document!, part.text), []);
  });

  it('points at the trust policy in the other file', () => {
    const parts = partsOf('spread');
    const part = parts.find(({ name }) => name === 'instances.tf')!;
    const finding = together(parts, part).find(({ code }) => code === 'PROFILE_ROLE_NOT_TRUSTED_BY_EC2')!;
    const seen = finding.related!.map(({ path, range }) => {
      const { text } = parts.find(({ name }) => name === path)!;
      return `${path}: ${text.slice(range.start, range.end).split('\n')[0]!}`;
    });
    assert.deepEqual(seen, ['profiles.tf.json: "${aws_iam_role.web.name}"', 'trust.tf: principals {']);
  });

  it('is less sure of a name than of a reference', () => {
    const parts = partsOf('named');
    const part = parts.find(({ name }) => name === 'uses.tf')!;
    const findings = together(parts, part).filter(({ code }) => code === 'ROLE_IN_PLACE_OF_PROFILE');
    assert.deepEqual(
      findings.map(({ severity }) => severity),
      ['error', 'warning'],
    );
  });

  it('knows whether a change says anything new to the others', () => {
    const { text, document } = partsOf('spread').find(({ name }) => name === 'trust.tf')!;
    const said = (changed: string) =>
      isSameFacts(document!.facts!, open(changed, 'trust.tf', document)!.facts!);
    assert.equal(said(`# about trust\n\n${text}\n`), true);
    assert.equal(said(text.replace('s3.amazonaws.com', 'ec2.amazonaws.com')), false);
    assert.equal(said(text.replace('only_s3', 'only_s4')), false);
  });
});
