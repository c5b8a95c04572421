import assert from 'node:assert/strict';
import { explain } from '../../../client/src/aws/explain';
import { type Attempt, type FailureKind, stopsEverything } from '../../../client/src/aws/failure';

const attempt: Attempt = {
  action: 'iam:ListRoles',
  doing: 'list the IAM roles',
  profile: 'dev',
  region: 'eu-west-1',
  endpoint: undefined,
};
const denial =
  'User: arn:aws:iam::123456789012:user/U is not authorized to perform: iam:ListRoles on resource: * because no identity-based policy allows the iam:ListRoles action';

describe('explaining a failed call', () => {
  const cases: [string, object, FailureKind, RegExp][] = [
    [
      'no credentials anywhere',
      { name: 'CredentialsProviderError', message: 'Could not load credentials from any providers' },
      'noCredentials',
      /no AWS credentials were found for profile "dev"\. Choose a profile/,
    ],
    [
      'a profile without credentials',
      {
        name: 'CredentialsProviderError',
        message: 'Could not resolve credentials using profile: [dev] in configuration/credentials file(s).',
      },
      'badProfile',
      /profile "dev" names no keys, no role/,
    ],
    [
      'a profile without credentials whose name tells otherwise',
      {
        name: 'CredentialsProviderError',
        message:
          'Could not resolve credentials using profile: [my-sso-mfa] in configuration/credentials file(s).',
      },
      'badProfile',
      /names no keys/,
    ],
    [
      'a program that gives no credentials, without its command line',
      { name: 'CredentialsProviderError', message: 'Command failed: tool --password canary' },
      'badProfile',
      /the program that gives profile "dev" its credentials failed\. Complete/,
    ],
    [
      'an SSO session that is over',
      {
        name: 'TokenProviderError',
        message: "Token is expired. To refresh this SSO session run 'aws sso login'",
      },
      'signInNeeded',
      /Run "aws sso login --profile dev" in a terminal, then refresh/,
    ],
    [
      'MFA nobody can be asked for',
      { name: 'MfaRequired' },
      'mfaNeeded',
      /needs a code from its MFA device\. Refresh to enter/,
    ],
    [
      'expired credentials (IAM)',
      { name: 'ExpiredToken', message: 'The security token included in the request is expired' },
      'expired',
      /temporary credentials of profile "dev" have expired/,
    ],
    ['expired credentials (STS)', { name: 'ExpiredTokenException' }, 'expired', /have expired/],
    ['expired credentials (EC2)', { name: 'RequestExpired' }, 'expired', /have expired/],
    [
      'unknown keys (IAM)',
      { name: 'InvalidClientTokenId' },
      'badCredentials',
      /does not accept the credentials of profile "dev"/,
    ],
    ['unknown keys (EC2)', { name: 'AuthFailure' }, 'badCredentials', /region is enabled/],
    ['a wrong clock', { name: 'RequestTimeTooSkewed' }, 'clock', /clock differs/],
    [
      'a denial',
      { name: 'AccessDenied', message: denial },
      'denied',
      /not allowed iam:ListRoles \(User: .*no identity-based policy.*\)\. Ask for permission iam:ListRoles/,
    ],
    [
      'a denial of EC2',
      {
        name: 'UnauthorizedOperation',
        message:
          'You are not authorized to perform this operation. Encoded authorization failure message: abcDEF123',
      },
      'denied',
      /You are not authorized to perform this operation\)/,
    ],
    ['throttling of EC2', { name: 'RequestLimitExceeded' }, 'throttled', /too many requests/],
    ['throttling of IAM', { name: 'Throttling', message: 'Rate exceeded' }, 'throttled', /Wait a minute/],
    [
      'a refused connection',
      { name: 'Error', code: 'ECONNREFUSED', message: 'connect ECONNREFUSED 127.0.0.1:9' },
      'unreachable',
      /AWS in eu-west-1 cannot be reached \(connect ECONNREFUSED 127\.0\.0\.1:9\)\. Check the network/,
    ],
    [
      'a refused connection to several addresses',
      { name: 'AggregateError', errors: [{ code: 'ECONNREFUSED', message: 'connect ECONNREFUSED ::1:9' }] },
      'unreachable',
      /cannot be reached/,
    ],
    [
      'a silent endpoint',
      { name: 'TimeoutError', message: 'socket timed out' },
      'unreachable',
      /cannot be reached/,
    ],
    [
      'a certificate nobody trusts',
      { code: 'SELF_SIGNED_CERT_IN_CHAIN', message: 'self-signed certificate' },
      'unreachable',
      /self-signed certificate/,
    ],
    [
      'a region that does not exist',
      { code: 'ENOTFOUND', message: 'getaddrinfo ENOTFOUND ec2.eu-west-1.amazonaws.com' },
      'wrongRegion',
      /region eu-west-1 does not exist or is not enabled/,
    ],
    [
      'a name that does not resolve',
      { code: 'ENOTFOUND', message: 'getaddrinfo ENOTFOUND iam.amazonaws.com' },
      'unreachable',
      /cannot be reached/,
    ],
    [
      'something gone (IAM)',
      { name: 'NoSuchEntityException', message: 'The role with name R cannot be found.' },
      'notFound',
      /cannot be found\. Refresh/,
    ],
    [
      'something gone (EC2)',
      { name: 'InvalidInstanceID.NotFound', message: "The instance ID 'i-1' does not exist" },
      'notFound',
      /does not exist/,
    ],
    [
      'something there already',
      { name: 'EntityAlreadyExistsException', message: 'Instance Profile P already exists.' },
      'conflict',
      /already exists/,
    ],
    [
      'a wrong state',
      { name: 'IncorrectState', message: 'There is an existing association for instance i-1' },
      'conflict',
      /existing association/,
    ],
    [
      'a quota',
      {
        name: 'LimitExceededException',
        message: 'Cannot exceed quota for InstanceSessionsPerInstanceProfile: 1',
      },
      'limit',
      /quota/,
    ],
    [
      'a bad parameter',
      { name: 'InvalidParameterValue', message: 'Invalid IAM Instance Profile name' },
      'invalid',
      /Invalid IAM Instance Profile name/,
    ],
    [
      'an error of the service',
      { name: 'InternalFailure', message: '', $metadata: { httpStatusCode: 500 } },
      'service',
      /Try again in a minute/,
    ],
    [
      'an error page instead of an answer',
      {
        name: 'SyntaxError',
        message: 'mismatched tags. Deserialization error: to see the raw response…',
        $response: { statusCode: 500 },
      },
      'service',
      /\(HTTP status 500\)/,
    ],
    ['a cancelled call', { name: 'AbortError', message: 'Request aborted' }, 'cancelled', /cancelled/],
    [
      'anything else',
      { name: 'TypeError', message: 'x is not a function' },
      'unknown',
      /x is not a function\. See the Trustwright log/,
    ],
  ];
  for (const [what, error, kind, sentence] of cases) {
    it(what, () => {
      const failure = explain(Object.assign(new Error(), error), attempt);
      assert.equal(failure.kind, kind);
      assert.match(failure.message, /^Could not list the IAM roles: /);
      assert.match(failure.message, sentence);
      assert.doesNotMatch(failure.message, /canary|Encoded|Deserialization|\.\./);
    });
  }

  it('says where an endpoint of the person’s own is wrong', () => {
    const local = { ...attempt, endpoint: 'http://127.0.0.1:9' };
    const { message } = explain({ code: 'ECONNREFUSED' }, local);
    assert.match(message, /http:\/\/127\.0\.0\.1:9 cannot be reached.*AWS_ENDPOINT_URL/);
  });

  it('names both sides that may refuse to let a role be assumed', () => {
    const assuming = { ...attempt, action: 'sts:AssumeRole', doing: 'assume role R' };
    const { message } = explain({ name: 'AccessDenied', message: 'not authorized' }, assuming);
    assert.match(message, /your own permissions include sts:AssumeRole .* trust policy names you/);
  });

  it('leaves a failure as it is', () => {
    const failure = explain({ name: 'AccessDenied' }, attempt);
    assert.equal(explain(failure, { ...attempt, doing: 'something else' }), failure);
  });

  it('makes AWS’s words harmless in a notification', () => {
    const { message } = explain(
      { name: 'ValidationError', message: '[click](command:evil)\u202e\u001b[31m' },
      attempt,
    );
    assert.doesNotMatch(message, /\]\(|[\u202e\u001b]/);
  });

  it('tells apart what stops everything from what stops one list', () => {
    assert.equal(stopsEverything('noCredentials'), true);
    assert.equal(stopsEverything('denied'), false);
  });
});
