import assert from 'node:assert/strict';
import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { createPolicyService, type HostDocument, openDocument } from '../../../server/src/service';
import { parseAnnotated } from '../../support/annotations';
import { testCatalog } from '../../support/catalog';
import { patience, runs } from '../../support/anyInput';

const folder = resolve(__dirname, '../../fixtures/terraform');
const text = [
  'finds/policy-document.tf',
  'finds/jsonencode.tf',
  'finds/heredoc.tf',
  'finds/known-parts.tf',
  'quiet/mixed.tf',
]
  .map((name) => parseAnnotated(readFileSync(resolve(folder, name), 'utf8')).text)
  .join('\n');
const service = createPolicyService({ catalog: testCatalog() });

const open = (changed: string, before?: HostDocument) =>
  openDocument({ text: changed, languageId: 'terraform', fileName: 'a.tf' }, before);

/** All that a document says: its policies as they are read, its findings, its facts. */
function said(document: HostDocument | undefined, changed: string): unknown {
  if (!document) return undefined;
  const policies = document.policies.map(({ owner, kind, range, policy }) => {
    return { owner, kind, range, root: policy.root, problems: policy.problems };
  });
  const facts = document.facts?.map((fact) => {
    if (fact.kind === 'role') return { ...fact, trust: fact.trust?.policy.root };
    return fact.kind === 'document' ? { ...fact, file: fact.file.policy.root } : fact;
  });
  const findings = service.checkAll(document, changed).map(({ code, message, ranges }) => ({
    code,
    message,
    ranges,
  }));
  // As JSON: what is not there and what is undefined are the same.
  return JSON.parse(JSON.stringify({ policies, facts, findings }));
}

/** The innermost words of the text, a bracket or quote of each sort, and whole blocks. */
const pieces = [
  '"', '{', '}', '[', ']', '(', ')', '${', '<<EOT\n', '\nEOT\n', '\n', '/*', '*/', '#', '=', ' ', 'a',
  'statement {', '\nvariable "x" {}\n', '\nx = 1\n',
  '\nresource "aws_iam_role" "r" {\n  assume_role_policy = data.aws_iam_policy_document.trust.json\n}\n',
  '\ndata "aws_iam_policy_document" "trust" {\n  statement {\n    actions = ["sts:AssumeRole"]\n  }\n}\n',
]; // prettier-ignore

describe('Terraform: a text read change by change', () => {
  it('says what the same text says that is read at once', () => {
    const change = fc.tuple(fc.nat(), fc.nat(60), fc.constantFrom(...pieces));
    fc.assert(
      fc.property(fc.array(change, { minLength: 1, maxLength: 6 }), (changes) => {
        let now = text;
        let document = open(now);
        for (const [at, length, inserted] of changes) {
          const start = at % (now.length + 1);
          now = now.slice(0, start) + inserted + now.slice(start + (length > 40 ? length * 5 : length % 4));
          document = open(now, document);
          assert.deepEqual(said(document, now), said(open(now), now));
        }
      }),
      runs(60),
    );
  }).timeout(patience);

  it('reads the block again that changed, and no other', () => {
    const first = open(text)!;
    const changed = text.replace('s3:GetObject', 's3:GetObjects');
    const known = new Set(first.policies.map(({ origin }) => origin!.file));
    const fresh = open(changed, first)!.policies.filter(({ origin }) => !known.has(origin!.file));
    assert.equal(fresh.length, 1);
  });
});
