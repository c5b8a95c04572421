import type { AssumeRoleRequest } from '../aws/model';
import type { Delivery } from '../terminal/delivery';
import type { Tags } from './limits';

/** How a role is to be assumed. Remembered for each role; nothing in it is secret (AWS says so of external ids, too). */
export interface AssumeOptions {
  /** Undefined: made from the user's name and the time. */
  readonly sessionName?: string;
  readonly durationSeconds: number;
  readonly externalId?: string;
  /** Serial number or ARN of the device whose code AWS wants. */
  readonly mfaSerial?: string;
  readonly sourceIdentity?: string;
  readonly tags?: Tags;
  /** Undefined: the region of the base identity. */
  readonly region?: string;
  /** Address of the document whose text narrows the session. */
  readonly policyUri?: string;
  readonly base: BaseIdentity;
  /** Undefined: as the settings say. */
  readonly delivery?: Delivery;
}

/** Who assumes the role. */
export type BaseIdentity =
  /** The sidebar's profile, whichever is chosen when the role is assumed. */
  | { readonly kind: 'chosen' }
  /**
   * A profile of the shared files. `credentialsOf` names another one to take the credentials from, where this profile
   * is the role's and that one its `source_profile`.
   */
  | { readonly kind: 'profile'; readonly profile: string; readonly credentialsOf?: string }
  /** Another session that is open now: role chaining. */
  | { readonly kind: 'session'; readonly id: string };

/** What STS is asked, but for the MFA code, which is good for one call. */
export const requestFor = (
  roleArn: string,
  sessionName: string,
  { durationSeconds, externalId, sourceIdentity, tags }: AssumeOptions,
  policy: string | undefined,
): AssumeRoleRequest => ({
  roleArn,
  sessionName,
  durationSeconds,
  ...(externalId === undefined ? {} : { externalId }),
  ...(sourceIdentity === undefined ? {} : { sourceIdentity }),
  ...(tags === undefined || Object.keys(tags).length === 0 ? {} : { tags }),
  ...(policy === undefined ? {} : { policy }),
});

/** A name that tells in CloudTrail who it was and when: `alice-20261124T0915`. */
export const defaultSessionName = (user: string, now: Date): string => {
  const who = user.replace(/[^\w+=,.@-]/g, '').slice(0, 40) || 'trustwright';
  return `${who}-${now.toISOString().slice(0, 16).replace(/[-:]/g, '')}`;
};
