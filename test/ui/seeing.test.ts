import assert from 'node:assert/strict';
import { GetRoleCommand, IAMClient } from '@aws-sdk/client-iam';
import type { FrameLocator } from 'playwright-core';
import { seedCredentials } from '../environment/seed';
import { waitFor } from '../support/waitFor';
import { pictureOfFailure, setStage, type Stage } from './support/stage';

describe('seeing why', () => {
  let stage: Stage;
  before(async () => {
    stage = await setStage();
    await stage.workbench.showAccount();
    await stage.workbench.treeRow('batch-1').waitFor();
  });
  after(() => stage.close());
  afterEach(function () {
    return pictureOfFailure(stage, this.currentTest);
  });

  const page = (): FrameLocator =>
    stage.workbench.page.frameLocator('iframe.webview.ready:visible').frameLocator('iframe#active-frame');

  it('searches the account while one types, and Escape brings everything back', async () => {
    const { workbench } = stage;
    await workbench.command('Trustwright: Search the Account');
    await workbench.quickInput.fill('state:running is:problem');
    await workbench.treeRow('hollow-1').waitFor();
    await workbench.treeRow('web-1').waitFor({ state: 'detached' });
    await workbench.screenshot('search');
    await workbench.page.keyboard.press('Escape');
    await workbench.treeRow('web-1').waitFor();
  });

  it('counts the instances with a problem on the icon', async () => {
    const { page: window } = stage.workbench;
    await window.locator('.activitybar .badge', { hasText: '2' }).first().waitFor();
  });

  it('explains an instance’s access on a page, by keyboard alone', async () => {
    const { workbench } = stage;
    await workbench.command('Trustwright: Explain an Instance’s Access');
    await workbench.answer('batch-1');
    await page().getByText('✗ broken').waitFor();
    await page()
      .getByText(/its trust policy does not name ec2\.amazonaws\.com/)
      .waitFor();
    assert.equal(await page().locator('ol.chain > li').count(), 6);
    await workbench.screenshot('access');
  });

  it('lets EC2 assume the role: the change in words, the confirmation, and AWS has it', async () => {
    const { workbench } = stage;
    await page().getByRole('button', { name: 'Let EC2 assume the role…' }).click();
    await workbench.page.locator('.tab.active', { hasText: 'Role4S3-FA trust policy' }).waitFor();
    await workbench.text('ec2.amazonaws.com').waitFor();
    assert.doesNotMatch(await trustOf('Role4S3-FA'), /ec2/, 'nothing is written by opening');
    await workbench.page.keyboard.press('Control+s');
    await workbench.dialog.waitFor();
    assert.match(
      await workbench.dialog.innerText(),
      /Update the trust policy of role Role4S3-FA[^]*Adds service ec2\.amazonaws\.com/,
    );
    await workbench.screenshot('live-policy');
    await workbench.confirm('Update in AWS');
    await workbench.notification(/trust policy of role Role4S3-FA is updated/).waitFor();
    assert.match(await trustOf('Role4S3-FA'), /ec2\.amazonaws\.com/);
    await workbench.treeRow('batch-1').filter({ hasText: 'Role4S3-FA' }).waitFor();
  });

  it('takes it back', async () => {
    await stage.workbench
      .notification(/trust policy of role Role4S3-FA is updated/)
      .getByRole('button', { name: 'Undo' })
      .click();
    await waitFor(async () => !(await trustOf('Role4S3-FA')).includes('ec2'), 20_000);
  });

  it('shows inbound and outbound rules of every security group on one page', async () => {
    const { workbench } = stage;
    await workbench.command('Trustwright: Show Security Groups');
    await workbench.answer('web-1');
    await page()
      .getByRole('heading', { name: /^Inbound/ })
      .waitFor();
    await page().getByRole('cell', { name: '443 (HTTPS)' }).waitFor();
    await page().getByRole('cell', { name: '22 (SSH)' }).waitFor();
    assert.equal(await page().locator('strong.mark').count(), 2);
    await page().getByRole('button', { name: 'Copy as Markdown' }).click();
    await workbench.statusBar('Copied the rules as Markdown').waitFor();
    await workbench.command('Notifications: Clear All Notifications');
    await workbench.notification(/./).first().waitFor({ state: 'detached' });
    await workbench.screenshot('security-groups');
    await workbench.command('Preferences: Toggle between Light/Dark Themes');
    await workbench.page.waitForTimeout(1_000);
    await workbench.screenshot('security-groups-other-theme');
  });

  async function trustOf(RoleName: string): Promise<string> {
    const { endpoint } = stage.emulator;
    const iam = new IAMClient({ endpoint, region: stage.account.region, credentials: seedCredentials });
    const { Role } = await iam.send(new GetRoleCommand({ RoleName }));
    iam.destroy();
    return decodeURIComponent(Role?.AssumeRolePolicyDocument ?? '');
  }
});
