/** An EC2 instance, as far as the sidebar needs it. */
export interface Instance {
  readonly id: string;
  /** The value of the tag `Name`; anything a person may type, so never trusted as text. */
  readonly name: string | undefined;
  /** `pending`, `running`, `stopping`, `stopped`, `shutting-down` or `terminated`. */
  readonly state: string;
  readonly type: string | undefined;
  readonly zone: string | undefined;
  readonly privateIp: string | undefined;
  readonly launchedAt: Date | undefined;
  /** The image it was launched from. */
  readonly imageId?: string | undefined;
  /** All of its tags; anything a person may type. */
  readonly tags?: Readonly<Record<string, string>>;
  /** The 12-digit account that owns the reservation. */
  readonly account: string | undefined;
  readonly region: string;
  /** How programs on it reach the metadata service, which hands out the role's credentials. */
  readonly metadata?: MetadataOptions | undefined;
  /** The instance profile as EC2 shows it with the instance. The associations say more, where they may be read. */
  readonly profileArn?: string | undefined;
}

/** @see https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_InstanceMetadataOptionsResponse.html */
export interface MetadataOptions {
  readonly enabled: boolean;
  /** How many network hops an answer survives: 1 does not reach into a container. */
  readonly hopLimit: number | undefined;
  /** Whether it answers only to requests with a session token (IMDSv2). */
  readonly tokensRequired: boolean;
}

/** The link between an instance and an instance profile. DescribeInstances may lag behind it, so this is what counts. */
export interface Association {
  readonly id: string;
  readonly instanceId: string;
  readonly profileArn: string;
  readonly state: 'associating' | 'associated' | 'disassociating' | 'disassociated';
}

export interface Role {
  readonly name: string;
  readonly arn: string;
  readonly path: string;
  readonly description: string | undefined;
  readonly createdAt: Date | undefined;
  /** Longest session AssumeRole grants, in seconds. */
  readonly maxSessionSeconds: number;
  /** The trust policy's JSON text. */
  readonly trust: string | undefined;
}

/** What only GetRole tells of a role. */
export interface RoleDetails extends Role {
  /** ARN of the managed policy that is the role's permissions boundary. */
  readonly boundaryArn: string | undefined;
  readonly lastUsed: { readonly at: Date; readonly region: string | undefined } | undefined;
}

/** The container EC2 needs around a role. Its name is often, but not always, the role's. */
export interface InstanceProfile {
  readonly name: string;
  readonly arn: string;
  readonly path: string;
  /** None or one. */
  readonly roles: readonly Role[];
}

/** Everything CreateRole is told of a role, so that one like it can be made. */
export interface RoleSpec {
  readonly name: string;
  readonly path: string;
  readonly description: string | undefined;
  /** The trust policy's JSON text. */
  readonly trust: string;
  readonly maxSessionSeconds: number;
  readonly boundaryArn: string | undefined;
  readonly tags: Readonly<Record<string, string>>;
}

export interface ManagedPolicy {
  readonly name: string;
  readonly arn: string;
}

export interface RolePolicies {
  readonly managed: readonly ManagedPolicy[];
  readonly inline: readonly string[];
}

/** What was refused: not always the call itself, as where attaching a profile fails for want of `iam:PassRole`. */
export interface Denial {
  readonly action: string;
  readonly resource: string | undefined;
  /** Whether a policy says Deny; else none says Allow. */
  readonly explicit: boolean;
}

/** A version of a managed policy, of which AWS keeps at most five. */
export interface PolicyVersion {
  /** `v1`, `v2`, … */
  readonly id: string;
  readonly isDefault: boolean;
  readonly createdAt: Date | undefined;
}

export interface PolicyVersionText extends Pick<PolicyVersion, 'id' | 'isDefault'> {
  /** The policy's JSON text. */
  readonly document: string;
}

/** Who AWS says the caller is. */
export interface Identity {
  readonly account: string;
  readonly arn: string;
}

/** Temporary credentials. They stay in memory: never log, store or show an object of this type. */
export interface SessionCredentials {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly sessionToken: string;
  readonly expiresAt: Date;
}

/** What AssumeRole answers. */
export interface AssumedRole {
  readonly credentials: SessionCredentials;
  /** `arn:aws:sts::ACCOUNT:assumed-role/ROLE/SESSION` */
  readonly identity: Identity;
}

export interface AssumeRoleRequest {
  readonly roleArn: string;
  readonly sessionName: string;
  readonly durationSeconds: number;
  readonly externalId?: string;
  readonly mfa?: { readonly serialNumber: string; readonly code: string };
  readonly sourceIdentity?: string;
  readonly tags?: Readonly<Record<string, string>>;
  /** JSON text that narrows what the role may do. */
  readonly policy?: string;
}

/** The last part of an ARN's resource: the bare name of a role or instance profile. */
export const nameInArn = (arn: string): string => arn.slice(arn.lastIndexOf('/') + 1);

/** The account in an ARN, or undefined where it has none. */
export const accountInArn = (arn: string): string | undefined =>
  /^arn:[^:]*:[^:]*:[^:]*:(\d{12}):/.exec(arn)?.[1];
