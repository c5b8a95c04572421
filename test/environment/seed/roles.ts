import {
  AddRoleToInstanceProfileCommand,
  AttachRolePolicyCommand,
  CreateInstanceProfileCommand,
  CreateRoleCommand,
  type IAMClient,
  PutRolePolicyCommand,
} from '@aws-sdk/client-iam';

export type SeededRoles = typeof seededRoles;

/** Names of the roles and profiles that tests speak of. */
export const seededRoles = {
  /** Trusted by EC2, may use S3, attached to web-1. */
  forEc2: 'Role4EC2-FA',
  /** The same permissions, but trusted by S3; attached all the same, and useless there. */
  trustedByS3: 'Role4S3-FA',
  /** Sits in a profile of another name. */
  inOtherProfile: 'AppServerRole',
  otherProfile: 'app-server-profile',
  /** A profile that nobody put a role into. */
  emptyProfile: 'EmptyProfile',
  /** A role for EC2 without a profile. */
  withoutProfile: 'LogWriter',
  /** Another account may assume it, with an external id. */
  crossAccount: 'PartnerAccess',
  externalId: 'partner-7281',
  /** Only with multi-factor authentication. */
  withMfa: 'BreakGlass',
  /** Everybody of the account may assume it. */
  forPeople: 'ReadOnlyOperator',
} as const;

const s3FullAccess = 'arn:aws:iam::aws:policy/AmazonS3FullAccess';
const readOnly = 'arn:aws:iam::aws:policy/ReadOnlyAccess';
const account = 'arn:aws:iam::123456789012:root';

interface RoleSeed {
  readonly name: string;
  readonly description: string;
  readonly principal: Record<string, string>;
  readonly condition?: Record<string, Record<string, string>>;
  readonly policies?: readonly string[];
  readonly profile?: string;
}

const roles: readonly RoleSeed[] = [
  {
    name: seededRoles.forEc2,
    description: 'Full access to S3 for web servers',
    principal: { Service: 'ec2.amazonaws.com' },
    policies: [s3FullAccess],
    profile: seededRoles.forEc2,
  },
  {
    name: seededRoles.trustedByS3,
    description: 'Full access to S3, trusted by the wrong service',
    principal: { Service: 's3.amazonaws.com' },
    policies: [s3FullAccess],
    profile: seededRoles.trustedByS3,
  },
  {
    name: seededRoles.inOtherProfile,
    description: 'Its instance profile has another name',
    principal: { Service: 'ec2.amazonaws.com' },
    policies: [readOnly],
    profile: seededRoles.otherProfile,
  },
  {
    name: seededRoles.withoutProfile,
    description: 'Writes logs; has no instance profile yet',
    principal: { Service: 'ec2.amazonaws.com' },
  },
  {
    name: seededRoles.crossAccount,
    description: 'For a partner company',
    principal: { AWS: 'arn:aws:iam::210987654321:root' },
    condition: { StringEquals: { 'sts:ExternalId': seededRoles.externalId } },
    policies: [readOnly],
  },
  {
    name: seededRoles.withMfa,
    description: 'For emergencies, with MFA',
    principal: { AWS: account },
    condition: { Bool: { 'aws:MultiFactorAuthPresent': 'true' } },
    policies: ['arn:aws:iam::aws:policy/AdministratorAccess'],
  },
  {
    name: seededRoles.forPeople,
    description: 'To look around',
    principal: { AWS: account },
    policies: [readOnly],
  },
];

/** Roles for each story of the account, and their instance profiles. */
export async function seedRoles(iam: IAMClient): Promise<SeededRoles> {
  for (const role of roles) await createRole(iam, role);
  await iam.send(new CreateInstanceProfileCommand({ InstanceProfileName: seededRoles.emptyProfile }));
  await iam.send(
    new PutRolePolicyCommand({
      RoleName: seededRoles.withoutProfile,
      PolicyName: 'WriteLogs',
      PolicyDocument: JSON.stringify({
        Version: '2012-10-17',
        Statement: { Effect: 'Allow', Action: ['logs:CreateLogStream', 'logs:PutLogEvents'], Resource: '*' },
      }),
    }),
  );
  return seededRoles;
}

async function createRole(iam: IAMClient, role: RoleSeed): Promise<void> {
  const { name: RoleName, description: Description, principal: Principal, condition: Condition } = role;
  const statement = { Effect: 'Allow', Principal, Action: 'sts:AssumeRole', ...(Condition && { Condition }) };
  const AssumeRolePolicyDocument = JSON.stringify({ Version: '2012-10-17', Statement: [statement] });
  await iam.send(new CreateRoleCommand({ RoleName, Description, AssumeRolePolicyDocument }));
  for (const PolicyArn of role.policies ?? [])
    await iam.send(new AttachRolePolicyCommand({ RoleName, PolicyArn }));
  if (role.profile === undefined) return;
  const InstanceProfileName = role.profile;
  await iam.send(new CreateInstanceProfileCommand({ InstanceProfileName }));
  await iam.send(new AddRoleToInstanceProfileCommand({ InstanceProfileName, RoleName }));
}
