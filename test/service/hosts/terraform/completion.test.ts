import assert from 'node:assert/strict';
import {
  complete,
  createPolicyService,
  describeSuggestion,
  openDocument,
  policiesAt,
} from '../../../../server/src/service';
import { testCatalog } from '../../../support/catalog';
import { apply } from '../../../support/checkCompletion';
import { parseCursor } from '../../../support/cursor';

interface Row {
  readonly includes?: readonly string[];
  readonly excludes?: readonly string[];
  /** Accept this label; the line with the cursor and those that are added must then be these. */
  readonly accept?: readonly [label: string, ...lines: string[]];
  readonly nothing?: boolean;
  /** What is accepted makes the policy whole: no check has an error to tell of it. */
  readonly whole?: boolean;
}

function offered(source: string) {
  const { text, offset } = parseCursor(source);
  const document = openDocument({ text, languageId: 'terraform', fileName: 'main.tf' });
  const [file] = policiesAt(document?.policies ?? [], offset);
  return { text, items: file ? complete(file, offset, text, testCatalog()).items : [] };
}

function check(source: string, { includes = [], excludes = [], accept, nothing, whole }: Row): void {
  const { text, items } = offered(source);
  const { offset } = parseCursor(source);
  const labels = items.map(({ suggestion }) => suggestion.label);
  if (nothing) assert.deepEqual(labels, []);
  for (const label of includes)
    assert.ok(labels.includes(label), `${label} in ${labels.slice(0, 30).join(' ')}`);
  for (const label of excludes) assert.ok(!labels.includes(label), `${label} is offered`);
  if (!accept) return;
  const [label, ...lines] = accept;
  const chosen = items.find(({ suggestion }) => suggestion.label === label);
  assert.ok(chosen, `${label} in ${labels.slice(0, 30).join(' ')}`);
  const typed = text.slice(chosen.range.start, offset);
  assert.ok(isFoundBy(typed, chosen.filter), `editors hide ${chosen.filter} where ${typed} is typed`);
  const { written } = apply(text, chosen);
  assert.ok(written.includes(lines.join('\n')), written);
  if (whole) assert.deepEqual(errorsIn(written), []);
}

function errorsIn(text: string): string[] {
  const document = openDocument({ text, languageId: 'terraform', fileName: 'main.tf' });
  assert.ok(document);
  const service = createPolicyService({ catalog: testCatalog() });
  return document.policies
    .flatMap((policy) => service.check(policy, text))
    .filter(({ severity }) => severity === 'error')
    .map(({ code, message }) => `${code}: ${message}`);
}

/** Editors show what has the characters that are typed, in their order. */
function isFoundBy(typed: string, filter: string): boolean {
  let at = 0;
  for (const character of filter.toLowerCase()) if (character === typed.toLowerCase()[at]) at++;
  return at === typed.length;
}

const trust = (inside: string) => `data "aws_iam_policy_document" "a" {
  statement {
    ${inside}
  }
}

resource "aws_iam_role" "r" {
  assume_role_policy = data.aws_iam_policy_document.a.json
}
`;
const document = (inside: string) => `data "aws_iam_policy_document" "a" {
  statement {
    ${inside}
  }
}

resource "aws_iam_policy" "p" {
  policy = data.aws_iam_policy_document.a.json
}
`;
const object = (inside: string) => `resource "aws_iam_policy" "p" {
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect = "Allow"
      ${inside}
    }]
  })
}
`;

const trusted = (inside: string) => trust(`actions = ["sts:AssumeRole"]\n    principals {\n${inside}\n    }`);
const limited = (inside: string) =>
  document(
    `actions   = ["s3:GetObject"]\n    resources = ["arn:aws:s3:::b/*"]\n    condition {\n${inside}\n    }`,
  );
const top = (inside: string) => `data "aws_iam_policy_document" "a" {\n  ${inside}\n}\n`;

const blockRows: readonly (readonly [string, string, Row])[] = [
  [
    'names in principals',
    trusted('      $0'),
    { includes: ['identifiers'], excludes: ['Service', 'sid'], accept: ['type', '      type = "Service"'] },
  ],
  [
    'a type above identifiers that tell it, their signs below each other',
    trusted('      t$0\n      identifiers = ["arn:aws:iam::111122223333:root"]'),
    {
      excludes: ['identifiers'],
      accept: ['type', '      type        = "AWS"', '      identifiers = ["arn:aws:iam::111122223333:root"]'],
      whole: true,
    },
  ],
  [
    'identifiers below a type, which moves its sign',
    trusted('      type = "Service"\n      ident$0'),
    {
      excludes: ['type'],
      accept: ['identifiers', '      type        = "Service"', '      identifiers = [""]'],
    },
  ],
  [
    'identifiers of everybody',
    'data "aws_iam_policy_document" "a" {\n  statement {\n    not_actions = ["s3:*"]\n    principals {\n      type = "*"\n      $0\n    }\n  }\n}\n',
    { accept: ['identifiers', '      type        = "*"', '      identifiers = ["*"]'] },
  ],
  [
    'a name in place of another',
    trusted('      typ$0 = "Service"'),
    { excludes: ['identifiers'], accept: ['type', '      type = "Service"'] },
  ],
  ['nothing for a name that is right', trusted('      type$0 = "Service"'), { nothing: true }],
  ['nothing behind a value', trusted('      type = "Service" $0'), { nothing: true }],
  [
    'a type in quotes',
    trusted('      type = "$0"'),
    { includes: ['Service', 'AWS', 'Federated'], excludes: ['type', '*'] },
  ],
  ['a type without them', trusted('      type = $0'), { accept: ['AWS', '      type = "AWS"'] }],
  [
    'everybody, where others than roles are trusted',
    document('principals {\n      type = "$0"\n    }'),
    { includes: ['AWS', 'Service', 'Federated', 'CanonicalUser'], accept: ['*', 'type = "*"'] },
  ],
  [
    'nobody but everybody',
    document('not_principals {\n      type = "$0"\n    }'),
    { includes: ['AWS'], excludes: ['*'] },
  ],
  [
    'names in not_principals',
    document('not_principals {\n      $0\n    }'),
    { includes: ['type', 'identifiers'] },
  ],
  [
    'an identifier on a line of its own',
    trusted(
      '      type = "Service"\n      identifiers = [\n        "ec2.amazonaws.com",\n        $0\n      ]',
    ),
    {
      excludes: ['ec2.amazonaws.com'],
      accept: ['lambda.amazonaws.com', '        "lambda.amazonaws.com"'],
      whole: true,
    },
  ],
  [
    'names in a condition',
    limited('      $0'),
    { includes: ['variable', 'values'], accept: ['test', '      test = ""'] },
  ],
  [
    'a variable between the others',
    limited('      test   = "Bool"\n      va$0\n      values = ["true"]'),
    {
      excludes: ['test', 'values'],
      accept: ['variable', '      test     = "Bool"', '      variable = ""', '      values   = ["true"]'],
    },
  ],
  [
    'values that the key has most often',
    limited('      test     = "Bool"\n      variable = "aws:SecureTransport"\n      val$0'),
    {
      accept: ['values', '      variable = "aws:SecureTransport"', '      values   = ["true"]'],
      whole: true,
    },
  ],
  [
    'operators for several values',
    limited('      test = "ForAll$0"'),
    { accept: ['ForAllValues:StringLike', 'test = "ForAllValues:StringLike"'] },
  ],
  [
    'operators that fit the variable',
    limited('      test = "$0"\n      variable = "aws:SecureTransport"\n      values = ["true"]'),
    { includes: ['Bool'], excludes: ['StringEquals', 'IpAddress'] },
  ],
  [
    'keys that fit the operator',
    limited('      test = "IpAddress"\n      variable = "$0"'),
    { includes: ['aws:SourceIp'], excludes: ['aws:SecureTransport'] },
  ],
  [
    'a value in a list',
    limited('      test = "Bool"\n      variable = "aws:SecureTransport"\n      values = [$0]'),
    { accept: ['false', 'values = ["false"]'], whole: true },
  ],
  [
    'names in what a dynamic block repeats',
    document('dynamic "condition" {\n      for_each = var.tags\n      content {\n        $0\n      }\n    }'),
    { includes: ['test', 'variable', 'values'] },
  ],
  [
    'another condition',
    limited('      test = "Bool"\n    }\n    $0\n    condition {'),
    { includes: ['condition'] },
  ],
  [
    'more principals, and none that exclude them',
    trusted('      type = "Service"\n    }\n    $0\n    principals {'),
    { includes: ['principals'], excludes: ['not_principals'] },
  ],
  [
    'the name of a block that is there',
    document('cond$0 {\n    }'),
    { excludes: ['sid'], accept: ['condition', '    condition {\n    }'] },
  ],
  [
    'another statement',
    top('statement {\n    actions = ["s3:*"]\n  }\n  $0'),
    { includes: ['statement', 'version'] },
  ],
  [
    'documents that come in, those of the file',
    `${document('$0')}`.replace('  statement {\n    $0\n  }', '  sour$0') +
      'data "aws_iam_policy_document" "base" {\n}\n',
    {
      excludes: ['sid', 'actions'],
      accept: [
        'source_policy_documents',
        '  source_policy_documents = [data.aws_iam_policy_document.base.json]',
      ],
      whole: true,
    },
  ],
  [
    'documents of elsewhere',
    top('over$0'),
    { accept: ['override_policy_documents', '  override_policy_documents = []'] },
  ],
  [
    'names below an ARN that ends as a comment begins',
    document('resources = ["arn:aws:s3:::b/*"]\n    $0'),
    { includes: ['actions', 'condition'] },
  ],
  ['nothing in a comment behind a value', document('effect = "Allow" # act$0'), { nothing: true }],
  ['nothing in a comment of several lines', document('/* a\n    act$0 */'), { nothing: true }],
  ['what comes behind a comment', document('/* a */\n    act$0'), { includes: ['actions'] }],
];

const rows: readonly (readonly [string, string, Row])[] = [
  [
    'actions in a document',
    document('actions = ["s3:GetOb$0"]'),
    { accept: ['s3:GetObject', 'actions = ["s3:GetObject"]'] },
  ],
  [
    'actions in an open string',
    document('actions = ["s3:GetOb$0'),
    { accept: ['s3:GetObject', 'actions = ["s3:GetObject"'] },
  ],
  ['an action where the list is missing', document('actions = $0'), { accept: ['s3:', 'actions = ["s3:"]'] }],
  [
    'arguments, by their own names',
    document('$0'),
    {
      includes: ['sid', 'effect', 'actions', 'not_actions', 'resources', 'not_resources', 'condition'],
      excludes: ['Action', 'NotResource', 'Condition', 'principals'],
      accept: ['actions', '    actions = [""]'],
    },
  ],
  [
    'arguments that exclude each other',
    document('not_actions = ["iam:*"]\n    $0'),
    { includes: ['resources'], excludes: ['actions', 'not_actions'] },
  ],
  ['lists', document('res$0'), { accept: ['not_resources', '    not_resources = [""]'] }],
  ['an effect, which is no list', document('eff$0'), { accept: ['effect', '    effect = "Allow"'] }],
  ['a name', document('$0'), { accept: ['sid', '    sid = "Statement1"'] }],
  [
    'principals as blocks',
    trust('actions = ["sts:AssumeRole"]\n    $0'),
    {
      accept: [
        'principals',
        '    principals {',
        '    \ttype        = ""',
        '    \tidentifiers = [""]',
        '    }',
      ],
    },
  ],
  [
    'arguments and blocks of the document itself',
    'data "aws_iam_policy_document" "a" {\n  $0\n}\n',
    { includes: ['version', 'policy_id', 'statement'], excludes: ['Version', 'Id', 'Statement'] },
  ],
  [
    'a statement as a block',
    'data "aws_iam_policy_document" "a" {\n  st$0\n}\n',
    { accept: ['statement', '  statement {', '  \teffect    = "Allow"', '  \tactions   = [""]'] },
  ],
  [
    'the version',
    'data "aws_iam_policy_document" "a" {\n  ver$0\n}\n',
    { accept: ['version', '  version = "2012-10-17"'] },
  ],
  [
    'an argument in place of another',
    document('act$0 = ["s3:*"]'),
    { accept: ['not_actions', 'not_actions = ["s3:*"]'] },
  ],
  [
    'the opposite of an argument',
    document('actions$0 = ["s3:*"]'),
    { excludes: ['sid', 'effect', 'resources'], accept: ['not_actions', 'not_actions = ["s3:*"]'] },
  ],
  [
    'a name beside others, its sign below theirs',
    'data "aws_iam_policy_document" "a" {\n  statement {\n    effect  = "Deny"\n    actions = ["s3:*"]\n    $0\n  }\n}\n',
    {
      accept: ['resources', '    effect    = "Deny"', '    actions   = ["s3:*"]', '    resources = [""]'],
    },
  ],
  [
    'conditions as blocks',
    document('$0'),
    { accept: ['condition', '    condition {', '    \ttest     = ""', '    \tvariable = ""'] },
  ],
  ['an effect', document('effect = "$0"'), { accept: ['Deny', 'effect = "Deny"'] }],
  ['principal types', document('principals {\n      type = "$0"\n    }'), { includes: ['AWS', 'Service'] }],
  [
    'services',
    document(
      'actions = ["sts:AssumeRole"]\n    principals {\n      type        = "Service"\n      identifiers = ["ec2$0"]\n    }',
    ),
    { accept: ['ec2.amazonaws.com', 'identifiers = ["ec2.amazonaws.com"]'] },
  ],
  [
    'operators',
    document('condition {\n      test = "Str$0"\n    }'),
    { accept: ['StringEquals', 'test = "StringEquals"'] },
  ],
  [
    'condition keys',
    document(
      'actions = ["s3:GetObject"]\n    condition {\n      test = "StringEquals"\n      variable = "aws:Source$0"\n    }',
    ),
    { accept: ['aws:SourceAccount', 'variable = "aws:SourceAccount"'] },
  ],
  [
    'policy variables in a document',
    document('resources = ["arn:aws:s3:::b/&{aws:user$0"]'),
    { accept: ['&{aws:username}', 'resources = ["arn:aws:s3:::b/&{aws:username}"]'] },
  ],
  [
    'actions in an object',
    object('Action = ["s3:GetOb$0"]'),
    { accept: ['s3:GetObject', 'Action = ["s3:GetObject"]'] },
  ],
  [
    'actions behind a colon',
    object('Action : "s3:GetOb$0"'),
    { accept: ['s3:GetObject', 'Action : "s3:GetObject"'] },
  ],
  ['keys of an object', object('$0'), { accept: ['Action', '      Action = ""'] }],
  ['a key in place of another', object('Act$0 = "*"'), { accept: ['NotAction', 'NotAction = "*"'] }],
  [
    'policy variables in an object',
    object('Action = "s3:*"\n      Resource = "arn:aws:s3:::b/$${aws:user$0"'),
    { accept: ['${aws:username}', 'Resource = "arn:aws:s3:::b/$${aws:username}"'] },
  ],
  [
    'actions in a heredoc',
    'resource "aws_iam_policy" "p" {\n  policy = <<EOT\n{"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": "s3:GetOb$0"}]}\nEOT\n}\n',
    { accept: ['s3:GetObject', '"Action": "s3:GetObject"'] },
  ],
  ['nothing in comments', document('# act$0'), { nothing: true }],
  ['nothing in interpolations and references', document('resources = [var.b$0]'), {}],
  ['nothing outside of policies', `${document('')}locals {\n  a = "s3:$0"\n}\n`, { nothing: true }],
];

describe('Terraform: completion', () => {
  for (const [name, text, row] of rows) it(name, () => check(text, row));

  describe('within blocks', () => {
    for (const [name, text, row] of blockRows) it(name, () => check(text, row));
  });

  it('says of an argument what is said of its element', () => {
    const said = (name: string) => describeSuggestion('element', name, testCatalog());
    assert.ok(said('not_actions'));
    assert.deepEqual(['not_actions', 'condition'].map(said), ['NotAction', 'Condition'].map(said));
  });
});
