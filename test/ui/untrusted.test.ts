import assert from 'node:assert/strict';
import { pictureOfFailure, setStage, type Stage } from './support/stage';

describe('a workspace that is not trusted', () => {
  let stage: Stage;
  before(async () => {
    stage = await setStage({
      workspaceTrust: true,
      settings: { 'security.workspace.trust.startupPrompt': 'never' },
    });
  });
  after(() => stage.close());
  afterEach(function () {
    return pictureOfFailure(stage, this.currentTest);
  });

  it('lets policies be looked at', async () => {
    const { workbench } = stage;
    await workbench.openFile('trust-policy.json');
    await workbench.squiggles('error').first().waitFor();
  });

  it('shows nothing of the account, and says why', async () => {
    const { page } = stage.workbench;
    await page.getByRole('tab', { name: 'Trustwright' }).first().click();
    await page.getByText('does not contact your AWS account').first().waitFor();
    assert.equal(await stage.workbench.treeRow('web-1').count(), 0);
  });

  for (const title of [
    'Explain an Instance’s Access',
    'Open Trust Policy',
    'Attach Role to Instance',
    'Assume Role in a Terminal',
    'Open Another Terminal in Role Session',
    'Copy Exports of Role Session',
    'Open AWS Console as Role',
    'Check Identity in Terminal',
  ]) {
    it(`does not let “${title}” act`, async () => {
      const { workbench } = stage;
      await workbench.command(`Trustwright: ${title}`);
      const refusal = workbench.notification(/does not contact your AWS account/).first();
      await refusal.waitFor();
      await workbench.command('Notifications: Clear All Notifications');
      await refusal.waitFor({ state: 'detached' });
    });
  }
});
