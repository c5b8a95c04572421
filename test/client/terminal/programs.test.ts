import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { CredentialEndpoint } from '../../../client/src/terminal/credentialEndpoint';
import { configFile, terminalEnvironment } from '../../../client/src/terminal/environment';
import { writeTerminalFiles } from '../../../client/src/terminal/files';
import { identityProblem } from '../../../client/src/terminal/identity';
import { TestAccount } from '../support/account';
import { useOwnAwsFiles } from '../support/place';

type Program = readonly [file: string, ...words: string[]];

const root = resolve(__dirname, '../../..');
const awsCommand: Program = ['aws', 'sts', 'get-caller-identity', '--query', 'Arn', '--output', 'text'];
const sdkScript: Program = [
  process.execPath,
  '--no-warnings',
  '-e',
  `const { STSClient, GetCallerIdentityCommand } = require('@aws-sdk/client-sts');
   new STSClient({}).send(new GetCallerIdentityCommand({})).then(({ Arn }) => console.log(Arn));`,
];

describe('programs in a role’s terminal', function () {
  this.timeout(60_000);
  let account: TestAccount;
  let folder: string;
  const endpoint = new CredentialEndpoint();
  before(async () => {
    account = await TestAccount.open();
  });
  after(() => {
    account.dispose();
    endpoint.dispose();
  });
  const write = useOwnAwsFiles();
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'trustwright-test-'));
  });
  afterEach(() => {
    rmSync(folder, { recursive: true, force: true });
  });

  /** Asks who it is, as in a terminal of the role: the inherited environment changed as the editor would. */
  const identityIn = async (inherited: Record<string, string>, program = awsCommand): Promise<string> => {
    const { connection } = account;
    const roleArn = `arn:aws:iam::123456789012:role/${await account.role()}`;
    const assumed = await connection.sts.assumeRole({ roleArn, sessionName: 'tester', durationSeconds: 900 });
    const door = await endpoint.open(() => assumed.credentials);
    const { place, settings } = connection;
    const files = await writeTerminalFiles(folder, configFile(place, settings));
    const env = Object.entries({
      ...process.env,
      ...inherited,
      ...terminalEnvironment({ place, settings, door, files, inherited: { ...process.env, ...inherited } }),
    }).filter((entry): entry is [string, string] => typeof entry[1] === 'string');
    assert.doesNotMatch(JSON.stringify(env), new RegExp(assumed.credentials.accessKeyId));
    const [file, ...words] = program;
    const { stdout } = await promisify(execFile)(file, words, { cwd: root, env: Object.fromEntries(env) });
    door.dispose();
    const identity = { account: '', arn: stdout.trim() };
    assert.equal(identityProblem(roleArn, 'tester', identity), undefined);
    return identity.arn;
  };

  it('are the role: the AWS CLI', async () => {
    assert.match(await identityIn({}), /:assumed-role\/role-\w+\/tester$/);
  });

  it('are the role: a script with the AWS SDK for JavaScript', async () => {
    assert.match(await identityIn({}, sdkScript), /:assumed-role\/role-\w+\/tester$/);
  });

  it('are the role although the shared files have default keys', async () => {
    write({
      credentials: '[default]\naws_access_key_id = AKIAOTHER\naws_secret_access_key = other\n',
      config: '[default]\nregion = xx-nowhere-1\n',
    });
    await identityIn({});
  });

  it('are the role although keys, a profile, a web identity and a container’s URI are inherited', async () => {
    await identityIn({
      AWS_ACCESS_KEY_ID: 'AKIAOTHER',
      AWS_SECRET_ACCESS_KEY: 'other',
      AWS_SESSION_TOKEN: 'other',
      AWS_PROFILE: 'does-not-exist',
      AWS_CONTAINER_CREDENTIALS_RELATIVE_URI: '/v2/credentials/other',
      AWS_CONTAINER_AUTHORIZATION_TOKEN_FILE: '/nonexistent',
      AWS_ROLE_ARN: 'arn:aws:iam::111111111111:role/Other',
      AWS_WEB_IDENTITY_TOKEN_FILE: '/nonexistent',
      AWS_ENDPOINT_URL_STS: 'http://127.0.0.1:9',
      AWS_SOMETHING_NEW: 'x',
    });
  });
});
