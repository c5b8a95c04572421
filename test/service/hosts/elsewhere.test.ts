import assert from 'node:assert/strict';
import {
  complete,
  createPolicyService,
  hover,
  inlayHints,
  openDocument,
  policiesAt,
  quickFixes,
  semanticTokens,
} from '../../../server/src/service';
import { testCatalog } from '../../support/catalog';
import { apply } from '../../support/checkCompletion';
import { parseCursor } from '../../support/cursor';
import { applyEdits } from '../../support/applyEdits';

/** Texts around a statement, by the host: what stands before it, and behind it. */
const hosts = {
  serverless: [
    'serverless.yml',
    'provider:\n  iam:\n    role:\n      statements:\n        - Effect: Allow\n          ',
    '\n',
  ],
  'a role per function': [
    'serverless.yml',
    'functions:\n  f:\n    iamRoleStatements:\n      - Effect: Allow\n        ',
    '\n',
  ],
  'plain YAML': [
    'policies.yaml',
    'readers:\n  Version: "2012-10-17"\n  Statement:\n    - Effect: Allow\n      ',
    '\n',
  ],
  'plain YAML in flow style': [
    'policies.yaml',
    'readers: {Version: "2012-10-17", Statement: [{Effect: Allow, ',
    '}]}\n',
  ],
  'a manifest': [
    'role.yaml',
    'spec:\n  policyDocument: |\n    {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", ',
    '}]}\n',
  ],
  'a quoted manifest': [
    'role.yaml',
    'spec:\n  policyDocument: \'{"Version": "2012-10-17", "Statement": [{"Effect": "Allow", ',
    "}]}'\n",
  ],
  'an escaped manifest': [
    'role.yaml',
    'spec:\n  policyDocument: "{\\"Version\\": \\"2012-10-17\\", \\"Statement\\": [{\\"Effect\\": \\"Allow\\", ',
    '}]}"\n',
  ],
  CloudFormation: [
    'template.yaml',
    'Resources:\n  P:\n    Type: AWS::IAM::ManagedPolicy\n    Properties:\n      PolicyDocument:\n        Version: "2012-10-17"\n        Statement:\n          - Effect: Allow\n            ',
    '\n',
  ],
  aws_iam_policy_document: [
    'main.tf',
    'data "aws_iam_policy_document" "a" {\n  statement {\n    ',
    '\n  }\n}\n',
  ],
  jsonencode: [
    'main.tf',
    'resource "aws_iam_policy" "a" {\n  policy = jsonencode({\n    Version = "2012-10-17"\n    Statement = [{\n      Effect = "Allow"\n      ',
    '\n    }]\n  })\n}\n',
  ],
  heredoc: [
    'main.tf',
    'resource "aws_iam_policy" "a" {\n  policy = <<EOT\n{"Version": "2012-10-17", "Statement": [{"Effect": "Allow", ',
    '}]}\nEOT\n}\n',
  ],
} as const;
type Where = keyof typeof hosts;

function open(where: Where, inside: string) {
  const [fileName, before, behind] = hosts[where];
  const { text, offset } = inside.includes('$0')
    ? parseCursor(before + inside + behind)
    : { text: before + inside + behind, offset: before.length };
  const languageId = fileName.endsWith('.tf') ? 'terraform' : 'yaml';
  const document = openDocument({ text, languageId, fileName });
  const [file] = policiesAt(document?.policies ?? [], offset);
  assert.ok(document && file, `no policy in\n${text}`);
  return {
    text,
    offset,
    document,
    file,
    inside: (whole: string) => whole.slice(before.length, -behind.length),
  };
}

describe('completion', () => {
  const rows: readonly (readonly [where: Where, inside: string, label: string, gives: string])[] = [
    ['serverless', 'Action: dynamodb:Get$0', 'dynamodb:GetItem', 'Action: dynamodb:GetItem'],
    [
      'serverless',
      'Action:\n            - sqs:Sen$0',
      'sqs:SendMessage',
      'Action:\n            - sqs:SendMessage',
    ],
    ['serverless', 'Res$0', 'Resource', 'Resource: '],
    ['a role per function', 'Action: [sqs:Sen$0]', 'sqs:SendMessage', 'Action: [sqs:SendMessage]'],
    ['plain YAML', 'Action: s3:GetOb$0', 's3:GetObject', 'Action: s3:GetObject'],
    ['plain YAML in flow style', 'Action: s3:GetOb$0', 's3:GetObject', 'Action: s3:GetObject'],
    ['a manifest', '"Action": "s3:GetOb$0"', 's3:GetObject', '"Action": "s3:GetObject"'],
    ['a quoted manifest', '"Action": "s3:GetOb$0"', 's3:GetObject', '"Action": "s3:GetObject"'],
  ];
  for (const [where, inside, label, gives] of rows)
    it(`in ${where}: ${JSON.stringify(inside)}`, () => {
      const { text, offset, file, inside: part } = open(where, inside);
      const { items } = complete(file, offset, text, testCatalog());
      const chosen = items.find(({ suggestion }) => suggestion.label === label);
      assert.ok(chosen, items.map(({ suggestion }) => suggestion.label).join(' '));
      assert.equal(part(apply(text, chosen).written), gives);
    });
});

describe('completion of statements without a document around them', () => {
  const rows: readonly (readonly [source: string, ...first: string[]])[] = [
    ['provider:\n  iam:\n    role:\n      statements:\n        - $0\n', 'Sid', 'Effect', 'Action'],
    ['provider:\n  iam:\n    role:\n      statements: [$0]\n', 'Statement'],
    ['provider:\n  iam:\n    role:\n      statements:\n        $0\n'],
    ['functions:\n  f:\n    iamRoleStatements:\n      - Effect: $0\n', 'Allow', 'Deny'],
    [
      'functions:\n  f:\n    iamRoleStatements:\n      - Effect: Allow\n        Action: s3:*\n      - $0\n',
      'Sid',
      'Effect',
    ],
  ];
  for (const [source, ...first] of rows)
    it(JSON.stringify(source.slice(-30)), () => {
      const { text, offset } = parseCursor(source);
      const document = openDocument({ text, languageId: 'yaml', fileName: 'serverless.yml' });
      const [file] = policiesAt(document?.policies ?? [], offset);
      const items = file ? complete(file, offset, text, testCatalog()).items : [];
      assert.deepEqual(
        items.slice(0, first.length || 1).map(({ suggestion }) => suggestion.label),
        first,
      );
    });
});

describe('hover', () => {
  const rows: readonly (readonly [where: Where, inside: string, word: string])[] = [
    ['serverless', 'Action: [s3:Get$0Object]', 's3:GetObject'],
    ['a role per function', 'Action: "s3:Get$0Object"', '"s3:GetObject"'],
    ['plain YAML', 'Action: s3:Get$0Object', 's3:GetObject'],
    ['plain YAML in flow style', "Action: 's3:Get$0Object'", "'s3:GetObject'"],
    ['a manifest', '"Action": "s3:Get$0Object"', '"s3:GetObject"'],
    ['a quoted manifest', '"Action": "s3:Get$0Object"', '"s3:GetObject"'],
    ['an escaped manifest', '\\"Action\\": \\"s3:Get$0Object\\"', '\\"s3:GetObject\\"'],
  ];
  for (const [where, inside, word] of rows)
    it(`in ${where}`, () => {
      const { text, offset, file } = open(where, inside);
      const found = hover(file, offset, testCatalog());
      assert.match(found?.markdown ?? '', /\*\*s3:GetObject\*\* · Read/);
      assert.equal(text.slice(found!.range.start, found!.range.end), word);
    });
});

describe('quick fixes', () => {
  const rows: readonly (readonly [where: Where, inside: string, code: string, gives: string])[] = [
    ['serverless', 'Action: s3:GetObjct', 'INVALID_ACTION', 'Action: s3:GetObject'],
    ['a role per function', 'Action: ["s3:GetObjct"]', 'INVALID_ACTION', 'Action: ["s3:GetObject"]'],
    ['plain YAML', "Action: 's3:GetObjct'", 'INVALID_ACTION', "Action: 's3:GetObject'"],
    ['plain YAML in flow style', 'Action: s3:GetObjct', 'INVALID_ACTION', 'Action: s3:GetObject'],
    ['a manifest', '"Action": "s3:GetObjct"', 'INVALID_ACTION', '"Action": "s3:GetObject"'],
    ['a quoted manifest', '"Action": "s3:GetObjct"', 'INVALID_ACTION', '"Action": "s3:GetObject"'],
    [
      'an escaped manifest',
      '\\"Action\\": \\"s3:GetObjct\\"',
      'INVALID_ACTION',
      '\\"Action\\": \\"s3:GetObject\\"',
    ],
  ];
  for (const [where, inside, code, gives] of rows)
    it(`in ${where}: ${code}`, () => {
      const { text, document, file, inside: part } = open(where, inside);
      const service = createPolicyService({ catalog: testCatalog() });
      const finding = service.checkAll(document, text).find((one) => one.code === code);
      assert.ok(finding);
      const [fix] = quickFixes(finding, file, text, testCatalog());
      assert.equal(part(applyEdits(text, fix!.edits)), gives);
    });
});

/** The text with what is shown behind each place. */
function shown(text: string, marks: readonly { readonly at: number; readonly label: string }[]): string {
  return [...marks]
    .sort((a, b) => b.at - a.at)
    .reduce((all, { at, label }) => `${all.slice(0, at)}‹${label}›${all.slice(at)}`, text);
}

describe('inlay hints', () => {
  const rows: readonly (readonly [where: Where, shown: string])[] = [
    ['serverless', 'Action: sqs:List*‹4 actions›'],
    ['plain YAML', 'Action:\n        - "sqs:List*"‹4 actions›\n        - sqs:SendMessage'],
    ['plain YAML in flow style', "Action: [sqs:Send*‹1 action›, 'sqs:Xyz*'‹no actions›]"],
    ['a manifest', '"NotAction": ["account:*Region"‹2 actions›]'],
    ['an escaped manifest', '\\"Action\\": \\"sqs:List*\\"‹4 actions›'],
    ['CloudFormation', 'Action: !If [C, sqs:List*‹4 actions›, sqs:Send*‹1 action›]'],
    ['CloudFormation', 'Action: !Sub "sqs:${X}*"'],
    ['aws_iam_policy_document', 'actions = ["sqs:List*"‹4 actions›, "sqs:SendMessage"]'],
    ['aws_iam_policy_document', 'not_actions = ["account:*Region"‹2 actions›, "sqs:${var.x}*"]'],
    ['jsonencode', 'Action = "sqs:List*"‹4 actions›'],
    ['jsonencode', '"Action" : ["sqs:Send*"‹1 action›, var.more]'],
    ['heredoc', '"Action": "sqs:List*"‹4 actions›'],
  ];
  for (const [where, inside] of rows)
    it(`in ${where}: ${JSON.stringify(inside)}`, () => {
      const { text, document, inside: part } = open(where, inside.replace(/‹[^›]*›/g, ''));
      const marks = document.policies.flatMap(({ policy, range }) =>
        inlayHints(policy, range, testCatalog()).map(({ offset, label }) => ({ at: offset, label })),
      );
      const once = [...new Map(marks.map((mark) => [mark.at, mark])).values()];
      assert.equal(part(shown(text, once)), inside);
    });
});

describe('semantic tokens', () => {
  const rows: readonly (readonly [where: Where, shown: string])[] = [
    ['serverless', 'Action: s3:GetObject‹function readonly›'],
    ['plain YAML', "Action:\n        - 's3:PutObject‹function modification›'\n        - s3:GetObjct‹string›"],
    [
      'plain YAML',
      'Condition:\n        Bool:\n          aws:SecureTransport‹property defaultLibrary›: true\n        StringLike: {"s3:prefix‹property›": x, s3:prefx‹string›: y}',
    ],
    ['plain YAML in flow style', 'Action: [s3:*‹function modification›, "*"]'],
    ['a manifest', '"Action": "s3:GetObject‹function readonly›"'],
    ['an escaped manifest', '\\"Action\\": \\"s3:GetObject‹function readonly›\\"'],
    ['CloudFormation', 'Action: [s3:GetObject‹function readonly›, !Ref More]'],
    ['CloudFormation', 'Condition: {StringLike: {aws:ResourceTag‹property defaultLibrary›/a: !Ref X}}'],
    ['aws_iam_policy_document', 'actions = ["s3:GetObject‹function readonly›", "s3:GetObjct‹string›"]'],
    [
      'aws_iam_policy_document',
      'condition {\n      test = "Bool"\n      variable = "aws:SecureTransport‹property defaultLibrary›"\n      values = [true]\n    }',
    ],
    ['jsonencode', 'Action = ["s3:PutObject‹function modification›", local.more]'],
    ['jsonencode', 'Condition = { Bool = { "aws:SecureTransport‹property defaultLibrary›" = true } }'],
    ['heredoc', '"Action": ["s3:GetObject‹function readonly›", "s3:${var.x}"]'],
  ];
  for (const [where, inside] of rows)
    it(`in ${where}: ${JSON.stringify(inside)}`, () => {
      const { text, file, inside: part } = open(where, inside.replace(/‹[^›]*›/g, ''));
      const marks = semanticTokens(file.policy, file.range, testCatalog()).map(
        ({ range, type, modifiers }) => ({
          at: range.end,
          label: [type, ...modifiers].join(' '),
        }),
      );
      assert.equal(part(shown(text, marks)), inside);
    });
});
