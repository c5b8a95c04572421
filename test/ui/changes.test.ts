import assert from 'node:assert/strict';
import { DescribeIamInstanceProfileAssociationsCommand, EC2Client } from '@aws-sdk/client-ec2';
import {
  GetInstanceProfileCommand,
  GetRoleCommand,
  IAMClient,
  ListAttachedRolePoliciesCommand,
} from '@aws-sdk/client-iam';
import { seedCredentials } from '../environment/seed';
import { waitFor } from '../support/waitFor';
import { pictureOfFailure, setStage, type Stage } from './support/stage';

describe('changing roles from the sidebar', () => {
  let stage: Stage;
  let ec2: EC2Client;
  let iam: IAMClient;
  before(async () => {
    stage = await setStage();
    const config = {
      endpoint: stage.emulator.endpoint,
      region: stage.account.region,
      credentials: seedCredentials,
    };
    ec2 = new EC2Client(config);
    iam = new IAMClient(config);
    await stage.workbench.showAccount();
    await stage.workbench.treeRow('web-1').filter({ hasText: 'Role4EC2-FA' }).waitFor();
  });
  after(async () => {
    ec2?.destroy();
    iam?.destroy();
    await stage?.close();
  });
  afterEach(function () {
    return pictureOfFailure(stage, this.currentTest);
  });

  /** The name of the profile that an instance has. */
  const profileOf = async (instance: string): Promise<string | undefined> => {
    const Filters = [{ Name: 'instance-id', Values: [instance] }];
    const answer = await ec2.send(new DescribeIamInstanceProfileAssociationsCommand({ Filters }));
    return answer.IamInstanceProfileAssociations?.[0]?.IamInstanceProfile?.Arn?.split('/').at(-1);
  };
  const exists = (work: Promise<unknown>): Promise<boolean> =>
    work.then(
      () => true,
      () => false,
    );
  const roleExists = (RoleName: string) => exists(iam.send(new GetRoleCommand({ RoleName })));
  const profileExists = (InstanceProfileName: string) =>
    exists(iam.send(new GetInstanceProfileCommand({ InstanceProfileName })));

  it('attaches a role to the instances that are selected, reports on each, and undoes it', async () => {
    const { workbench, account } = stage;
    const { bare, stopped } = account.instances;
    await workbench.treeRow('bare-1').click();
    await workbench.treeRow('stopped-1').click({ modifiers: ['Control'] });
    await workbench.contextMenu('stopped-1', 'Attach Role to Instance…');
    await workbench.pick('Role4EC2-FA');
    await workbench.dialog.waitFor();
    assert.match(await workbench.dialog.innerText(), /Attach role Role4EC2-FA to 2 instances/);
    await workbench.screenshot('attach-many');
    await workbench.confirm('Attach');
    const told = workbench.notification(/2 of 2 instances now run as role Role4EC2-FA \(2 done\)/);
    await told.waitFor();
    assert.deepEqual(await Promise.all([bare, stopped].map(profileOf)), ['Role4EC2-FA', 'Role4EC2-FA']);
    await told.getByRole('button', { name: 'Show Report' }).click();
    await workbench.page.locator('.monaco-editor .view-line', { hasText: 'stopped' }).first().waitFor();
    await workbench.screenshot('attach-many-report');
    await told.getByRole('button', { name: 'Undo' }).click();
    await workbench.notification(/2 instances was taken back|taken back \(2 done\)/).waitFor();
    assert.deepEqual(await Promise.all([bare, stopped].map(profileOf)), [undefined, undefined]);
  });

  it('gives an instance its own role by one plan, exported first, and takes all of it back', async () => {
    const { workbench, account } = stage;
    await workbench.contextMenu('web-1', 'Give Instance Its Own Role…');
    await workbench.acceptInput('Name of the new role');
    await workbench.dialog.waitFor();
    assert.match(await workbench.dialog.innerText(), /Role: Role4EC2-FA → web-1-role, trusted by EC2 alone/);
    await workbench.screenshot('own-role');
    await workbench.confirm('Review or Export…');
    await workbench.pick('Terraform');
    await workbench.page
      .locator('.monaco-editor .view-line', { hasText: 'aws_iam_role_policy_attachment' })
      .first()
      .waitFor();
    await workbench.screenshot('own-role-terraform');
    assert.equal(await roleExists('web-1-role'), false, 'looking changes nothing');
    await workbench
      .notification('Nothing has been changed yet')
      .getByRole('button', { name: 'Back to the Plan' })
      .click();
    await workbench.confirm('Create and Attach');
    const told = workbench.notification(/now runs as its own role web-1-role/);
    await told.waitFor();
    assert.equal(await profileOf(account.instances.web), 'web-1-role');
    const attached = await iam.send(new ListAttachedRolePoliciesCommand({ RoleName: 'web-1-role' }));
    assert.deepEqual(
      attached.AttachedPolicies?.map(({ PolicyName }) => PolicyName),
      ['AmazonS3FullAccess'],
    );
    await workbench.treeRow('web-1').filter({ hasText: 'web-1-role' }).first().waitFor();
    await told.getByRole('button', { name: 'Undo' }).click();
    await waitFor(async () => !(await roleExists('web-1-role')), 20_000);
    assert.equal(await profileOf(account.instances.web), 'Role4EC2-FA');
    assert.equal(await profileExists('web-1-role'), false);
  });

  it('creates a role from a trust policy in the editor, by keyboard alone', async () => {
    const { workbench } = stage;
    await workbench.command('Trustwright: Create Role for EC2');
    await workbench.answer('Fresh');
    await workbench.row('With an instance profile').waitFor();
    await workbench.page.keyboard.press('Enter');
    await workbench.page
      .locator('.monaco-editor .view-line', { hasText: 'ec2.amazonaws.com' })
      .first()
      .waitFor();
    await workbench.notification('Edit who may assume role Fresh').waitFor();
    await workbench.screenshot('create-role');
    await workbench.command('Trustwright: Create Role from This Trust Policy');
    await workbench.dialog.waitFor();
    assert.equal(await roleExists('Fresh'), false, 'nothing happens before the confirmation');
    await workbench.page.keyboard.press('Enter');
    await workbench.notification(/Role Fresh was created/).waitFor();
    assert.equal(await roleExists('Fresh'), true);
    assert.equal(await profileExists('Fresh'), true);
  });

  it('deletes a profile only when its name was typed, having said who uses it', async () => {
    const { workbench } = stage;
    await workbench.command('Trustwright: Delete Instance Profile');
    await workbench.answer('EmptyProfile');
    await workbench.dialog.waitFor();
    assert.match(
      await workbench.dialog.innerText(),
      /1 instance uses it in this region: programs on hollow-1/,
    );
    await workbench.confirm('Delete…');
    await workbench.answer('Empty');
    await workbench.quickInputText('This is not EmptyProfile').waitFor();
    assert.equal(await profileExists('EmptyProfile'), true);
    await workbench.quickInput.fill('EmptyProfile');
    // Enter is not taken as long as the box shows what was wrong before.
    await workbench.quickInputText('This is not EmptyProfile').waitFor({ state: 'hidden' });
    await workbench.page.keyboard.press('Enter');
    await workbench.notification(/Instance profile EmptyProfile was deleted/).waitFor();
    assert.equal(await profileExists('EmptyProfile'), false);
  });
});
