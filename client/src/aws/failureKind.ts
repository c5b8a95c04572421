import type { Attempt, FailureKind } from './failure';

/** What of an error is worth knowing. */
export interface Facts {
  readonly code: string;
  readonly message: string;
  readonly status: number | undefined;
}

export const factsOf = (error: unknown): Facts => {
  const raw = (error ?? {}) as {
    name?: string;
    code?: string;
    Code?: string;
    message?: string;
    errors?: unknown[];
    $metadata?: { httpStatusCode?: number };
    $response?: { statusCode?: number };
  };
  // Node reports a failed connection to several addresses at once as an AggregateError.
  const inner = raw.errors?.[0];
  if (inner !== undefined && !raw.message) return factsOf(inner);
  return {
    code: raw.code ?? raw.Code ?? raw.name ?? '',
    message: raw.message ?? '',
    status: raw.$metadata?.httpStatusCode ?? raw.$response?.statusCode,
  };
};

const codes: readonly (readonly [FailureKind, RegExp])[] = [
  ['cancelled', /^(AbortError|Cancel(l)?ed|ABORT_ERR)$/],
  ['mfaNeeded', /^MfaRequired$/],
  ['missingProfile', /^MissingProfile$/],
  ['noRegion', /^NoRegion$/],
  ['expired', /^(ExpiredToken(Exception)?|RequestExpired|TokenRefreshRequired)$/],
  ['clock', /^(RequestTimeTooSkewed|SignatureNotYetCurrent|RequestInTheFuture)$/],
  [
    'badCredentials',
    /^(InvalidClientTokenId|SignatureDoesNotMatch|UnrecognizedClientException|AuthFailure)$/,
  ],
  ['badCredentials', /^(InvalidAccessKeyId|InvalidToken|IncompleteSignature|InvalidSignatureException)$/],
  ['wrongRegion', /^(OptInRequired|RegionDisabled(Exception)?|UnknownEndpoint)$/],
  ['denied', /^(AccessDenied(Exception)?|UnauthorizedOperation|NotAuthorized|Forbidden)$/],
  ['throttled', /^(Throttl\w*|RequestLimitExceeded|TooManyRequests\w*|RequestThrottled\w*|SlowDown)$/],
  ['unreachable', /^(ECONN\w+|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH|ETIMEDOUT|EPIPE|TimeoutError)$/],
  ['unreachable', /^(NetworkingError|EPROTO|\w*CERT\w*|UNABLE_TO_\w+|ERR_TLS_\w+|ERR_SSL_\w+)$/],
  ['notFound', /^(NoSuchEntity(Exception)?|Invalid\w+\.NotFound|InvalidAssociationID\b.*)$/],
  [
    'conflict',
    /^(EntityAlreadyExists(Exception)?|Incorrect\w*State|DeleteConflict(Exception)?|Concurrent\w+)$/,
  ],
  ['limit', /^(\w*LimitExceeded(Exception)?)$/],
  ['invalid', /^(Invalid\w*|Malformed\w*|Validation\w*|MissingParameter|PackedPolicyTooLarge\w*)(\..*)?$/],
];

/**
 * Sorts a failure by what a person can do about it.
 * Codes are those of https://docs.aws.amazon.com/AWSEC2/latest/APIReference/errors-overview.html, of the common
 * errors of IAM and STS, and of Node's sockets.
 */
export const kindOf = ({ code, message, status }: Facts, attempt: Attempt): FailureKind => {
  if (/CredentialsProviderError|TokenProviderError/.test(code)) return credentialsKind(message);
  // A name that does not resolve at AWS's own address means a region that does not exist.
  if (code === 'ENOTFOUND' && attempt.endpoint === undefined && message.includes(attempt.region))
    return 'wrongRegion';
  const known = codes.find(([, pattern]) => pattern.test(code));
  if (known) return known[0];
  // After the codes: AWS says the same of an instance profile.
  if (/could not be found in shared credentials|profile .* (not found|could not be found)/i.test(message)) {
    return 'missingProfile';
  }
  if (status !== undefined && status >= 500) return 'service';
  if (status === 429) return 'throttled';
  return 'unknown';
};

const credentialsKind = (message: string): FailureKind => {
  // These name the profile, whose name may contain anything.
  if (/Could not resolve credentials using profile|Command failed/.test(message)) return 'badProfile';
  if (/multi-factor|mfa/i.test(message)) return 'mfaNeeded';
  if (/sso|login|token (is|has) expired|session .* (expired|invalid)/i.test(message)) return 'signInNeeded';
  if (/cycle|source_profile|credential_process/i.test(message)) return 'badProfile';
  return 'noCredentials';
};
