import assert from 'node:assert/strict';
import {
  complete,
  createPolicyService,
  openDocument,
  policiesAt,
  quickFixes,
} from '../../../../server/src/service';
import { testCatalog } from '../../../support/catalog';
import { apply } from '../../../support/checkCompletion';
import { parseCursor } from '../../../support/cursor';
import { applyEdits } from '../../../support/applyEdits';

const service = createPolicyService({ catalog: testCatalog() });
const open = (text: string) =>
  openDocument({ text, languageId: 'json', fileName: 'main.tf.json' })?.policies ?? [];

const document = (statement: string) => `{
  "data": {
    "aws_iam_policy_document": {
      "a": {
        "statement": ${statement}
      }
    }
  }
}
`;
const object = (statement: string) => `{
  "locals": {
    "a": {
      "Version": "2012-10-17",
      "Statement": ${statement}
    }
  }
}
`;

const rows: readonly (readonly [code: string, before: string, after: string])[] = [
  [
    'INVALID_ACTION',
    document('[{ "actions": ["s3:GetObjekt"], "resources": ["*"] }]'),
    document('[{ "actions": ["s3:GetObject"], "resources": ["*"] }]'),
  ],
  [
    'MISSING_RESOURCE',
    document('[{ "actions": ["s3:*"] }]'),
    document('[{ "actions": ["s3:*"], "resources": ["*"] }]'),
  ],
  [
    'REDUNDANT_ACTION',
    document('{ "actions": ["s3:*", "s3:GetObject"], "resources": ["*"] }'),
    document('{ "actions": ["s3:*"], "resources": ["*"] }'),
  ],
  [
    'INVALID_EFFECT',
    document('{ "effect": "Alow", "actions": ["s3:*"], "resources": ["*"] }'),
    document('{ "effect": "Allow", "actions": ["s3:*"], "resources": ["*"] }'),
  ],
  [
    'MISSING_BRACE_IN_VARIABLE',
    document('{ "actions": ["s3:*"], "resources": ["arn:aws:s3:::a/&{aws:username"] }'),
    document('{ "actions": ["s3:*"], "resources": ["arn:aws:s3:::a/&{aws:username}"] }'),
  ],
  [
    'INVALID_SERVICE_CONDITION_KEY',
    document(
      '{ "actions": ["s3:ListBucket"], "resources": ["*"], "condition": [{ "test": "StringEquals", "variable": "s3:prefi", "values": ["x"] }] }',
    ),
    document(
      '{ "actions": ["s3:ListBucket"], "resources": ["*"], "condition": [{ "test": "StringEquals", "variable": "s3:prefix", "values": ["x"] }] }',
    ),
  ],
  [
    'INVALID_ACTION',
    object('{ "Effect": "Allow", "Action": "s3:GetObjekt", "Resource": "*" }'),
    object('{ "Effect": "Allow", "Action": "s3:GetObject", "Resource": "*" }'),
  ],
  [
    'MISSING_BRACE_IN_VARIABLE',
    object('{ "Effect": "Allow", "Action": "s3:*", "Resource": "arn:aws:s3:::a/$${aws:username" }'),
    object('{ "Effect": "Allow", "Action": "s3:*", "Resource": "arn:aws:s3:::a/$${aws:username}" }'),
  ],
];

describe("Terraform's JSON syntax: repairs and completion", () => {
  for (const [code, before, after] of rows)
    it(`${code} in ${before.includes('locals') ? 'an object' : 'a data source'}`, () => {
      const [file] = open(before);
      assert.ok(file);
      const findings = service.check(file, before);
      const found = findings.find((finding) => finding.code === code);
      assert.ok(found, findings.map((one) => one.code).join());
      const [fix] = quickFixes(found, file, before, testCatalog());
      assert.equal(fix && applyEdits(before, fix.edits), after);
    });

  it('every repair leaves JSON that can be read', () => {
    for (const [, before] of rows) {
      const [file] = open(before);
      for (const finding of service.check(file!, before))
        for (const { edits, title } of quickFixes(finding, file!, before, testCatalog()))
          assert.doesNotThrow(() => JSON.parse(applyEdits(before, edits)), title);
    }
  });

  const completions: readonly (readonly [source: string, label: string, after: string])[] = [
    [
      document('{ "actions": ["s3:GetObj$0"], "resources": ["*"] }'),
      's3:GetObject',
      document('{ "actions": ["s3:GetObject"], "resources": ["*"] }'),
    ],
    [
      document('{ "effect": "$0", "actions": ["s3:*"], "resources": ["*"] }'),
      'Deny',
      document('{ "effect": "Deny", "actions": ["s3:*"], "resources": ["*"] }'),
    ],
    [
      document('{ "actions": ["s3:*"], "reso$0" }'),
      'resources',
      document('{ "actions": ["s3:*"], "resources": [""] }'),
    ],
    [document('{ "actions": $0 }'), 's3:', document('{ "actions": ["s3:"] }')],
    [
      document('{ "actions": ["s3:*"], "principals": [{ "$0" }] }'),
      'type',
      document('{ "actions": ["s3:*"], "principals": [{ "type": "AWS" }] }'),
    ],
    [
      document('{ "actions": ["s3:*"], "principals": [{ "type": "$0", "identifiers": [] }] }'),
      'Service',
      document('{ "actions": ["s3:*"], "principals": [{ "type": "Service", "identifiers": [] }] }'),
    ],
    [
      document('{ "actions": ["s3:*"], "principals": { "type": "Service", "identifiers": ["ec2$0"] } }'),
      'ec2.amazonaws.com',
      document(
        '{ "actions": ["s3:*"], "principals": { "type": "Service", "identifiers": ["ec2.amazonaws.com"] } }',
      ),
    ],
    [
      document(
        '{ "actions": ["s3:*"], "condition": [{ "test": "Bool", "variable": "aws:SecureTransport", $0 }] }',
      ),
      'values',
      document(
        '{ "actions": ["s3:*"], "condition": [{ "test": "Bool", "variable": "aws:SecureTransport", "values": ["true"] }] }',
      ),
    ],
    [
      document('{ "actions": ["s3:*"], "condition": [{ "test": "Num$0" }] }'),
      'NumericEquals',
      document('{ "actions": ["s3:*"], "condition": [{ "test": "NumericEquals" }] }'),
    ],
    [
      document('{ "actions": ["s3:*"], "condition": [{ "test": "Bool", "variable": "$0" }] }'),
      'aws:SecureTransport',
      document(
        '{ "actions": ["s3:*"], "condition": [{ "test": "Bool", "variable": "aws:SecureTransport" }] }',
      ),
    ],
    [
      document(
        '{ "actions": ["s3:*"], "condition": { "test": "Bool", "variable": "aws:SecureTransport", "values": [$0] } }',
      ),
      'false',
      document(
        '{ "actions": ["s3:*"], "condition": { "test": "Bool", "variable": "aws:SecureTransport", "values": ["false"] } }',
      ),
    ],
    [
      object('{ "Effect": "Allow", "Action": "s3:GetObj$0", "Resource": "*" }'),
      's3:GetObject',
      object('{ "Effect": "Allow", "Action": "s3:GetObject", "Resource": "*" }'),
    ],
  ];
  for (const [source, label, after] of completions)
    it(`${label} is offered in ${source.includes('locals') ? 'an object' : 'a data source'}`, () => {
      const { text, offset } = parseCursor(source);
      const [file] = policiesAt(open(text), offset);
      const { items } = complete(file!, offset, text, testCatalog());
      const chosen = items.find(({ suggestion }) => suggestion.label === label);
      assert.ok(
        chosen,
        items
          .map(({ suggestion }) => suggestion.label)
          .slice(0, 20)
          .join(' '),
      );
      assert.equal(apply(text, chosen).written, after);
    });

  const shapes: readonly (readonly [source: string, label: string, statement: unknown])[] = [
    [document('{ "condition$0" }'), 'condition', { condition: [{ test: '', variable: '', values: [''] }] }],
    [document('{ "princ$0" }'), 'principals', { principals: [{ type: '', identifiers: [''] }] }],
    [document('[$0]'), 'Statement', [{ effect: 'Allow', actions: [''], resources: [''] }]],
  ];
  for (const [source, label, statement] of shapes)
    it(`${label} has the shape that a data source takes`, () => {
      const { text, offset } = parseCursor(source);
      const [file] = policiesAt(open(text), offset);
      const { items } = complete(file!, offset, text, testCatalog());
      const chosen = items.find(({ suggestion }) => suggestion.label === label);
      assert.ok(chosen, items.map(({ suggestion }) => suggestion.label).join(' '));
      const { data } = JSON.parse(apply(text, chosen).written) as {
        data: { aws_iam_policy_document: { a: { statement: unknown } } };
      };
      assert.deepEqual(data.aws_iam_policy_document.a.statement, statement);
    });

  it('keys of a data source are arguments, less those that it has', () => {
    const offered = (source: string) => {
      const { text, offset } = parseCursor(source);
      const [file] = policiesAt(open(text), offset);
      return complete(file!, offset, text, testCatalog()).items.map(({ suggestion }) => suggestion.label);
    };
    const inStatement = offered(document('{ $0 "actions": ["s3:*"] }'));
    assert.ok(inStatement.includes('resources') && inStatement.includes('condition'));
    assert.ok(!inStatement.some((label) => /^(actions|not_actions|Action|Resource)$/.test(label)));
    const onTop = offered(document('{}').replace('"statement"', '"$0": "", "statement"'));
    assert.ok(onTop.includes('policy_id') && !onTop.includes('statement'));
    assert.deepEqual(offered(document('{ "other": { "$0" } }')), []);
  });
});
