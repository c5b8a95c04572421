import type { Ec2Api, IamApi } from '../aws/api';

/** The services a change is made through. */
export interface ChangeServices {
  readonly ec2: Ec2Api;
  readonly iam: IamApi;
}

/** How a change that is being made talks to whoever watches it. */
export interface ChangeRun {
  /** Aborted where the person cancels. It counts until the association is changed; after that we see it through. */
  readonly signal: AbortSignal;
  /** Says in a few words what is being done now. */
  report(step: string): void;
  /** Waits this many milliseconds. */
  pause(ms: number): Promise<void>;
}

/** A change that was not made, or not seen through, for a reason of its own: one or two sentences for the person. */
export class ChangeError extends Error {
  override readonly name = 'ChangeError';
}

/** Thrown where the person cancelled before anything was changed for good. */
export class ChangeCancelled extends Error {
  override readonly name = 'Cancelled';
}

export const throwIfCancelled = ({ signal }: ChangeRun): void => {
  if (signal.aborted) throw new ChangeCancelled();
};
