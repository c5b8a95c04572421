import assert from 'node:assert/strict';
import {
  complete,
  createPolicyService,
  openDocument,
  policiesAt,
  quickFixes,
} from '../../../server/src/service';
import { testCatalog } from '../../support/catalog';
import { apply } from '../../support/checkCompletion';
import { applyEdits } from '../../support/applyEdits';

/** A string with a policy in it as its host spells it; the policy stands in for the mark. */
interface Host {
  readonly languageId: string;
  readonly fileName: string;
  readonly around: string;
  readonly spell: (json: string) => string;
}

const inner = (text: string) => JSON.stringify(text).slice(1, -1);
const forTerraform = (text: string) => text.replaceAll('${', () => '$${');

const hosts: Readonly<Record<string, Host>> = {
  'JSON itself': { languageId: 'json', fileName: 'policy.json', around: '@', spell: (json) => json },
  'a quoted string of Terraform': {
    languageId: 'terraform',
    fileName: 'main.tf',
    around: 'locals {\n  x = 1\n}\n\nresource "aws_iam_policy" "a" {\n  policy = "@"\n}\n',
    spell: (json) => inner(forTerraform(json)),
  },
  "a string of Terraform's JSON syntax": {
    languageId: 'json',
    fileName: 'main.tf.json',
    around: '{ "resource": { "aws_iam_policy": { "a": { "policy": "@" } } } }',
    spell: (json) => inner(forTerraform(json)),
  },
  'double quotes of YAML': {
    languageId: 'yaml',
    fileName: 'policy.yaml',
    around: 'spec:\n  policyDocument: "@"\n',
    spell: inner,
  },
  'single quotes of YAML': {
    languageId: 'yaml',
    fileName: 'policy.yaml',
    around: "# it's\nspec:\n  policyDocument: '@'\n",
    // A quote makes the text differ from the JSON that it is.
    spell: (json) => json.replace('"Id": "x"', `"Id": "it's"`).replaceAll("'", "''"),
  },
  'Fn::Sub in a template of JSON': {
    languageId: 'json',
    fileName: 'template.json',
    around:
      '{ "Resources": { "A": { "Type": "AWS::IAM::ManagedPolicy", "Properties": { "PolicyDocument": { "Fn::Sub": "@" } } } } }',
    spell: (json) => inner(json.replaceAll('${', '${!')),
  },
};

const policy = (rest: string) =>
  `{"Version": "2012-10-17", "Id": "x", "Statement": [{"Effect": "Allow", ${rest}}]}`;

function open({ languageId, fileName }: Host, text: string) {
  return openDocument({ text, languageId, fileName })?.policies ?? [];
}

interface FixRow {
  readonly code: string;
  readonly before: string;
  readonly after: string;
}

const fixRows: readonly FixRow[] = [
  {
    code: 'INVALID_ACTION',
    before: '"Action": "s3:GetObjekt", "Resource": "*"',
    after: '"Action": "s3:GetObject", "Resource": "*"',
  },
  { code: 'MISSING_RESOURCE', before: '"Action": "s3:*"', after: '"Action": "s3:*", "Resource": "*"' },
  {
    code: 'MISSING_BRACE_IN_VARIABLE',
    before: '"Action": "s3:*", "Resource": "arn:aws:s3:::a/${aws:username"',
    after: '"Action": "s3:*", "Resource": "arn:aws:s3:::a/${aws:username}"',
  },
  {
    code: 'REDUNDANT_ACTION',
    before: '"Action": ["s3:*", "s3:GetObject"], "Resource": "*"',
    after: '"Action": ["s3:*"], "Resource": "*"',
  },
];

const service = createPolicyService({ catalog: testCatalog() });

describe('policies in strings with escapes', () => {
  for (const [name, host] of Object.entries(hosts)) {
    const textOf = (json: string) => host.around.replace('@', () => host.spell(json));

    for (const { code, before, after } of fixRows)
      it(`${name}: ${code} is repaired`, () => {
        const text = textOf(policy(before));
        const [file] = open(host, text);
        assert.ok(file, text);
        const found = service.check(file, text).find((finding) => finding.code === code);
        assert.ok(
          found,
          `${service
            .check(file, text)
            .map((one) => one.code)
            .join()} in ${text}`,
        );
        const [fix] = quickFixes(found, file, text, testCatalog());
        assert.equal(fix && applyEdits(text, fix.edits), textOf(policy(after)));
      });

    it(`${name}: words, keys and variables are completed`, () => {
      const rows: readonly (readonly [before: string, label: string, after: string])[] = [
        [
          '"Action": "s3:GetObj$0", "Resource": "*"',
          's3:GetObject',
          '"Action": "s3:GetObject", "Resource": "*"',
        ],
        ['"Action": "s3:*", $0', 'Resource', '"Action": "s3:*", "Resource": ""'],
        [
          '"Action": "s3:*", "Resource": "arn:aws:s3:::a/${aws:usern$0}"',
          '${aws:username}',
          '"Action": "s3:*", "Resource": "arn:aws:s3:::a/${aws:username}"',
        ],
      ];
      for (const [before, label, after] of rows) {
        const marked = textOf(policy(before).replace('$0', '\u0001'));
        const offset = marked.includes('\u0001') ? marked.indexOf('\u0001') : marked.indexOf('\\u0001');
        const text = marked.replace(/\u0001|\\u0001/, '');
        const [file] = policiesAt(open(host, text), offset);
        assert.ok(file, text);
        const { items } = complete(file, offset, text, testCatalog());
        const chosen = items.find(({ suggestion }) => suggestion.label === label);
        assert.ok(
          chosen,
          `${label} in ${items
            .map(({ suggestion }) => suggestion.label)
            .slice(0, 20)
            .join(' ')} of ${text}`,
        );
        assert.equal(apply(text, chosen).written, textOf(policy(after)));
      }
    });
  }
});
