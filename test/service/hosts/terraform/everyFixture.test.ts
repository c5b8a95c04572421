import assert from 'node:assert/strict';
import {
  allChecks,
  createPolicyService,
  type Finding,
  openDocument,
  quickFixes,
  readJson,
} from '../../../../server/src/service';
import type { KindOfPolicy } from '../../../../server/src/service/checks/check';
import { parseHcl } from '../../../../server/src/service/hosts/terraform/hcl/parse';
import { toNeutral } from '../../../../server/src/service/convert/neutral';
import { toDocument, toHclObject } from '../../../../server/src/service/convert/terraform/forms';
import { hclValue } from '../../../../server/src/service/convert/terraform/write';
import { hclNotation } from '../../../../server/src/service/edits/json/notation';
import type { PolicyNode, StringNode } from '../../../../server/src/service/model/nodes';
import type { PolicyDocument } from '../../../../server/src/service/model/policyDocument';
import { parseAnnotated } from '../../../support/annotations';
import { testCatalog } from '../../../support/catalog';
import { fixtureCodes, type Fixture, fixturesOf } from '../../../support/fixtures';
import { applyEdits } from '../../../support/applyEdits';

const service = () =>
  createPolicyService({
    catalog: testCatalog(),
    severity: Object.fromEntries(allChecks.map(({ code }) => [code, 'error' as const])),
  });

/** Terraform writes characters themselves, whatever escape its text has for them. */
const escapes = 'quiet-escaped.identity.json';

/** Findings about what this host does not have: text that is no JSON, lists of one, what the provider fills in. */
const ofJsonAlone = /^(JSON_SYNTAX_ERROR|POLICY_SIZE_\w+|DUPLICATE_KEY)$/;
const ofShapes =
  /^(MISSING_VERSION|EMPTY_SID_VALUE|MISSING_EFFECT|DATA_TYPE_MISMATCH|EMPTY_ARRAY_\w+|MISSING_STATEMENT|REDUNDANT_STATEMENT|UNIQUE_SIDS_RECOMMENDED|INVALID_PRINCIPAL_FORMAT)$/;

describe('every fixture of a check, in Terraform', () => {
  let objects = 0;
  let documents = 0;
  for (const code of fixtureCodes())
    for (const fixture of fixturesOf(code))
      it(`${code}/${fixture.file}`, () => {
        const plain = plainOf(fixture);
        if (!plain || fixture.file === escapes) return;
        objects++;
        compare(fixture, plain, `locals {\n  a = ${toHclObject(plain.value, '  ')}\n}\n`, ofJsonAlone);
        const document = toDocument('a', plain.value);
        if (document === undefined) return;
        documents++;
        compare(fixture, plain, document, new RegExp(`${ofJsonAlone.source}|${ofShapes.source}`));
      });
  it('are nearly all of them', () => {
    const all = fixtureCodes().flatMap(fixturesOf).length;
    assert.ok(objects > all * 0.85, `${objects} of ${all} as objects`);
    assert.ok(documents > all * 0.75, `${documents} of ${all} as documents`);
    assert.ok(fixes > 500, `${fixes} repairs`);
  });
});

function plainOf({ text: source }: Fixture) {
  const { text } = parseAnnotated(source);
  const policy = readJson(text, { comments: false });
  const neutral = policy.isPartial ? undefined : toNeutral(policy.root);
  const value = neutral && hclValue(neutral, hclNotation);
  return value === undefined ? undefined : { text, policy, value };
}

function compare(
  { kind }: Fixture,
  { text, policy }: { text: string; policy: PolicyDocument },
  hcl: string,
  leftOut: RegExp,
): void {
  const [file] = openDocument({ text: hcl, languageId: 'terraform', fileName: 'a.tf' })?.policies ?? [];
  // Not even its shape is a policy's.
  if (!file) return;
  const known = kind ?? file.kind;
  const show = (found: readonly Finding[], where: PolicyDocument) =>
    found
      .filter(({ code }) => !leftOut.test(code))
      .map(
        ({ code, ranges }) => `${code} at ${ranges.map((range) => pathOf(where.root!, range)).join(' and ')}`,
      )
      .sort();
  const wanted = show(service().check({ policy, kind: known }, text), policy);
  const found = show(service().check({ policy: file.policy, kind: known }, hcl), file.policy);
  assert.deepEqual(found, wanted, hcl);
  checkFixes(hcl, known);
}

let fixes = 0;

/** Each repair leaves text that Terraform can read, with one finding of the kind less and no other error of ours. */
function checkFixes(hcl: string, kind: KindOfPolicy): void {
  const open = (text: string) => {
    const [file] = openDocument({ text, languageId: 'terraform', fileName: 'a.tf' })!.policies;
    return { policy: file!.policy, syntax: file!.syntax, kind };
  };
  const file = open(hcl);
  const findings = service().check(file, hcl);
  const count = (all: readonly Finding[], code: string) => all.filter((one) => one.code === code).length;
  for (const finding of findings) {
    for (const { title, edits } of quickFixes(finding, file, hcl, testCatalog())) {
      fixes++;
      const after = applyEdits(hcl, edits);
      const label = `${finding.code}: ${title}\n${after}\nfrom\n${hcl}`;
      assert.deepEqual(parseHcl(after).problems, [], label);
      assert.notEqual(after, hcl, label);
      const left = service().check(open(after), after);
      assert.ok(count(left, finding.code) < count(findings, finding.code), label);
    }
  }
}

/** Keys and positions that lead to the node at the range, or to the string that it is a part of. */
function pathOf(node: PolicyNode, range: { start: number; end: number }): string {
  return find(node, range, '') ?? 'elsewhere';
}

function find(node: PolicyNode, range: { start: number; end: number }, path: string): string | undefined {
  if (node.range.start === range.start && node.range.end === range.end) return path;
  if (node.kind === 'string') return within(node, range) && `${path}, ${within(node, range)}`;
  if (node.kind === 'array') {
    const isOne = node.items.length === 1;
    return first(node.items, (item, index) => find(item, range, isOne ? path : `${path}/${index}`));
  }
  if (node.kind !== 'object') return undefined;
  return first(node.entries, ({ key, value }) => {
    if (key.range.start === range.start && key.range.end === range.end) return `key ${path}/${key.text}`;
    const inKey = within(key, range);
    return inKey ? `key ${path}/${key.text}, ${inKey}` : value && find(value, range, `${path}/${key.text}`);
  });
}

/** The characters of the string that the range holds. */
function within(
  { text, contentStart, offsets, range: whole }: StringNode,
  range: { start: number; end: number },
) {
  if (range.start < whole.start || range.end > whole.end) return undefined;
  const inside = Array.from({ length: text.length }, (_, index) => index).filter((index) => {
    const at = offsets?.[index] ?? contentStart + index;
    return range.start <= at && at < range.end;
  });
  return `characters ${inside.at(0)}-${inside.at(-1)}`;
}

function first<T>(
  list: readonly T[],
  look: (item: T, index: number) => string | undefined,
): string | undefined {
  for (const [index, item] of list.entries()) {
    const found = look(item, index);
    if (found !== undefined) return found;
  }
  return undefined;
}
