import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { connect, listConfigRoles } from '../../../client/src/aws/awsEntry';
import { configRoles } from '../../../client/src/aws/profiles';
import { emulator } from '../support/emulator';
import { testKeys, useOwnAwsFiles } from '../support/place';

const noMfa = () => Promise.reject(Object.assign(new Error(), { name: 'MfaRequired' }));
const arn = (name: string) => `arn:aws:iam::123456789012:role/${name}`;

/** A server of the loopback interface that answers everything with one JSON object. */
const jsonServer = async (answer: object): Promise<{ url: string; asked: string[]; server: Server }> => {
  const asked: string[] = [];
  const server = createServer((request, response) => {
    let body = '';
    request.on('data', (part: Buffer) => (body += part.toString()));
    request.on('end', () => {
      asked.push(`${request.method} ${request.url} ${body}`);
      response.setHeader('content-type', 'application/json').end(JSON.stringify(answer));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, asked, server };
};

describe('every kind of profile', function () {
  this.timeout(60_000);
  before(emulator);
  const write = useOwnAwsFiles();
  let home: string;
  let homeBefore: string | undefined;
  beforeEach(() => {
    home = mkdtempSync(join(tmpdir(), 'trustwright-test-home-'));
    homeBefore = process.env.HOME;
    process.env.HOME = home;
  });
  afterEach(() => {
    process.env.HOME = homeBefore;
    rmSync(home, { recursive: true, force: true });
  });
  const head = async (name: string) =>
    `[profile ${name}]\nregion = eu-west-1\nendpoint_url = ${await emulator()}\n`;
  const open = (profile: string, credentialsOf?: string) =>
    connect({ profile, region: undefined, ...(credentialsOf === undefined ? {} : { credentialsOf }) }, noMfa);

  it('assumes roles one from the other by source_profile', async () => {
    write({
      config: `${await head('second')}role_arn = ${arn('Second')}\nrole_session_name = me\nsource_profile = first\n[profile first]\nrole_arn = ${arn('First')}\nsource_profile = default\n`,
      credentials: `[default]\n${testKeys}`,
    });
    const connection = await open('second');
    assert.match((await connection.sts.identity()).arn, /assumed-role\/Second\/me$/);
    connection.dispose();
  });

  it('takes the source profile’s credentials and the role’s profile’s settings', async () => {
    write({
      config: `${await head('role')}role_arn = ${arn('R')}\nsource_profile = keys\n`,
      credentials: `[keys]\n${testKeys}`,
    });
    const connection = await open('role', 'keys');
    assert.equal(connection.place.profile, 'role');
    assert.doesNotMatch((await connection.sts.identity()).arn, /assumed-role/);
    await assert.rejects(open('role', 'gone'), /profile "gone" is neither in/);
    connection.dispose();
  });

  it('runs the program of credential_process', async () => {
    const answer = { Version: 1, AccessKeyId: 'testing', SecretAccessKey: 'testing' };
    const script = join(home, 'program');
    writeFileSync(script, `#!/bin/sh\necho '${JSON.stringify(answer)}'\n`, { mode: 0o700 });
    write({ config: `${await head('program')}credential_process = ${script}\n` });
    const connection = await open('program');
    assert.match((await connection.sts.identity()).account, /^\d{12}$/);
    await assert.rejects(
      connection.ownSession(),
      /keys that never expire/,
      'keys without an end go to no terminal',
    );
    connection.dispose();
  });

  it('assumes a role by web identity, and gives it to a terminal', async () => {
    const token = join(home, 'token');
    writeFileSync(token, 'a.web.token');
    write({
      config: `${await head('web')}role_arn = ${arn('Web')}\nrole_session_name = me\nweb_identity_token_file = ${token}\n`,
    });
    const connection = await open('web');
    const { credentials, identity } = await connection.ownSession();
    assert.match(identity.arn, /assumed-role\/Web\/me$/);
    assert.match(credentials.accessKeyId, /^ASIA/);
    connection.dispose();
  });

  it('uses the sign-in of IAM Identity Center, and asks for one where there is none', async () => {
    const roleCredentials = {
      accessKeyId: 'ASIASSO',
      secretAccessKey: 'sso',
      sessionToken: 'sso',
      expiration: Date.now() + 3_600_000,
    };
    const portal = await jsonServer({ roleCredentials });
    process.env.AWS_ENDPOINT_URL_SSO = portal.url;
    write({
      config: `${await head('corp')}sso_session = corp\nsso_account_id = 123456789012\nsso_role_name = Admin\n[sso-session corp]\nsso_region = eu-west-1\nsso_start_url = https://corp.example/start\n`,
    });
    const connection = await open('corp');
    await assert.rejects(connection.sts.identity(), /needs a new sign-in.*aws sso login --profile corp/);
    const cache = join(home, '.aws/sso/cache');
    mkdirSync(cache, { recursive: true });
    const name = createHash('sha1').update('corp').digest('hex');
    const expiresAt = new Date(Date.now() + 3_600_000).toISOString();
    writeFileSync(join(cache, `${name}.json`), JSON.stringify({ accessToken: 'token', expiresAt }));
    const { credentials } = await connection.ownSession();
    assert.equal(credentials.accessKeyId, 'ASIASSO');
    assert.match(portal.asked.join(), /role_name=Admin/);
    portal.server.close();
    connection.dispose();
  });

  it('uses the console’s sign-in of `aws login`', async () => {
    const session = 'arn:aws:iam::123456789012:user/me';
    const cache = join(home, '.aws/login/cache');
    mkdirSync(cache, { recursive: true });
    const accessToken = {
      accessKeyId: 'testing',
      secretAccessKey: 'testing',
      sessionToken: 'testing',
      accountId: '123456789012',
      expiresAt: new Date(Date.now() + 3_600_000).toISOString(),
    };
    const name = createHash('sha256').update(session).digest('hex');
    const kept = {
      accessToken,
      tokenType: 'aws_sigv4',
      clientId: 'c',
      refreshToken: 'r',
      idToken: 'i',
      dpopKey: 'k',
    };
    writeFileSync(join(cache, `${name}.json`), JSON.stringify(kept));
    write({ config: `${await head('console')}login_session = ${session}\n` });
    const connection = await open('console');
    assert.match((await connection.sts.identity()).account, /^\d{12}$/);
    connection.dispose();
  });

  it('lists the profiles that stand for a role, and how it is got', async () => {
    write({
      config: [
        '[profile a]',
        `role_arn = ${arn('A')}`,
        'source_profile = keys',
        'external_id = x-1',
        'mfa_serial = arn:aws:iam::1:mfa/me',
        'role_session_name = me',
        'duration_seconds = 1800',
        'region = eu-west-1',
        '[profile b]',
        `role_arn = ${arn('B')}`,
        'credential_source = Environment',
        '[profile c]',
        'sso_session = corp',
        'sso_account_id = 1',
        'sso_role_name = Admin',
        '[profile keys]',
        'region = eu-west-1',
        '[sso-session corp]',
      ].join('\n'),
    });
    const [a, b, c, ...more] = await listConfigRoles();
    assert.deepEqual(more, []);
    assert.deepEqual(a, {
      profile: 'a',
      roleArn: arn('A'),
      label: arn('A'),
      way: 'source',
      sourceProfile: 'keys',
      externalId: 'x-1',
      mfaSerial: 'arn:aws:iam::1:mfa/me',
      sessionName: 'me',
      durationSeconds: 1800,
      region: 'eu-west-1',
    });
    assert.deepEqual([b?.way, b?.roleArn], ['own', arn('B')]);
    assert.deepEqual(
      [c?.way, c?.roleArn, c?.label],
      ['own', undefined, 'Admin of account 1, by IAM Identity Center'],
    );
  });

  it('is its own source where it names itself', () => {
    const [role] = configRoles({ x: { role_arn: arn('X'), source_profile: 'x', aws_access_key_id: 'A' } });
    assert.equal(role?.way, 'own');
  });
});

describe('opening the AWS console as a session', () => {
  const write = useOwnAwsFiles();
  const credentials = {
    accessKeyId: 'ASIAX',
    secretAccessKey: 'canary-secret',
    sessionToken: 'canary/token+',
    expiresAt: new Date(),
  };

  it('exchanges the credentials in the body, and makes an address that has only the sign-in token', async () => {
    const signIn = await jsonServer({ SigninToken: 'sign-in token/1' });
    write({ config: `[default]\nregion = eu-west-1\nendpoint_url = ${signIn.url}\n` });
    const connection = await connect({ profile: undefined, region: undefined }, noMfa);
    const url = new URL(await connection.consoleSignIn(credentials));
    assert.equal(url.origin + url.pathname, `${signIn.url}/federation`);
    assert.deepEqual(Object.fromEntries(url.searchParams), {
      Action: 'login',
      Issuer: 'Trustwright',
      Destination: 'https://eu-west-1.console.aws.amazon.com/',
      SigninToken: 'sign-in token/1',
    });
    const [asked = ''] = signIn.asked;
    assert.match(asked, /^POST \/federation Action=getSigninToken&Session=/);
    const { Session = '' } = Object.fromEntries(new URLSearchParams(asked.split(' ')[2]));
    assert.deepEqual(JSON.parse(Session), {
      sessionId: 'ASIAX',
      sessionKey: 'canary-secret',
      sessionToken: 'canary/token+',
    });
    signIn.server.close();
  });

  it('says what failed, without a secret', async () => {
    const gone = await jsonServer({});
    await new Promise((resolve) => gone.server.close(resolve));
    write({ config: `[default]\nregion = eu-west-1\nendpoint_url = ${gone.url}\n` });
    const connection = await connect({ profile: undefined, region: undefined }, noMfa);
    await assert.rejects(connection.consoleSignIn(credentials), (error: Error) => {
      assert.match(
        error.message,
        /Could not open the AWS console as the role: http:\/\/127\.0\.0\.1:\d+ cannot be reached/,
      );
      assert.doesNotMatch(error.message, /canary/);
      return true;
    });
  });
});
