import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { waitFor } from '../support/waitFor';
import { pictureOfFailure, setStage, type Stage } from './support/stage';

const mistaken = `Resources:
  ReportsRole:
    Type: AWS::IAM::Role
    Properties:
      AssumeRolePolicyDocument:
        Version: "2012-10-17"
        Statement:
          - Effect: Allow
            Principal:
              Service: ec2.amazonaws.con
            Action: sts:AssumeRole
      Policies:
        - PolicyName: read-reports
          PolicyDocument:
            Version: "2012-10-17"
            Statement:
              - Effect: Allow
                Action: s3:GetObject
                Resource: !Sub arn:\${AWS::Partition}:s3:::\${Reports}/*
  ReportsProfile:
    Type: AWS::IAM::InstanceProfile
    Properties:
      Roles: [!Ref ReportsRole]
  Reports:
    Type: AWS::S3::Bucket
`;
const endOfAction = ':18:37';

describe('policies of a CloudFormation template, without a YAML extension', () => {
  let stage: Stage;
  before(async () => {
    const workspace = mkdtempSync(join(tmpdir(), 'trustwright-templates-'));
    writeFileSync(join(workspace, 'template.yaml'), mistaken);
    stage = await setStage({ workspace, settings: { 'files.autoSave': 'off' } });
  });
  after(() => stage.close());
  afterEach(function () {
    return pictureOfFailure(stage, this.currentTest);
  });

  it('are underlined, repaired and completed by keyboard', async () => {
    const { workbench } = stage;
    const { keyboard } = workbench.page;
    await workbench.openFile('template.yaml');
    await workbench.statusBar('YAML').waitFor();
    await workbench.squiggles('error').first().waitFor();
    await workbench.page.locator('.codelens-decoration', { hasText: 'who may assume this role' }).waitFor();
    await keyboard.press('Control+Home');
    await keyboard.press('F8');
    await keyboard.press('Escape');
    await keyboard.press('Control+.');
    await workbench.page.locator('.action-widget', { hasText: 'Change to ec2.amazonaws.com' }).waitFor();
    await workbench.screenshot('templates');
    await keyboard.press('Enter');
    await workbench.squiggles('error').first().waitFor({ state: 'detached' });

    await keyboard.press('Control+g');
    await workbench.answer(endOfAction);
    await workbench.suggest('s3:GetObjectAcl');
    await workbench.choose('s3:GetObjectAcl');
    await keyboard.press('Control+s');
    const wanted = mistaken
      .replace('amazonaws.con', 'amazonaws.com')
      .replace('s3:GetObject', 's3:GetObjectAcl');
    const saved = () => readFileSync(join(stage.workspace, 'template.yaml'), 'utf8');
    await waitFor(() => saved() === wanted).catch(() => undefined);
    assert.equal(saved(), wanted);
  });
});
