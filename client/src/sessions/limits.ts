/**
 * What STS takes, checked before it is asked. Each function answers why not, a sentence; undefined where STS takes it.
 * @see https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRole.html
 */

export const sessionNameProblem = (name: string): string | undefined => {
  if (name.length < 2 || name.length > 64) return 'A session name has 2 to 64 characters.';
  return /^[\w+=,.@-]+$/.test(name) ? undefined : 'Only letters, digits and _ + = , . @ - are allowed.';
};

export const sourceIdentityProblem = (name: string): string | undefined => {
  if (name.length < 2 || name.length > 64) return 'A source identity has 2 to 64 characters.';
  return /^[\w+=,.@-]+$/.test(name) ? undefined : 'Only letters, digits and _ + = , . @ - are allowed.';
};

export const externalIdProblem = (id: string): string | undefined => {
  if (id.length < 2 || id.length > 1224) return 'An external ID has 2 to 1224 characters.';
  return /^[\w+=,.@:/-]+$/.test(id) ? undefined : 'Only letters, digits and _ + = , . @ : / - are allowed.';
};

/** A role's path may have any visible character in it, its name may not. */
export const roleArnProblem = (arn: string): string | undefined =>
  arn.length <= 2048 && /^arn:aws[\w-]*:iam::\d{12}:role\/([\x21-\x7e]{1,510}\/)?[\w+=,.@-]{1,64}$/.test(arn)
    ? undefined
    : 'A role’s ARN looks like arn:aws:iam::123456789012:role/Name.';

export const mfaSerialProblem = (serial: string): string | undefined =>
  /^[\w+=/:,.@-]{9,256}$/.test(serial)
    ? undefined
    : 'A device’s ARN looks like arn:aws:iam::123456789012:mfa/name.';

export const mfaCodeProblem = (code: string): string | undefined =>
  /^\d{6}$/.test(code) ? undefined : 'The code has six digits.';

export const shortestSessionSeconds = 900;
export const longestSessionSeconds = 43_200;

export const durationProblem = (seconds: number, cap: DurationCap): string | undefined => {
  if (!Number.isInteger(seconds)) return 'Give whole minutes.';
  if (seconds < shortestSessionSeconds) return 'A session lasts at least 15 minutes.';
  return seconds > cap.seconds
    ? `A session lasts at most ${durationWords(cap.seconds)}: ${cap.reason}.`
    : undefined;
};

/** The longest session AWS would grant, and why not longer. */
export interface DurationCap {
  readonly seconds: number;
  readonly reason: string;
}

/**
 * @param roleMaximum the role's own maximum in seconds; undefined where it is not known
 * @param chained whether the base identity is a role's session itself
 */
export const durationCap = (roleMaximum: number | undefined, chained: boolean): DurationCap => {
  if (chained)
    return {
      seconds: 3600,
      reason: 'you act as a role already, and AWS allows one hour when chaining roles',
    };
  if (roleMaximum === undefined)
    return { seconds: longestSessionSeconds, reason: 'AWS allows no longer session of any role' };
  return { seconds: roleMaximum, reason: 'it is the role’s maximum session duration' };
};

/** `1 h 30 min` */
export const durationWords = (seconds: number): string => {
  const minutes = Math.round(seconds / 60);
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60];
  if (hours === 0) return `${rest} min`;
  return rest === 0 ? `${hours} h` : `${hours} h ${rest} min`;
};

export type Tags = Readonly<Record<string, string>>;

export const tagsProblem = (tags: Tags): string | undefined => {
  const keys = Object.keys(tags);
  if (keys.length > 50) return 'A session has at most 50 tags.';
  if (new Set(keys.map((key) => key.toLowerCase())).size < keys.length)
    return 'Two tags differ only in upper and lower case.';
  for (const [key, value] of Object.entries(tags)) {
    if (key.length < 1 || key.length > 128) return 'The key of a tag has 1 to 128 characters.';
    if (value.length > 256) return `The value of tag ${key} has more than 256 characters.`;
    if (/^aws:/i.test(key)) return 'The key of a tag must not begin with aws:.';
    if (!tagText.test(key) || !(value === '' || tagText.test(value)))
      return `Tag ${key} has a character other than letters, digits, spaces and _ . : / = + - @.`;
  }
  return undefined;
};

const tagText = /^[\p{L}\p{Z}\p{N}_.:/=+\-@]+$/u;

/** Reads `team=web, stage=test`; the answer is a sentence where that cannot be read. */
export const readTags = (text: string): Tags | string => {
  const pairs = text
    .split(',')
    .map((pair) => pair.trim())
    .filter(Boolean)
    .map((pair) => /^([^=]+)=(.*)$/s.exec(pair));
  if (pairs.includes(null)) return 'Write tags as key=value, with a comma between two.';
  const entries = pairs.map((pair) => [pair![1]!.trim(), pair![2]!.trim()] as const);
  if (new Set(entries.map(([key]) => key)).size < entries.length) return 'A tag is given twice.';
  const tags = Object.fromEntries(entries);
  return tagsProblem(tags) ?? tags;
};

export const writeTags = (tags: Tags): string =>
  Object.entries(tags)
    .map(([key, value]) => `${key}=${value}`)
    .join(', ');

/** The most characters a session policy may have. AWS packs it besides, with a limit that only AWS can tell. */
export const longestSessionPolicy = 2048;

export const sessionPolicyProblem = (text: string): string | undefined => {
  if (text.length > longestSessionPolicy)
    return `A session policy has at most ${longestSessionPolicy} characters; this one has ${text.length}, white space not counted.`;

  return /^[\u0009\u000A\u000D\u0020-\u00FF]+$/.test(text)
    ? undefined
    : 'A session policy may only have characters of Latin-1 in it.';
};
