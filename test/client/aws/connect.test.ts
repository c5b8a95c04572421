import assert from 'node:assert/strict';
import { connect, listProfiles } from '../../../client/src/aws/awsEntry';
import type { AwsFailure, FailureKind } from '../../../client/src/aws/failure';
import { emulator } from '../support/emulator';
import { testKeys, useOwnAwsFiles } from '../support/place';

const noMfa = () => Promise.reject(Object.assign(new Error(), { name: 'MfaRequired' }));
const open = (profile?: string, region?: string) => connect({ profile, region }, noMfa);
const failsWith = (kind: FailureKind, message: RegExp) => (error: AwsFailure) => {
  assert.equal(error.kind, kind, error.message);
  assert.match(error.message, message);
  return true;
};

describe('connecting as a profile', function () {
  this.timeout(60_000);
  before(emulator);
  const write = useOwnAwsFiles();

  it('lists the profiles of both files without sections that are none', async () => {
    write({
      config: `[sso-session corp]\nsso_region = x\n[services local]\nsts =\n  endpoint_url = http://x\n[profile b]\nrole_arn = arn:aws:iam::1:role/R\nsource_profile = default\nregion = eu-west-1\n[profile a]\nsso_session = corp\n`,
      credentials: `[default]\n${testKeys}[c]\n${testKeys}`,
    });
    assert.deepEqual(
      (await listProfiles()).map(({ name, source, region }) => [name, source, region]),
      [
        ['default', 'keys', undefined],
        ['a', 'IAM Identity Center', undefined],
        ['b', 'assumes arn:aws:iam::1:role/R', 'eu-west-1'],
        ['c', 'keys', undefined],
      ],
    );
  });

  it('uses the endpoint of the chosen profile although AWS_PROFILE names another', async () => {
    process.env.AWS_PROFILE = 'default';
    write({
      config: `[profile local]\nregion = eu-west-1\nendpoint_url = ${await emulator()}\n`,
      credentials: `[default]\n${testKeys}[local]\n${testKeys}`,
    });
    const connection = await open('local');
    assert.deepEqual(connection.place, { profile: 'local', region: 'eu-west-1' });
    assert.match((await connection.sts.identity()).account, /^\d{12}$/);
    connection.dispose();
  });

  it('uses the endpoints of a services section', async () => {
    const endpoint = await emulator();
    write({
      config: `[default]\nregion = eu-west-1\nservices = local\nendpoint_url = http://127.0.0.1:9\n[services local]\nsts =\n  endpoint_url = ${endpoint}\n`,
      credentials: `[default]\n${testKeys}`,
    });
    const connection = await open();
    assert.match((await connection.sts.identity()).account, /^\d{12}$/);
    await assert.rejects(
      connection.iam.role('R'),
      failsWith('unreachable', /http:\/\/127\.0\.0\.1:9 cannot be reached/),
    );
    connection.dispose();
  });

  it('assumes the role of a profile through the endpoint of that profile', async () => {
    write({
      config: `[profile local]\nregion = eu-west-1\nrole_arn = arn:aws:iam::123456789012:role/Through\nsource_profile = default\nendpoint_url = ${await emulator()}\n`,
      credentials: `[default]\n${testKeys}`,
    });
    const connection = await open('local');
    assert.match((await connection.sts.identity()).arn, /assumed-role\/Through\//);
    connection.dispose();
  });

  it('asks for the MFA code a profile needs', async () => {
    write({
      config: `[profile local]\nregion = eu-west-1\nrole_arn = arn:aws:iam::123456789012:role/R\nmfa_serial = arn:aws:iam::123456789012:mfa/me\nsource_profile = default\nendpoint_url = ${await emulator()}\n`,
      credentials: `[default]\n${testKeys}`,
    });
    const asked: string[] = [];
    const prompt = (serial: string) => Promise.resolve(String(asked.push(serial)).padStart(6, '0'));
    const connection = await connect({ profile: 'local', region: undefined }, prompt);
    await Promise.all([connection.sts.identity(), connection.ec2.regions()]);
    assert.deepEqual(asked, ['arn:aws:iam::123456789012:mfa/me']);
    const unattended = await open('local');
    await assert.rejects(unattended.sts.identity(), failsWith('mfaNeeded', /profile "local" needs a code/));
  });

  it('says that a profile does not exist', async () => {
    write({});
    await assert.rejects(
      open('gone', 'us-east-1'),
      failsWith('missingProfile', /profile "gone" is neither in/),
    );
  });

  it('says that no region is known', async () => {
    write({ credentials: `[default]\n${testKeys}` });
    await assert.rejects(open(), failsWith('noRegion', /names a region\. Choose a region\./));
  });

  it('says that there are no credentials', async () => {
    write({});
    const connection = await open(undefined, 'us-east-1');
    await assert.rejects(
      connection.sts.identity(),
      failsWith('noCredentials', /no AWS credentials were found/),
    );
  });

  it('says that a profile gives no credentials', async () => {
    write({ config: '[profile empty]\nregion = us-east-1\n' });
    const connection = await open('empty');
    await assert.rejects(connection.sts.identity(), failsWith('badProfile', /profile "empty" names no keys/));
  });

  it('prefers the environment and, for one service, the more specific variable', async () => {
    process.env.AWS_ENDPOINT_URL = 'http://127.0.0.1:9';
    process.env.AWS_ENDPOINT_URL_STS = await emulator();
    process.env.AWS_REGION = 'eu-central-1';
    write({
      config: '[default]\nregion = eu-west-1\nendpoint_url = http://127.0.0.1:8\n',
      credentials: `[default]\n${testKeys}`,
    });
    const connection = await open();
    assert.equal(connection.place.region, 'eu-central-1');
    assert.match((await connection.sts.identity()).account, /^\d{12}$/);
    await assert.rejects(
      connection.ec2.regions(),
      failsWith('unreachable', /http:\/\/127\.0\.0\.1:9 cannot/),
    );
  });
});
