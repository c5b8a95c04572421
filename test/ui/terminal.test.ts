import assert from 'node:assert/strict';
import { pictureOfFailure, setStage, type Stage } from './support/stage';

describe('assuming a role into a terminal', () => {
  let stage: Stage;
  before(async () => {
    // What a person may have exported before the editor started must not shine through.
    stage = await setStage({ env: { AWS_SESSION_TOKEN: '', AWS_DEFAULT_PROFILE: 'trustwright-eu' } });
    await stage.workbench.showAccount();
  });
  after(() => stage.close());
  afterEach(function () {
    return pictureOfFailure(stage, this.currentTest);
  });

  it('opens a terminal whose `aws sts get-caller-identity` names the role', async () => {
    const { workbench } = stage;
    await workbench.toggle(/^Roles/);
    await workbench.contextMenu('ReadOnlyOperator', 'Assume Role in a Terminal…');
    await workbench.acceptInput('Session name');
    await workbench.terminalShows(/act as role ReadOnlyOperator[^]*workspace\$\s*$/);
    await workbench.type('aws sts get-caller-identity --query Arn --output text');
    await workbench.terminalShows(/arn:aws:sts::123456789012:assumed-role\/ReadOnlyOperator\//);
    await workbench.statusBar(/ReadOnlyOperator until \d\d:\d\d/).waitFor();
    await workbench.screenshot('terminal');
  });

  it('puts no key into the environment', async () => {
    const { workbench } = stage;
    await workbench.type(
      'clear; env | grep -c -E "AWS_(ACCESS_KEY_ID|SECRET_ACCESS_KEY|SESSION_TOKEN)=." ; echo done-$((40+2))',
    );
    await workbench.terminalShows(/done-42/);
    assert.match(await workbench.terminalText(), /(^|\n)0\s*\n\s*done-42/);
    assert.doesNotMatch(await workbench.terminalText(), /ASIA|testing/);
  });

  it('leaves other terminals as they were', async () => {
    const { workbench } = stage;
    await workbench.command('Terminal: Create New Terminal');
    await workbench.terminalShows(/^\s*workspace\$\s*$/);
    await workbench.type('env | grep -c AWS_CONTAINER; echo plain-$((40+2))');
    await workbench.terminalShows(/(^|\n)0\s*\n\s*plain-42/);
  });

  it('asks for the external id that a trust policy wants', async () => {
    const { workbench } = stage;
    await workbench.contextMenu('PartnerAccess', 'Assume Role in a Terminal…');
    await workbench.acceptInput('Session name');
    await workbench.quickInputText(/external id/i).waitFor();
    await workbench.screenshot('external-id');
    await workbench.page.keyboard.press('Escape');
  });
});
