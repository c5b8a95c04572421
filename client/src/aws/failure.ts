import type { Denial } from './model';

/** Causes of a failed call, sorted by what a person can do about it. */
export type FailureKind =
  | 'noCredentials'
  | 'missingProfile'
  | 'badProfile'
  | 'expired'
  | 'signInNeeded'
  | 'mfaNeeded'
  | 'badCredentials'
  | 'clock'
  | 'unreachable'
  | 'noRegion'
  | 'wrongRegion'
  | 'denied'
  | 'throttled'
  | 'notFound'
  | 'conflict'
  | 'limit'
  | 'invalid'
  | 'service'
  | 'cancelled'
  | 'unknown';

/** What was tried, in words that complete "Could not …". */
export interface Attempt {
  /** As IAM spells it: `ec2:DescribeInstances`. */
  readonly action: string;
  /** `list the EC2 instances` */
  readonly doing: string;
  readonly profile: string | undefined;
  readonly region: string;
  readonly endpoint: string | undefined;
  /** What exactly AWS refused, where it could be found out. */
  readonly denial?: Denial;
}

export interface Explanation {
  readonly kind: FailureKind;
  /** A few words for a narrow row: "No AWS credentials". */
  readonly title: string;
  /** Why it failed, a sentence without the full stop. */
  readonly why: string;
  /** What to do, a sentence without the full stop. */
  readonly remedy: string;
}

/**
 * The one error the AWS layer throws: what failed, on what, why, and what to do, in plain words.
 * It carries no raw answer and no credential. Recognise it with `isAwsFailure`: the AWS code is a bundle of its own,
 * so `instanceof` does not hold across the two.
 */
export class AwsFailure extends Error {
  override readonly name = 'AwsFailure';
  readonly explanation: Explanation;
  readonly attempt: Attempt;
  /** AWS's own error code, where it gave one. */
  readonly code: string | undefined;

  constructor(attempt: Attempt, explanation: Explanation, code?: string) {
    super(`Could not ${attempt.doing}: ${explanation.why}. ${explanation.remedy}.`);
    this.attempt = attempt;
    this.explanation = explanation;
    this.code = code;
  }

  get kind(): FailureKind {
    return this.explanation.kind;
  }
}

export const isAwsFailure = (error: unknown): error is AwsFailure =>
  error instanceof Error && error.name === 'AwsFailure' && 'explanation' in error;

/** Causes that stop every call of a connection, so that one message is enough. */
export const stopsEverything = (kind: FailureKind): boolean => everythingStoppers.has(kind);

const everythingStoppers: ReadonlySet<FailureKind> = new Set<FailureKind>([
  'noCredentials',
  'missingProfile',
  'noRegion',
  'badProfile',
  'expired',
  'signInNeeded',
  'mfaNeeded',
  'badCredentials',
  'clock',
  'unreachable',
]);

/** Causes that go away only when the person does something: enters a code, signs in. */
export const needsPerson = (kind: FailureKind): boolean =>
  kind === 'mfaNeeded' || kind === 'signInNeeded' || kind === 'expired';
