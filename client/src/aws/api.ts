import type {
  Association,
  AssumedRole,
  AssumeRoleRequest,
  Denial,
  Identity,
  Instance,
  InstanceProfile,
  ManagedPolicy,
  PolicyVersion,
  PolicyVersionText,
  Role,
  RoleDetails,
  RolePolicies,
  RoleSpec,
  SessionCredentials,
} from './model';
import type { InstanceNetwork } from './networkModel';

/**
 * What we ask of AWS, one interface a service, so that tests can stand in for any of them.
 * Lists arrive in pages of the API's maximum size. Every call fails with an `AwsFailure` and nothing else.
 */
export interface Ec2Api {
  instances(signal?: AbortSignal): AsyncIterable<Instance[]>;
  /** The instance with this id as it is now, or undefined where AWS knows none. */
  instance(instanceId: string, signal?: AbortSignal): Promise<Instance | undefined>;
  /** Every association in every state, of all instances or of one. */
  associations(instanceId?: string, signal?: AbortSignal): AsyncIterable<Association[]>;
  associate(instanceId: string, profileName: string): Promise<Association>;
  replace(association: Association, profileName: string): Promise<Association>;
  disassociate(association: Association): Promise<void>;
  /** Names of the regions this account can use. */
  regions(signal?: AbortSignal): Promise<string[]>;
}

export interface IamApi {
  roles(signal?: AbortSignal): AsyncIterable<Role[]>;
  instanceProfiles(signal?: AbortSignal): AsyncIterable<InstanceProfile[]>;
  instanceProfilesOf(roleName: string, signal?: AbortSignal): Promise<InstanceProfile[]>;
  instanceProfile(name: string, signal?: AbortSignal): Promise<InstanceProfile>;
  role(roleName: string, signal?: AbortSignal): Promise<RoleDetails>;
  policiesOf(roleName: string, signal?: AbortSignal): Promise<RolePolicies>;
  createInstanceProfile(name: string): Promise<InstanceProfile>;
  deleteInstanceProfile(name: string): Promise<void>;
  addRoleToProfile(profileName: string, roleName: string): Promise<void>;
  removeRoleFromProfile(profileName: string, roleName: string): Promise<void>;
}

/** Making, filling and removing roles. What does not exist is answered with undefined where it is only read. */
export interface RolesApi {
  profile(name: string, signal?: AbortSignal): Promise<InstanceProfile | undefined>;
  spec(roleName: string, signal?: AbortSignal): Promise<RoleSpec | undefined>;
  /** The JSON text of an inline policy. */
  inlinePolicy(roleName: string, policyName: string): Promise<string | undefined>;
  /** Every managed policy that can be attached: AWS's and the account's own. */
  managedPolicies(signal?: AbortSignal): AsyncIterable<ManagedPolicy[]>;
  /** Whether a user or role may pass a role to EC2, as far as its policies in the account tell. */
  mayPass(principalArn: string, roleArn: string, signal?: AbortSignal): Promise<boolean>;
  createRole(spec: RoleSpec): Promise<void>;
  deleteRole(name: string): Promise<void>;
  attachPolicy(roleName: string, policyArn: string): Promise<void>;
  detachPolicy(roleName: string, policyArn: string): Promise<void>;
  putInlinePolicy(roleName: string, policyName: string, document: string): Promise<void>;
  deleteInlinePolicy(roleName: string, policyName: string): Promise<void>;
}

/** The texts of policies, as JSON, read and written. */
export interface PoliciesApi {
  /** Two calls. */
  defaultVersion(arn: string, signal?: AbortSignal): Promise<PolicyVersionText>;
  version(arn: string, id: string, signal?: AbortSignal): Promise<PolicyVersionText>;
  versions(arn: string, signal?: AbortSignal): Promise<PolicyVersion[]>;
  inline(roleName: string, policyName: string, signal?: AbortSignal): Promise<string>;
  writeTrust(roleName: string, document: string): Promise<void>;
  writeInline(roleName: string, policyName: string, document: string): Promise<void>;
  /** Makes a version and the default of it; answers its id. */
  createVersion(arn: string, document: string): Promise<string>;
  deleteVersion(arn: string, id: string): Promise<void>;
  setDefaultVersion(arn: string, id: string): Promise<void>;
  /** Whether a user or role may do something, as far as its policies in the account tell. */
  mayDo(principalArn: string, action: string, resourceArn: string, signal?: AbortSignal): Promise<boolean>;
}

/** What guards an instance's network. */
export interface NetworkApi {
  ofInstance(instanceId: string, signal?: AbortSignal): Promise<InstanceNetwork>;
}

export interface StsApi {
  /** Who the caller is: by the connection's own credentials or by those given. */
  identity(credentials?: SessionCredentials, signal?: AbortSignal): Promise<Identity>;
  assumeRole(request: AssumeRoleRequest, by?: AssumeRoleCaller): Promise<AssumedRole>;
  /** What the encoded part of a denial says; undefined where nobody may know. */
  decode(encodedMessage: string): Promise<Denial | undefined>;
}

/** Who assumes a role, if not the connection's own identity, and how to give up. */
export interface AssumeRoleCaller {
  readonly credentials?: SessionCredentials;
  readonly signal?: AbortSignal | undefined;
}

/** A profile and region to work in, and where the calls go. */
export interface Place {
  /** Undefined means the SDK's own order of credential sources. */
  readonly profile: string | undefined;
  readonly region: string;
}

/** One account as one profile sees it in one region. */
export interface Connection {
  readonly place: Place;
  /** Settings of the profile that a terminal of the same place needs; nothing secret. */
  readonly settings: PlaceSettings;
  readonly ec2: Ec2Api;
  readonly network: NetworkApi;
  readonly policies: PoliciesApi;
  readonly iam: IamApi;
  readonly roles: RolesApi;
  readonly sts: StsApi;
  /** The same account and credentials in another region. Asked for the same region it answers itself. */
  in(region: string): Connection;
  /**
   * The connection's own credentials with who they are, got afresh: for a profile that itself stands for a role.
   * @throws AwsFailure also where they are keys without an end, which are nobody's to hand on
   */
  ownSession(signal?: AbortSignal): Promise<AssumedRole>;
  /**
   * The account's name for people, by the connection's own credentials or by those given. Undefined where it has none
   * or AWS does not tell.
   */
  accountAlias(credentials?: SessionCredentials): Promise<string | undefined>;
  /** An address at which the AWS console opens signed in as the session. Whoever has it is the session: 15 minutes. */
  consoleSignIn(credentials: SessionCredentials, signal?: AbortSignal): Promise<string>;
  /** Closes idle sockets. Calls under way fail. */
  dispose(): void;
}

export interface PlaceSettings {
  /** Endpoint for all services, where one is configured. */
  readonly endpoint: string | undefined;
  /** Endpoints by service, as spelt in the shared configuration file (`sts`, `s3`, `ec2`). */
  readonly serviceEndpoints: Readonly<Record<string, string>>;
  /** Plain settings of the profile, such as `output` or `ca_bundle`. */
  readonly plain: Readonly<Record<string, string>>;
  /** The MFA device named in the profile. */
  readonly mfaSerial: string | undefined;
}

/** Asks the person for the code of an MFA device. Rejects when nobody is there to answer or the person cancels. */
export type MfaPrompt = (serialNumber: string) => Promise<string>;
