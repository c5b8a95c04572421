import assert from 'node:assert/strict';
import type { PlaceSettings } from '../../../client/src/aws/api';
import { configFile, terminalEnvironment } from '../../../client/src/terminal/environment';
import { identityProblem } from '../../../client/src/sessions/identity';

const place = { profile: 'dev', region: 'eu-west-1' };
const settings: PlaceSettings = {
  endpoint: undefined,
  serviceEndpoints: {},
  plain: {},
  mfaSerial: undefined,
};
const door = { url: 'http://127.0.0.1:1/x', token: 't' };
const files = { config: '/s/config', credentials: '/s/credentials' };
const environment = (inherited: Record<string, string> = {}, changed: Partial<PlaceSettings> = {}) =>
  terminalEnvironment({
    place,
    settings: { ...settings, ...changed },
    supply: { kind: 'endpoint', door },
    files,
    inherited,
    roleArn: 'arn:aws:iam::123456789012:role/R',
  });

describe('the environment of a role’s terminal', () => {
  it('points programs at the door and at files without secrets, and sets the region both ways', () => {
    const variables = environment();
    assert.equal(variables.AWS_CONTAINER_CREDENTIALS_FULL_URI, door.url);
    assert.equal(variables.AWS_CONTAINER_AUTHORIZATION_TOKEN, door.token);
    assert.equal(variables.AWS_CONFIG_FILE, files.config);
    assert.equal(variables.AWS_SHARED_CREDENTIALS_FILE, files.credentials);
    assert.deepEqual([variables.AWS_REGION, variables.AWS_DEFAULT_REGION], ['eu-west-1', 'eu-west-1']);
  });

  it('removes what says who one is, seen or not, and what it does not know', () => {
    const variables = environment({ AWS_NEW_WAY_IN: 'x', AWS_ENDPOINT_URL_S3: 'http://elsewhere' });
    for (const name of ['AWS_ACCESS_KEY_ID', 'AWS_PROFILE', 'AWS_CONTAINER_CREDENTIALS_RELATIVE_URI'])
      assert.equal(variables[name], null, name);
    assert.equal(variables.AWS_NEW_WAY_IN, null);
    assert.equal(variables.AWS_ENDPOINT_URL_S3, null);
  });

  it('leaves alone how programs behave', () => {
    const variables = environment({ AWS_PAGER: '', AWS_CA_BUNDLE: '/ca', PATH: '/bin' });
    for (const name of ['AWS_PAGER', 'AWS_CA_BUNDLE', 'PATH']) assert.equal(name in variables, false, name);
  });

  it('leads to the endpoints of the profile', () => {
    const variables = environment({}, { endpoint: 'http://all', serviceEndpoints: { s3: 'http://s3' } });
    assert.equal(variables.AWS_ENDPOINT_URL, 'http://all');
    assert.equal(variables.AWS_ENDPOINT_URL_S3, 'http://s3');
  });

  it('keeps the editor from resolving variables in an endpoint', () => {
    assert.equal(environment({}, { endpoint: 'http://x/${env:SECRET}' }).AWS_ENDPOINT_URL, null);
  });
});

describe('the configuration file of a role’s terminal', () => {
  it('has region, endpoints and plain settings', () => {
    const text = configFile(place, {
      ...settings,
      endpoint: 'http://all',
      serviceEndpoints: { sts: 'http://sts' },
      plain: { output: 'yaml' },
    });
    assert.equal(
      text,
      [
        '[default]',
        'output = yaml',
        'region = eu-west-1',
        'endpoint_url = http://all',
        'services = terminal',
        '',
        '[services terminal]',
        'sts =',
        '  endpoint_url = http://sts',
        '',
      ].join('\n'),
    );
  });

  it('lets no value add a line', () => {
    const text = configFile(place, { ...settings, endpoint: 'http://x\naws_access_key_id = A', plain: {} });
    assert.doesNotMatch(text, /aws_access_key_id/);
  });
});

describe('checking the identity of a terminal', () => {
  const role = 'arn:aws:iam::123456789012:role/path/to/R';
  it('accepts exactly the role and session that were asked for', () => {
    const arn = 'arn:aws:sts::123456789012:assumed-role/R/me';
    assert.equal(identityProblem(role, 'me', { account: '123456789012', arn }), undefined);
  });
  for (const arn of [
    'arn:aws:sts::123456789012:assumed-role/Other/me',
    'arn:aws:sts::210987654321:assumed-role/R/me',
    'arn:aws:sts::123456789012:assumed-role/R/somebody',
    'arn:aws:iam::123456789012:user/R',
  ]) {
    it(`is loud about ${arn}`, () => {
      assert.match(identityProblem(role, 'me', { account: '', arn }) ?? '', /acts as .*, not as role R/);
    });
  }
});
