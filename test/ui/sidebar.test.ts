import assert from 'node:assert/strict';
import { DescribeIamInstanceProfileAssociationsCommand, EC2Client } from '@aws-sdk/client-ec2';
import { seedCredentials } from '../environment/seed';
import { waitFor } from '../support/waitFor';
import { pictureOfFailure, setStage, type Stage } from './support/stage';

describe('the sidebar', () => {
  let stage: Stage;
  before(async () => {
    stage = await setStage();
    await stage.workbench.showAccount();
  });
  after(() => stage.close());
  afterEach(function () {
    return pictureOfFailure(stage, this.currentTest);
  });

  it('lists the account: instances with their roles and states, roles, instance profiles', async () => {
    const { workbench } = stage;
    for (const [row, says] of [
      ['web-1', 'running · Role4EC2-FA'],
      ['app-1', 'running · AppServerRole'],
      ['bare-1', 'running · no role'],
      ['stopped-1', 'stopped · no role'],
    ] as const) {
      await workbench.treeRow(row).filter({ hasText: says }).waitFor();
    }
    await workbench.toggle('Roles');
    await workbench.treeRow('PartnerAccess').waitFor();
    await workbench.toggle('Instance Profiles');
    await workbench.treeRow('app-server-profile').waitFor();
    await workbench.screenshot('sidebar');
  });

  it('leads from an instance to its profile, to its role, and to what the role trusts and may do', async () => {
    const { workbench } = stage;
    await workbench.toggle('Roles');
    await workbench.toggle('Instance Profiles');
    await workbench.toggle('batch-1');
    await workbench.treeRow(/gives no credentials: its trust policy does not let EC2 assume it/).waitFor();
    await workbench.treeRow(/Role4S3-FA\s*instance profile/).waitFor();
    await workbench.toggle(/Role4S3-FA\s*trusts S3/);
    await workbench.treeRow('S3 (s3.amazonaws.com)').waitFor();
    await workbench.toggle(/^Policies/);
    await workbench.treeRow('AmazonS3FullAccess').waitFor();
    await workbench.screenshot('sidebar-chain');
    await workbench.toggle('batch-1');
  });

  it('attaches a role: shows the change, makes it, and AWS has it', async () => {
    const { workbench, account } = stage;
    await workbench.contextMenu('bare-1', 'Attach Role to Instance…');
    await workbench.pick('Role4EC2-FA');
    await workbench.dialog.waitFor();
    assert.match(await workbench.dialog.innerText(), /Attach role Role4EC2-FA to bare-1/);
    await workbench.screenshot('attach');
    assert.equal(
      await profileOf(account.instances.bare),
      undefined,
      'nothing happens before the confirmation',
    );
    await workbench.confirm('Attach');
    await workbench.notification(/bare-1 \(i-\w+\) now runs as role Role4EC2-FA/).waitFor();
    assert.match((await profileOf(account.instances.bare)) ?? '', /instance-profile\/Role4EC2-FA$/);
    await workbench.treeRow('bare-1').filter({ hasText: 'Role4EC2-FA' }).waitFor();
    await workbench.screenshot('attached');
  });

  it('undoes an attachment', async () => {
    const { workbench, account } = stage;
    await workbench
      .notification(/bare-1 .* now runs as/)
      .getByRole('button', { name: 'Undo' })
      .click();
    await waitFor(async () => (await profileOf(account.instances.bare)) === undefined, 20_000);
    await workbench.treeRow('bare-1').filter({ hasText: 'no role' }).waitFor();
  });

  it('attaches from the palette with pickers alone, warning of a role that EC2 may not assume', async () => {
    const { workbench, account } = stage;
    await workbench.command('Trustwright: Attach Role to Instance');
    await workbench.answer('bare-1');
    await workbench.row('Role4S3-FA').first().waitFor();
    await workbench.answer('Role4S3-FA');
    await workbench.dialog.waitFor();
    assert.match(await workbench.dialog.innerText(), /⚠[^]*s3\.amazonaws\.com|⚠[^]*trust/i);
    await workbench.screenshot('attach-warning');
    await workbench.page.keyboard.press('Escape');
    await workbench.dialog.waitFor({ state: 'detached' });
    assert.equal(await profileOf(account.instances.bare), undefined, 'a cancelled change changes nothing');
  });

  it('switches to another region', async () => {
    const { workbench } = stage;
    await workbench.command('Trustwright: Choose AWS Region');
    await workbench.answer('eu-west-1');
    await workbench.treeRow('eu-web-1').waitFor();
    await workbench.statusBar('eu-west-1').waitFor();
    assert.equal(await workbench.treeRow('web-1').filter({ hasText: 'Role4EC2-FA' }).count(), 0);
  });

  for (const [profile, says] of [
    ['no-credentials', /credentials/i],
    ['unreachable', /reach|connect/i],
  ] as const) {
    it(`says in one line what is wrong with the profile ${profile}`, async () => {
      const { workbench } = stage;
      await workbench.command('Trustwright: Choose AWS Profile');
      await workbench.answer(profile);
      await workbench.treeRow(says).first().waitFor();
      await workbench.screenshot(`trouble-${profile}`);
    });
  }

  async function profileOf(instance: string): Promise<string | undefined> {
    const ec2 = new EC2Client({
      endpoint: stage.emulator.endpoint,
      region: stage.account.region,
      credentials: seedCredentials,
    });
    const { IamInstanceProfileAssociations = [] } = await ec2.send(
      new DescribeIamInstanceProfileAssociationsCommand({
        Filters: [{ Name: 'instance-id', Values: [instance] }],
      }),
    );
    return IamInstanceProfileAssociations[0]?.IamInstanceProfile?.Arn;
  }
});
