/**
 * Notification from client to server: what the chosen AWS account has, for completion. It holds names and ids only,
 * never a secret; an empty message takes them back.
 */
export const accountValuesChanged = 'trustwright/accountValues';

export interface AccountValues {
  /** Twelve digits. */
  readonly account?: string;
  readonly partition?: string;
  readonly region?: string;
  readonly roles: readonly NamedArn[];
  readonly instanceProfiles: readonly NamedArn[];
  readonly instances: readonly AccountInstance[];
}

export interface NamedArn {
  readonly name: string;
  readonly arn: string;
}

export interface AccountInstance {
  readonly id: string;
  readonly name?: string;
  readonly imageId?: string;
  readonly tags: Readonly<Record<string, string>>;
}
