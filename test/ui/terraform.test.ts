import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { waitFor } from '../support/waitFor';
import { pictureOfFailure, setStage, type Stage } from './support/stage';

const mistaken = `data "aws_iam_policy_document" "reports" {
  statement {
    sid       = "ReadReports"
    actions   = ["s3:GetObjct", "s3:ListBucket"]
    resources = [aws_s3_bucket.reports.arn, "\${aws_s3_bucket.reports.arn}/*"]

    condition {
      test     = "StringEquals"
      variable = "aws:PrincipalTag/team"
      values   = [var.team]
    }
  }
}

resource "aws_iam_role" "reports" {
  name = "reports"
  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Principal = { Service = "ec2.amazonaws.com" }
      Action    = "sts:AssumeRole"
    }]
  })
}

resource "aws_iam_role_policy" "reports" {
  role   = aws_iam_role.reports.name
  policy = data.aws_iam_policy_document.reports.json
}
`;

describe('a policy of Terraform, without a Terraform extension', () => {
  let stage: Stage;
  before(async () => {
    const workspace = mkdtempSync(join(tmpdir(), 'trustwright-terraform-'));
    writeFileSync(join(workspace, 'main.tf'), mistaken);
    stage = await setStage({ workspace, settings: { 'files.autoSave': 'off' } });
  });
  after(() => stage.close());
  afterEach(function () {
    return pictureOfFailure(stage, this.currentTest);
  });

  it('has a misspelt action underlined and repaired by keyboard', async () => {
    const { workbench } = stage;
    const { keyboard } = workbench.page;
    await workbench.openFile('main.tf');
    await workbench.statusBar('Terraform').waitFor();
    await workbench.squiggles('error').first().waitFor();
    await keyboard.press('Control+Home');
    await keyboard.press('F8');
    await keyboard.press('Escape');
    await keyboard.press('Control+.');
    await workbench.page.locator('.action-widget', { hasText: 'Change to s3:GetObject' }).waitFor();
    await workbench.screenshot('terraform');
    await keyboard.press('Enter');
    await workbench.squiggles('error').first().waitFor({ state: 'detached' });
    await keyboard.press('Control+s');
    const wanted = mistaken.replace('s3:GetObjct', 's3:GetObject');
    const saved = () => readFileSync(join(stage.workspace, 'main.tf'), 'utf8');
    await waitFor(() => saved() === wanted).catch(() => undefined);
    assert.equal(saved(), wanted);
  });
});
