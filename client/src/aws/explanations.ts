import { inertInMessage } from '../inert';
import type { Attempt, Explanation, FailureKind } from './failure';
import type { Facts } from './failureKind';

const profileName = ({ profile }: Attempt) =>
  profile === undefined ? 'the default profile' : `profile "${profile}"`;
const where = ({ endpoint, region }: Attempt) => endpoint ?? `AWS in ${region}`;

/** AWS's message without what helps nobody: the encoded part of a denial and the request's id. */
const said = ({ message, code, status }: Facts): string => {
  const plain = message
    .replace(/\s*Encoded authorization failure message:.*$/s, '')
    .replace(/\s*\(?request ?id:? [\w-]+\)?/gi, '')
    .replace(/[.\s]+$/, '');
  const unreadable = plain.startsWith('<') || plain.includes('Deserialization error');
  if (unreadable) return status === undefined ? 'an answer that is none of AWS' : `HTTP status ${status}`;
  if (plain === '') return code || 'no reason given';
  return inertInMessage(plain, 300);
};

/** AWS does not say which side refused: the caller's own permissions or the role's trust policy. */
const assumeDenied = (facts: Facts, attempt: Attempt): Explanation =>
  explanation(
    'denied',
    'Not allowed to assume the role',
    `AWS refuses ${profileName(attempt)} (${said(facts)})`,
    'Check that your own permissions include sts:AssumeRole on this role, and that its trust policy names you and its ' +
      'conditions, such as an external ID or MFA, are met',
  );

const denied = (facts: Facts, attempt: Attempt): Explanation => {
  const { denial } = attempt;
  const action = denial?.action ?? attempt.action;
  const on = denial?.resource === undefined ? '' : ` on ${inertInMessage(denial.resource)}`;
  const why = denial?.explicit === true ? 'a policy denies it' : said(facts);
  // AWS names the call even where it is the role that may not be passed.
  const passing = denial === undefined && passingCalls.has(action) ? ' and iam:PassRole on the role' : '';
  return explanation(
    'denied',
    `Not allowed: ${action}`,
    `${profileName(attempt)} is not allowed ${action}${on} (${why})`,
    `Ask for permission ${action}${on}${passing}, or choose another profile`,
  );
};

/** Calls that hand a role to EC2. */
const passingCalls: ReadonlySet<string> = new Set([
  'ec2:AssociateIamInstanceProfile',
  'ec2:ReplaceIamInstanceProfileAssociation',
  'iam:AddRoleToInstanceProfile',
]);

const badProfileReason = (facts: Facts, profile: string): string => {
  // The message has the command line, which may have a secret in it.
  if (facts.message.includes('Command failed'))
    return `the program that gives ${profile} its credentials failed`;
  return facts.message.includes('Could not resolve credentials using profile')
    ? `${profile} names no keys, no role, no sign-in and no program to get credentials from`
    : `${profile} gives no credentials (${said(facts)})`;
};

type Explain = (facts: Facts, attempt: Attempt) => Explanation;
const explanation = (kind: FailureKind, title: string, why: string, remedy: string): Explanation => ({
  kind,
  title,
  why,
  remedy,
});

/** What each kind of failure says: why, and what to do. */
export const explanations: Record<FailureKind, Explain> = {
  noCredentials: (_, attempt) =>
    explanation(
      'noCredentials',
      'No AWS credentials',
      `no AWS credentials were found for ${profileName(attempt)}`,
      'Choose a profile that has some, or add keys with "aws configure"',
    ),
  missingProfile: (_, attempt) =>
    explanation(
      'missingProfile',
      `No ${profileName(attempt)}`,
      `${profileName(attempt)} is neither in the AWS configuration file nor in the credentials file`,
      'Choose another profile',
    ),
  noRegion: (_, attempt) =>
    explanation(
      'noRegion',
      'No region',
      `neither ${profileName(attempt)} nor the environment names a region`,
      'Choose a region',
    ),
  badProfile: (facts, attempt) =>
    explanation(
      'badProfile',
      'The profile gives no credentials',
      badProfileReason(facts, profileName(attempt)),
      'Complete it in the AWS configuration file, or choose another profile',
    ),
  expired: (_, attempt) =>
    explanation(
      'expired',
      'The credentials have expired',
      `the temporary credentials of ${profileName(attempt)} have expired`,
      'Get new ones, as with "aws sso login", then refresh',
    ),
  signInNeeded: (facts, attempt) =>
    explanation(
      'signInNeeded',
      'Sign-in needed',
      `${profileName(attempt)} needs a new sign-in (${said(facts)})`,
      `Run "aws sso login${attempt.profile === undefined ? '' : ` --profile ${attempt.profile}`}" in a terminal, then refresh`,
    ),
  mfaNeeded: (_, attempt) =>
    explanation(
      'mfaNeeded',
      'MFA code needed',
      `${profileName(attempt)} needs a code from its MFA device`,
      'Refresh to enter the code',
    ),
  badCredentials: (_, attempt) =>
    explanation(
      'badCredentials',
      'AWS does not accept the credentials',
      `AWS does not accept the credentials of ${profileName(attempt)} in ${attempt.region}`,
      'Check that the keys are right and active and that the region is enabled for the account',
    ),
  clock: () =>
    explanation(
      'clock',
      "This computer's clock is wrong",
      "this computer's clock differs from AWS's by more than five minutes",
      'Set the clock, then refresh',
    ),
  unreachable: (facts, attempt) =>
    explanation(
      'unreachable',
      `Cannot reach ${where(attempt)}`,
      `${where(attempt)} cannot be reached (${said(facts)})`,
      attempt.endpoint === undefined
        ? 'Check the network and the proxy, then refresh'
        : 'Check that the endpoint in AWS_ENDPOINT_URL or in the profile is right and running, then refresh',
    ),
  wrongRegion: (_, attempt) =>
    explanation(
      'wrongRegion',
      `Region ${attempt.region} cannot be used`,
      `region ${attempt.region} does not exist or is not enabled for the account`,
      'Choose another region',
    ),
  denied: (facts, attempt) =>
    attempt.action === 'sts:AssumeRole' ? assumeDenied(facts, attempt) : denied(facts, attempt),
  throttled: (_, attempt) =>
    explanation(
      'throttled',
      'AWS asks to slow down',
      `AWS refuses ${attempt.action} for now because of too many requests in this account`,
      'Wait a minute, then try again',
    ),
  notFound: (facts) =>
    explanation('notFound', 'It no longer exists', said(facts), 'Refresh to see what exists now'),
  conflict: (facts) =>
    explanation(
      'conflict',
      'Changed in the meantime',
      said(facts),
      'Refresh to see the current state, then try again',
    ),
  limit: (facts) =>
    explanation('limit', 'A quota is reached', said(facts), 'Remove something or raise the quota'),
  invalid: (facts) =>
    explanation('invalid', 'AWS refuses the request', said(facts), 'Correct it and try again'),
  service: (facts, attempt) =>
    explanation(
      'service',
      'AWS answered with an error',
      `${where(attempt)} answered ${attempt.action} with an error of its own (${said(facts)})`,
      'Try again in a minute',
    ),
  cancelled: () =>
    explanation('cancelled', 'Cancelled', 'it was cancelled', 'Start it again when you want it'),
  unknown: (facts) =>
    explanation('unknown', 'An unexpected error', said(facts), 'See the Trustwright log, then try again'),
};
