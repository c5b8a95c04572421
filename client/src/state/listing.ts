import type { AwsFailure } from '../aws/failure';

/** A list of the account as far as it is known. Items stay visible while a refresh runs. */
export interface Listing<T> {
  readonly status: 'idle' | 'loading' | 'ready' | 'failed';
  readonly items: readonly T[];
  readonly failure?: AwsFailure;
}

export const idle: Listing<never> = { status: 'idle', items: [] };
