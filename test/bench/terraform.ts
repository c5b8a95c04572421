import { createPolicyService, type HostDocument, openDocument } from '../../server/src/service';
import { parseHcl } from '../../server/src/service/hosts/terraform/hcl/parse';
import { testCatalog } from '../support/catalog';
import { ratioRow, type Row, time } from './measure';

const service = createPolicyService({ catalog: testCatalog() });

/** A change of 200 KB of Terraform, in a policy and elsewhere, beside the parser's own time for the text. */
export function terraformRows(): Row[] {
  const text = Array.from({ length: 230 }, (_, number) => module(number)).join('\n');
  const parser = time(() => parseHcl(text), 11);
  let before: HostDocument | undefined;
  const change = (from: string, to: (run: number) => string) => {
    let run = 0;
    return time(() => {
      const changed = text.replace(from, to(run++));
      before = openDocument({ text: changed, languageId: 'terraform', fileName: 'main.tf' }, before);
      if (before) service.checkAll(before, changed);
    }, 11);
  };
  const inside = change('s3:GetObject', (run) => `s3:GetObjec${run}`);
  const elsewhere = change('"name0"', (run) => `"other${run}"`);
  return [
    ratioRow('200 KB of Terraform, a change in a policy', inside, "the parser's own time", parser, 2),
    ratioRow('the same, a change elsewhere', elsewhere, "the parser's own time", parser, 0.5),
  ];
}

/** A role with its documents, some 900 characters. */
function module(number: number): string {
  return `variable "name${number}" {
  type = string
}

data "aws_iam_policy_document" "trust${number}" {
  statement {
    actions = ["sts:AssumeRole"]
    principals {
      type        = "Service"
      identifiers = ["ec2.amazonaws.com"]
    }
  }
}

resource "aws_iam_role" "role${number}" {
  name               = var.name${number}
  assume_role_policy = data.aws_iam_policy_document.trust${number}.json
  tags               = merge(var.tags, { Name = "\${var.name${number}}-role" })
}

resource "aws_iam_role_policy" "role${number}" {
  role = aws_iam_role.role${number}.id
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Effect   = "Allow"
        Action   = ["s3:GetObject", "s3:ListBucket"]
        Resource = [var.bucket${number}, "\${var.bucket${number}}/*"]
      },
    ]
  })
}
`;
}
