import assert from 'node:assert/strict';
import { openDocument, refactorings } from '../../../../server/src/service';
import { testCatalog } from '../../../support/catalog';
import { applyEdits } from '../../../support/applyEdits';

/** The text with the policy that the file has converted as the title says; undefined where that is not offered. */
function convert(text: string, title: string): string | undefined {
  const document = openDocument({ text, languageId: 'terraform', fileName: 'a.tf' });
  const [file] = document?.policies ?? [];
  assert.ok(file);
  const found = refactorings(file, file.range.start + 1, text, testCatalog()).find(
    (one) => one.title === title,
  );
  return found && applyEdits(text, found.edits);
}

const toDocument = 'Convert to aws_iam_policy_document';
const toObject = 'Convert to jsonencode where it is used';

const object = `resource "aws_iam_policy" "read" {
  name   = "read"
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Sid    = "Read"
        Effect = "Allow"
        Action = [
          "s3:GetObject",
          "s3:ListBucket"
        ]
        Resource = [
          aws_s3_bucket.a.arn,
          "\${aws_s3_bucket.a.arn}/$\${aws:username}/*"
        ]
        Condition = {
          StringEquals = {
            "aws:SourceAccount" = [
              var.account
            ]
          }
        }
      }
    ]
  })
}
`;

describe('Terraform: conversions', () => {
  it('make a document of an object and an object of a document, computed values kept', () => {
    const document = convert(object, toDocument)!;
    assert.ok(
      document.startsWith(
        'data "aws_iam_policy_document" "read" {\n  version = "2012-10-17"\n\n  statement {',
      ),
    );
    for (const part of ['values   = [var.account]', '${aws_s3_bucket.a.arn}/&{aws:username}/*'])
      assert.ok(document.includes(part), document);
    assert.ok(document.includes('policy = data.aws_iam_policy_document.read.json'));
    assert.equal(convert(document, toObject), object);
  });

  it('make an object of a heredoc', () => {
    const heredoc = `resource "aws_iam_policy" "read" {
  policy = <<EOT
{"Version": "2012-10-17", "Statement": {"Effect": "Allow", "Action": "s3:*", "Resource": \${jsonencode(var.arns)}}}
EOT
}
`;
    assert.equal(
      convert(heredoc, 'Convert to jsonencode'),
      `resource "aws_iam_policy" "read" {
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = {
      Effect   = "Allow"
      Action   = "s3:*"
      Resource = var.arns
    }
  })
}
`,
    );
  });

  it('are not offered for a name that nothing can refer to', () => {
    const text = 'data "aws_iam_policy_document" ")a[" {\n  statement {\n    effect = "Deny"\n  }\n}\n';
    assert.equal(convert(text, toObject), undefined);
  });

  const inText = (policy: string, [open, close]: readonly [string, string]) =>
    `resource "aws_iam_policy" "read" {\n  policy = ${open}${policy}${close}\n}\n`;
  const texts: readonly (readonly [what: string, text: string])[] = [
    [
      'a heredoc',
      inText(
        '{"Version": "2012-10-17", "Statement": {"Effect": "Allow", "Action": "s3:*", "Resource": "a/$${aws:userid}"}}',
        ['<<EOT\n', '\nEOT'],
      ),
    ],
    [
      'a quoted string',
      inText(
        '{\\"Version\\": \\"2012-10-17\\", \\"Statement\\": {\\"Effect\\": \\"Allow\\", \\"Action\\": \\"s3:*\\", \\"Resource\\": \\"a/$${aws:userid}\\"}}',
        ['"', '"'],
      ),
    ],
  ];
  for (const [what, text] of texts)
    it(`make an object and a document of ${what}`, () => {
      assert.equal(
        convert(text, 'Convert to jsonencode'),
        `resource "aws_iam_policy" "read" {
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = {
      Effect   = "Allow"
      Action   = "s3:*"
      Resource = "a/$\${aws:userid}"
    }
  })
}
`,
      );
      assert.equal(
        convert(text, toDocument),
        `data "aws_iam_policy_document" "read" {
  version = "2012-10-17"

  statement {
    effect    = "Allow"
    actions   = ["s3:*"]
    resources = ["a/&{aws:userid}"]
  }
}

resource "aws_iam_policy" "read" {
  policy = data.aws_iam_policy_document.read.json
}
`,
      );
    });

  it('are not offered where comments would go', () => {
    assert.equal(convert(object.replace('Sid ', '# why\n Sid '), toDocument), undefined);
    const document = convert(object, toDocument)!;
    assert.equal(convert(document.replace('  version', '  // why\n  version'), toObject), undefined);
    assert.ok(convert(object.replace('"Read"', '"#Read//"'), toDocument));
  });

  it('are not offered where something would be lost', () => {
    assert.equal(convert(object.replace('aws_s3_bucket.a.arn,', 'each.value,'), toDocument), undefined);
    assert.equal(convert(object.replace('Effect = "Allow"', ''), toDocument), undefined);
    assert.equal(
      convert(
        object.replace('{\n          StringEquals', 'var.c\n Foo = {\n          StringEquals'),
        toDocument,
      ),
      undefined,
    );
    const document = convert(object, toDocument)!;
    assert.equal(convert(document.replace('  version', '  count = 1\n  version'), toObject), undefined);
    assert.equal(
      convert(`${document}output "a" {\n  value = data.aws_iam_policy_document.read.json\n}\n`, toObject),
      undefined,
    );
  });
});
