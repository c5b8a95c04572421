/**
 * Why STS would not take a role session name; undefined where it would.
 * @see https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRole.html
 */
export const sessionNameProblem = (name: string): string | undefined => {
  if (name.length < 2 || name.length > 64) return 'A session name has 2 to 64 characters.';
  return /^[\w+=,.@-]+$/.test(name) ? undefined : 'Only letters, digits and _ + = , . @ - are allowed.';
};

/** A name that tells in CloudTrail who it was and when: `alice-20261124T0915`. */
export const defaultSessionName = (user: string, now: Date): string => {
  const who = user.replace(/[^\w+=,.@-]/g, '').slice(0, 40) || 'trustwright';
  return `${who}-${now.toISOString().slice(0, 16).replace(/[-:]/g, '')}`;
};

/** Why STS would not take an external id; undefined where it would. */
export const externalIdProblem = (id: string): string | undefined => {
  if (id.length < 2 || id.length > 1224) return 'An external ID has 2 to 1224 characters.';
  return /^[\w+=,.@:/-]+$/.test(id) ? undefined : 'Only letters, digits and _ + = , . @ : / - are allowed.';
};

/** Why a text is no role's ARN; undefined where it is one. */
export const roleArnProblem = (arn: string): string | undefined =>
  /^arn:aws[\w-]*:iam::\d{12}:role\/[\w+=,.@/-]+$/.test(arn)
    ? undefined
    : 'A role’s ARN looks like arn:aws:iam::123456789012:role/Name.';

/** Why a text is no MFA device's serial number or ARN; undefined where it is one. */
export const mfaSerialProblem = (serial: string): string | undefined =>
  /^[\w+=/:,.@-]{9,256}$/.test(serial)
    ? undefined
    : 'A device’s ARN looks like arn:aws:iam::123456789012:mfa/name.';
