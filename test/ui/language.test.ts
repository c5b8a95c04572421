import assert from 'node:assert/strict';
import { pictureOfFailure, setStage, type Stage } from './support/stage';

describe('a mistake in a trust policy', () => {
  let stage: Stage;
  before(async () => {
    stage = await setStage();
  });
  after(() => stage.close());
  afterEach(function () {
    return pictureOfFailure(stage, this.currentTest);
  });

  it('is underlined, and explained by the mouse', async () => {
    const { workbench } = stage;
    await workbench.openFile('trust-policy.json');
    await workbench.squiggles('error').first().waitFor();
    await workbench.explain('ec2.amazonaws.con', 'UNKNOWN_SERVICE_PRINCIPAL');
    await workbench.screenshot('diagnostic');
    await workbench.page.keyboard.press('Escape');
  });

  it('goes when completion replaces the wrong service, by keyboard alone', async () => {
    const { workbench } = stage;
    await workbench.text('ec2.amazonaws.con').click();
    await workbench.page.keyboard.press('Control+Space');
    await workbench.suggestion('ec2.amazonaws.com').waitFor();
    await workbench.screenshot('completion');
    await workbench.choose('ec2.amazonaws.com');
    await workbench.text('ec2.amazonaws.com').waitFor();
    await workbench.squiggles('error').first().waitFor({ state: 'detached' });
    assert.equal(await workbench.squiggles('warning').count(), 0);
    await workbench.screenshot('fixed');
  });
});
