import assert from 'node:assert/strict';
import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../environment/paths';
import { pictureOfFailure, setStage, type Stage } from './support/stage';

/** What a hostile repository may bring along to get at the role or to pass somebody else off as it. */
const hostileSettings = {
  'trustwright.sessions.delivery': 'environment',
  'trustwright.sessions.sharedFiles': 'own',
  'trustwright.accounts': { '123456789012': { name: 'harmless', color: 'green' } },
  'terminal.integrated.env.linux': {
    AWS_ACCESS_KEY_ID: 'AKIAHOSTILE',
    AWS_SECRET_ACCESS_KEY: 'hostile',
    AWS_ENDPOINT_URL_STS: 'http://127.0.0.1:9',
  },
  'terminal.integrated.profiles.linux': { bash: { path: 'bash', env: { AWS_PROFILE: 'no-credentials' } } },
};

const whoAmI = 'aws sts get-caller-identity --query Arn --output text';
const askEndpoint =
  'curl -s -o $OUT -w "http %{http_code}\\n" -H "Authorization: $AWS_CONTAINER_AUTHORIZATION_TOKEN" $AWS_CONTAINER_CREDENTIALS_FULL_URI';

describe('assuming a role into a terminal', () => {
  let stage: Stage;
  before(async () => {
    // What a person may have exported before the editor started must not shine through either.
    stage = await setStage({
      trace: true,
      env: {
        AWS_SESSION_TOKEN: '',
        AWS_DEFAULT_PROFILE: 'trustwright-eu',
        AWS_CONTAINER_CREDENTIALS_RELATIVE_URI: '/v2/credentials/other',
      },
      files: {
        '.vscode/settings.json': JSON.stringify(hostileSettings),
        'who.cjs': `const { STSClient, GetCallerIdentityCommand } = require('${root}/node_modules/@aws-sdk/client-sts');
          new STSClient({}).send(new GetCallerIdentityCommand({})).then(({ Arn }) => console.log('SDK', Arn));`,
      },
    });
    const { home } = stage;
    const credentials = join(home, '.aws/credentials');
    const keys = '[default]\naws_access_key_id = AKIADEFAULT\naws_secret_access_key = default\n';
    writeFileSync(credentials, `${keys}${readFileSync(credentials, 'utf8')}`);
    await stage.workbench.showAccount();
  });
  after(() => stage.close());
  afterEach(function () {
    return pictureOfFailure(stage, this.currentTest);
  });

  it('explains itself first, and opens a terminal whose programs are the role', async () => {
    const { workbench } = stage;
    await showRoles(stage);
    await workbench.contextMenu('ReadOnlyOperator', 'Assume Role in a Terminal…');
    await workbench.row('You are').waitFor();
    await workbench.screenshot('assume-options');
    await workbench.quickInput.press('Enter');
    await workbench.dialog.waitFor();
    assert.match(
      await workbench.dialog.innerText(),
      /You are [^]*sts:AssumeRole[^]*trust policy of role ReadOnlyOperator[^]*You will act as ReadOnlyOperator\//,
    );
    await workbench.screenshot('assume-explained');
    await workbench.confirm('Assume Role');
    await workbench.terminalShows(/act as role ReadOnlyOperator[^]*workspace\$\s*$/);
    await workbench.type(`${whoAmI}; node who.cjs`);
    await workbench.terminalShows(/arn:aws:sts::123456789012:assumed-role\/ReadOnlyOperator\//);
    await workbench.terminalShows(/SDK arn:aws:sts::123456789012:assumed-role\/ReadOnlyOperator\//);
    await workbench.statusBar(/ReadOnlyOperator @ 123456789012 · 59 min/).waitFor();
    await workbench.screenshot('terminal');
  });

  it('puts no key into the environment, whatever settings a workspace brings', async () => {
    const { workbench, home } = stage;
    await workbench.type(
      `clear; OUT=${home}/canary.json; ${askEndpoint}; env | sort > ${home}/env.txt; echo done-$((40+2))`,
    );
    await workbench.terminalShows(/http 200[^]*done-42/);
    const environment = readFileSync(join(home, 'env.txt'), 'utf8');
    assert.doesNotMatch(
      environment,
      /AWS_(ACCESS_KEY_ID|SECRET_ACCESS_KEY|SESSION_TOKEN|PROFILE|ENDPOINT_URL_STS)=/,
    );
    for (const secret of canaries(stage)) assert.ok(!environment.includes(secret));
  });

  it('warns of a trust policy that will refuse, and keeps two terminals with two roles apart', async () => {
    const { workbench } = stage;
    await workbench.command('Trustwright: Assume Role in a Terminal');
    await workbench.answer('arn:aws:iam::123456789012:role/LogWriter');
    await workbench.row('will most likely refuse you').waitFor();
    await workbench.screenshot('assume-warned');
    await workbench.quickInput.press('ArrowDown');
    await workbench.quickInput.press('Enter');
    await workbench.dialog.waitFor();
    assert.match(await workbench.dialog.innerText(), /no statement of it names you/);
    await workbench.page.keyboard.press('Escape');
    await workbench.row('Open a terminal as role LogWriter').waitFor();
    await workbench.quickInput.press('Enter');
    await workbench.terminalShows(/act as role LogWriter[^]*workspace\$\s*$/);
    await workbench.type(whoAmI);
    await workbench.terminalShows(/assumed-role\/LogWriter\//);
    await workbench.command('Trustwright: Focus on Role Sessions View');
    await workbench.treeRow('Confirmed by AWS').first().waitFor();
    await workbench.page.keyboard.press('Escape');
    await workbench.screenshot('sessions');
    await workbench.command('Terminal: Focus Previous Terminal Group');
    await workbench.type(`clear; ${whoAmI}`);
    await workbench.terminalShows(/assumed-role\/ReadOnlyOperator\//);
  });

  it('leaves other terminals as they were', async () => {
    const { workbench } = stage;
    await workbench.command('Terminal: Create New Terminal');
    await workbench.terminalShows(/^\s*workspace\$\s*$/);
    await workbench.type(
      'env | grep -c -E "AWS_CONTAINER_(CREDENTIALS_FULL|AUTH)|TRUSTWRIGHT"; echo plain-$((40+2))',
    );
    await workbench.terminalShows(/(^|\n)0\s*\n\s*plain-42/);
  });

  it('is in the menu of the terminal’s + button, and stays silent when somebody gives up', async () => {
    const { workbench } = stage;
    await workbench.newTerminal('IAM role…');
    await workbench.row('roles of this account').first().waitFor();
    await workbench.screenshot('assume-roles');
    await workbench.page.keyboard.press('Escape');
    await workbench.newTerminal('IAM role…');
    await workbench.answer('arn:aws:iam::123456789012:role/AppServerRole');
    await workbench.row('Open a terminal as role AppServerRole').waitFor();
    assert.equal(await workbench.notification(/./).count(), 0);
    await workbench.quickInput.press('Enter');
    await workbench.terminalShows(/act as role AppServerRole[^]*workspace\$\s*$/);
    await workbench.type(whoAmI);
    await workbench.terminalShows(/assumed-role\/AppServerRole\//);
  });

  it('asks for an MFA code masked, naming role and account, and leaves nothing when cancelled', async () => {
    const { workbench } = stage;
    await showRoles(stage);
    await workbench.contextMenu('BreakGlass', 'Assume Role in a Terminal…');
    await workbench.row('Open a terminal as role BreakGlass').waitFor();
    await workbench.quickInput.press('Enter');
    await workbench.quickInputText('ARN of your MFA device').waitFor();
    await workbench.answer('arn:aws:iam::123456789012:mfa/me');
    await workbench.quickInputText('to act as role BreakGlass of account 123456789012').waitFor();
    assert.equal(await workbench.quickInput.getAttribute('type'), 'password');
    await workbench.screenshot('mfa-code');
    await workbench.page.keyboard.press('Escape');
    await workbench.quickInput.waitFor({ state: 'hidden' });
    assert.equal(await workbench.notification(/./).count(), 0);
    assert.equal(await workbench.sessionRow('BreakGlass').count(), 0);
  });

  it('shuts a session on lock and opens it on renewal; a reload kills the token, and renewing mends it in place', async () => {
    const { workbench } = stage;
    await workbench.type(`clear; OUT=/dev/null; ${askEndpoint}`);
    await workbench.terminalShows(/http 200/);
    await workbench.command('Trustwright: Lock All Role Sessions');
    await workbench.statusBar(/AppServerRole: no session/).waitFor();
    await workbench.type(`clear; ${askEndpoint}`);
    await workbench.terminalShows(/http (000|404)/);
    await workbench.statusBar(/AppServerRole: no session/).click();
    await workbench.statusBar(/AppServerRole @/).waitFor();
    await workbench.type(`clear; ${askEndpoint}`);
    await workbench.terminalShows(/http 200/);
    await workbench.page.reload();
    await workbench.statusBar(/AppServerRole: no session/).waitFor({ timeout: 60_000 });
    await workbench.type(`clear; ${askEndpoint}`);
    await workbench.terminalShows(/http (000|404)/);
    await workbench.screenshot('reloaded');
    await workbench.statusBar(/AppServerRole: no session/).click();
    await workbench.statusBar(/AppServerRole @/).waitFor();
    await workbench.type(`clear; ${whoAmI}`);
    await workbench.terminalShows(/assumed-role\/AppServerRole\//);
  });

  it('leaves no secret in logs at trace level, output, storage or settings', async () => {
    const { workbench, editorFolder, home, workspace } = stage;
    await workbench.command('Trustwright: Show Log');
    const files = [editorFolder, workspace, home]
      .flatMap(filesBelow)
      .filter((file) => !file.endsWith('canary.json'));
    assert.ok(
      files.some((file) => /logs.*Trustwright\.log$/.test(file)),
      'our log is among them',
    );
    assert.ok(
      files.some((file) => /state\.vscdb$|globalStorage/.test(file)),
      'the editor’s storage is among them',
    );
    for (const secret of canaries(stage)) {
      for (const file of files) assert.ok(!readFileSync(file).includes(secret), `${file} has a secret in it`);
    }
  });
});

/** Opens the list of roles; a tree that is drawn anew meanwhile may have it closed again. */
async function showRoles({ workbench }: Stage): Promise<void> {
  const role = workbench.treeRow('ReadOnlyOperator').first();
  for (let tries = 0; tries < 3 && !(await role.isVisible()); tries++) {
    await workbench.toggle(/^Roles/);
    await role.waitFor({ timeout: 5_000 }).catch(() => undefined);
  }
}

/** The secrets that STS gave, as the terminal of the role got them. */
function canaries({ home }: Stage): string[] {
  const answer = JSON.parse(readFileSync(join(home, 'canary.json'), 'utf8')) as Record<string, string>;
  const secrets = [answer.SecretAccessKey!, answer.Token!];
  for (const secret of secrets) assert.ok(secret.length > 20);
  return secrets;
}

/** Every file below a folder. */
function filesBelow(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => join(folder, name))
    .filter((file) => statSync(file, { throwIfNoEntry: false })?.isFile());
}
