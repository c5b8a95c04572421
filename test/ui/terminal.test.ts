import assert from 'node:assert/strict';
import { pictureOfFailure, setStage, type Stage } from './support/stage';

describe('assuming a role into a terminal', () => {
  let stage: Stage;
  before(async () => {
    // What a person may have exported before the editor started must not shine through.
    stage = await setStage({
      env: {
        AWS_SESSION_TOKEN: '',
        AWS_DEFAULT_PROFILE: 'trustwright-eu',
        AWS_CONTAINER_CREDENTIALS_RELATIVE_URI: '/v2/credentials/other',
      },
    });
    await stage.workbench.showAccount();
  });
  after(() => stage.close());
  afterEach(function () {
    return pictureOfFailure(stage, this.currentTest);
  });

  it('explains itself first, and opens a terminal whose `aws sts get-caller-identity` names the role', async () => {
    const { workbench } = stage;
    await workbench.toggle(/^Roles/);
    await workbench.contextMenu('ReadOnlyOperator', 'Assume Role in a Terminal…');
    await workbench.row('You are').waitFor();
    await workbench.screenshot('assume-options');
    await workbench.page.keyboard.press('Enter');
    await workbench.dialog.waitFor();
    assert.match(
      await workbench.dialog.innerText(),
      /You are [^]*sts:AssumeRole[^]*trust policy of role ReadOnlyOperator[^]*You will act as ReadOnlyOperator\//,
    );
    await workbench.screenshot('assume-explained');
    await workbench.confirm('Assume Role');
    await workbench.terminalShows(/act as role ReadOnlyOperator[^]*workspace\$\s*$/);
    await workbench.type('aws sts get-caller-identity --query Arn --output text');
    await workbench.terminalShows(/arn:aws:sts::123456789012:assumed-role\/ReadOnlyOperator\//);
    await workbench.statusBar(/ReadOnlyOperator @ \w+ · 59 min/).waitFor();
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

  it('shows the session with its chain, and locks and renews it', async () => {
    const { workbench } = stage;
    await workbench.command('Trustwright: Focus on Role Sessions View');
    await workbench.treeRow(/Chain/).waitFor();
    await workbench.treeRow(/Confirmed by AWS/).waitFor();
    await workbench.screenshot('sessions');
  });
});
