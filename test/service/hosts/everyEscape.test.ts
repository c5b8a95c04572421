import assert from 'node:assert/strict';
import {
  createPolicyService,
  type Finding,
  type Fix,
  openDocument,
  type PolicyFile,
  quickFixes,
  readJson,
} from '../../../server/src/service';
import { argumentOf } from '../../../server/src/service/edits/terraform/blocks';
import { parseAnnotated } from '../../support/annotations';
import { testCatalog } from '../../support/catalog';
import { fixtureCodes, fixturesOf } from '../../support/fixtures';
import { applyEdits } from '../../support/applyEdits';

interface Host {
  readonly languageId: string;
  readonly fileName: string;
  /** The text with the policy; undefined where the host can't say it. */
  readonly write: (json: string) => string | undefined;
}

const quoted = (text: string) => JSON.stringify(text);
const forTerraform = (text: string) => text.replaceAll(/([$%])\{/g, '$1$1{');

const hosts: Readonly<Record<string, Host>> = {
  'a quoted string of Terraform': {
    languageId: 'terraform',
    fileName: 'main.tf',
    write: (json) => `resource "aws_iam_policy" "a" {\n  policy = ${quoted(forTerraform(json))}\n}\n`,
  },
  "a string of Terraform's JSON": {
    languageId: 'json',
    fileName: 'main.tf.json',
    write: (json) =>
      `{ "resource": { "aws_iam_policy": { "a": { "policy": ${quoted(forTerraform(json))} } } } }`,
  },
  "an object of Terraform's JSON": {
    languageId: 'json',
    fileName: 'main.tf.json',
    write: (json) => `{ "locals": { "a": ${forTerraform(json)} } }`,
  },
  "a data source of Terraform's JSON": { languageId: 'json', fileName: 'main.tf.json', write: documentOf },
  'double quotes of YAML': {
    languageId: 'yaml',
    fileName: 'policy.yaml',
    write: (json) => `spec:\n  policyDocument: ${quoted(json)}\n`,
  },
};

type Json = Readonly<Record<string, unknown>>;

/** The policy as a data source; undefined where it has what that can't say. */
function documentOf(json: string): string | undefined {
  const policy = JSON.parse(json) as Json;
  const statements = listOf(policy.Statement).map(statementOf);
  if (policy.Version === undefined || !statements.every((one) => one !== undefined)) return undefined;
  const document = { version: policy.Version, statement: statements };
  const text = JSON.stringify({ data: { aws_iam_policy_document: { a: document } } }, undefined, 2);
  return text.includes('&{') ? undefined : forTerraform(text);
}

function statementOf(statement: unknown): Json | undefined {
  if (!isObject(statement)) return undefined;
  const entries = Object.entries(statement).map(
    ([key, value]) => [argumentOf(key), valueOf(key, value)] as const,
  );
  return entries.every(([name, value]) => name !== undefined && value !== undefined)
    ? (Object.fromEntries(entries) as Json)
    : undefined;
}

function valueOf(element: string, value: unknown): unknown {
  if (element === 'Sid' || element === 'Effect') return typeof value === 'string' ? value : undefined;
  if (element === 'Condition') {
    if (!isObject(value) || !Object.values(value).every(isObject)) return undefined;
    return Object.entries(value as Record<string, Json>).flatMap(([test, clauses]) =>
      Object.entries(clauses).map(([variable, values]) => ({ test, variable, values: listOf(values) })),
    );
  }
  if (element.endsWith('Principal')) {
    if (value === '*') return [{ type: '*', identifiers: ['*'] }];
    return isObject(value)
      ? Object.entries(value).map(([type, identifiers]) => ({ type, identifiers: listOf(identifiers) }))
      : undefined;
  }
  return listOf(value);
}

function listOf(value: unknown): unknown[] {
  return Array.isArray(value) ? value : [value];
}

function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

const service = createPolicyService({ catalog: testCatalog() });
const codesOf = (findings: readonly Finding[]) => findings.map(({ code }) => code);
const count = (findings: readonly Finding[], code: string) =>
  findings.filter((one) => one.code === code).length;

describe('repairs in strings with escapes, and in JSON of Terraform', () => {
  let repairs = 0;
  for (const [name, host] of Object.entries(hosts)) {
    it(`${name}: leave a text that can be read, with one finding less`, () => {
      for (const code of fixtureCodes())
        for (const fixture of fixturesOf(code).filter(({ finds }) => finds)) {
          const json = parseAnnotated(fixture.text).text;
          const policy = readJson(json, { comments: false });
          if (policy.isPartial || policy.root?.kind !== 'object' || json.includes('\\')) continue;
          const text = host.write(json);
          if (text !== undefined) checkRepairs(host, text, code);
        }
    });
  }

  it('are many', () => assert.ok(repairs > 600, `${repairs} repairs`));

  function checkRepairs(host: Host, text: string, code: string): void {
    const open = (content: string): PolicyFile | undefined =>
      openDocument({ text: content, languageId: host.languageId, fileName: host.fileName })?.policies[0];
    const file = open(text);
    if (!file) return;
    const kind = file.kind;
    const before = service.check(file, text);
    for (const finding of before.filter((one) => one.code === code)) {
      const fixes: readonly Fix[] = quickFixes(finding, file, text, testCatalog());
      for (const { title, edits } of fixes) {
        if (edits.length === 0) continue;
        repairs++;
        const after: string = applyEdits(text, edits);
        const label = `${code}: ${title}\n${after}\nwas\n${text}`;
        const reread = open(after);
        assert.ok(reread && !reread.policy.isPartial, label);
        if (host.languageId === 'json') assert.doesNotThrow(() => JSON.parse(after), label);
        const left = service.check({ ...reread, policy: reread.policy, kind }, after);
        assert.ok(count(left, code) < count(before, code), `still there: ${label}`);
        const known = codesOf(before);
        const added = left.filter((one) => one.severity === 'error' && !known.includes(one.code));
        assert.deepEqual(codesOf(added), [], label);
      }
    }
  }
});
