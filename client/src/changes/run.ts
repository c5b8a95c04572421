import type { Ec2Api, IamApi, RolesApi } from '../aws/api';
import { type AwsFailure, isAwsFailure } from '../aws/failure';

/** The services a change is made through. */
export interface ChangeServices {
  readonly ec2: Ec2Api;
  readonly iam: IamApi;
  readonly roles: RolesApi;
}

/** How a change that is being made talks to whoever watches it. */
export interface ChangeRun {
  /** Aborted where the person cancels. It counts until the last part of the change is begun; after that we see it through. */
  readonly signal: AbortSignal;
  /** Says in a few words what is being done now. */
  report(step: string): void;
  /** Waits this many milliseconds. */
  pause(ms: number): Promise<void>;
}

/** A change that was not made, or not seen through, for a reason of its own: a few sentences for the person. */
export class ChangeError extends Error {
  override readonly name = 'ChangeError';

  /** @param failure the failure of AWS behind it, which knows what helps */
  constructor(
    message: string,
    readonly failure?: AwsFailure,
  ) {
    super(message);
  }
}

/** Nobody knows whether the change was made, so nothing that rests on it may be taken back. */
export class UncertainError extends ChangeError {}

/** Thrown where the person cancelled before anything was changed for good. */
export class ChangeCancelled extends Error {
  override readonly name = 'Cancelled';
}

export const throwIfCancelled = ({ signal }: ChangeRun): void => {
  if (signal.aborted) throw new ChangeCancelled();
};

/** The same run, no longer cancellable: stopping half-way would be worse than going on. */
export const seenThrough = (run: ChangeRun): ChangeRun => ({
  signal: new AbortController().signal,
  report: (step) => {
    run.report(step);
  },
  pause: (ms) => run.pause(ms),
});

/** What an error says, for a sentence of ours. */
export const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

export const failureIn = (error: unknown): AwsFailure | undefined =>
  isAwsFailure(error) ? error : error instanceof ChangeError ? error.failure : undefined;
