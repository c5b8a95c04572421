import {
  AssociateIamInstanceProfileCommand,
  AuthorizeSecurityGroupIngressCommand,
  CreateSecurityGroupCommand,
  DescribeSubnetsCommand,
  type EC2Client,
  RunInstancesCommand,
  StopInstancesCommand,
} from '@aws-sdk/client-ec2';
import { seededRoles } from './roles';

/** Instance ids by the instances' names. */
export type SeededInstances = Record<keyof typeof instanceNames, string>;

export const instanceNames = {
  /** Runs with Role4EC2-FA. */
  web: 'web-1',
  /** Runs with the role that only S3 may assume. */
  wronglyTrusted: 'batch-1',
  /** Runs with a profile whose name is not its role's. */
  app: 'app-1',
  /** Runs without any profile. */
  bare: 'bare-1',
  /** Stopped, with no profile. */
  stopped: 'stopped-1',
  /** Runs with a profile that has no role. */
  emptyProfile: 'hollow-1',
} as const;

/** An image that the emulator has from the start. */
export const image = 'ami-12c6146b';

const profiles: Partial<Record<keyof typeof instanceNames, string>> = {
  web: seededRoles.forEc2,
  wronglyTrusted: seededRoles.trustedByS3,
  app: seededRoles.otherProfile,
  emptyProfile: seededRoles.emptyProfile,
};

/** Instances for each story, one reservation each, with security groups. */
export async function seedInstances(ec2: EC2Client): Promise<SeededInstances> {
  const groups = await createSecurityGroups(ec2);
  const ids: Partial<Record<keyof typeof instanceNames, string>> = {};
  for (const key of Object.keys(instanceNames) as (keyof typeof instanceNames)[]) {
    const groupIds = key === 'web' ? [groups.web, groups.ssh] : [groups.ssh];
    ids[key] = await launch(ec2, instanceNames[key], groupIds);
    const Name = profiles[key];
    if (Name === undefined) continue;
    await ec2.send(
      new AssociateIamInstanceProfileCommand({ InstanceId: ids[key], IamInstanceProfile: { Name } }),
    );
  }
  await ec2.send(new StopInstancesCommand({ InstanceIds: [ids.stopped!] }));
  return ids as SeededInstances;
}

/** Starts one instance with a name; gives its id. */
export async function launch(ec2: EC2Client, name: string, SecurityGroupIds?: string[]): Promise<string> {
  const { Instances } = await ec2.send(
    new RunInstancesCommand({
      ImageId: image,
      InstanceType: 't3.micro',
      MinCount: 1,
      MaxCount: 1,
      ...(SecurityGroupIds && { SecurityGroupIds }),
      TagSpecifications: [{ ResourceType: 'instance', Tags: [{ Key: 'Name', Value: name }] }],
    }),
  );
  return Instances![0]!.InstanceId!;
}

async function createSecurityGroups(ec2: EC2Client): Promise<{ web: string; ssh: string }> {
  const { Subnets } = await ec2.send(new DescribeSubnetsCommand({}));
  const VpcId = Subnets![0]!.VpcId!;
  const create = async (GroupName: string, Description: string) =>
    (await ec2.send(new CreateSecurityGroupCommand({ GroupName, Description, VpcId }))).GroupId!;
  const web = await create('web', 'HTTP and HTTPS from everywhere');
  const ssh = await create('ssh', 'SSH from the office');
  const range = (port: number, CidrIp: string, Description: string) => ({
    IpProtocol: 'tcp',
    FromPort: port,
    ToPort: port,
    IpRanges: [{ CidrIp, Description }],
  });
  await ec2.send(
    new AuthorizeSecurityGroupIngressCommand({
      GroupId: web,
      IpPermissions: [range(80, '0.0.0.0/0', 'HTTP'), range(443, '0.0.0.0/0', 'HTTPS')],
    }),
  );
  await ec2.send(
    new AuthorizeSecurityGroupIngressCommand({
      GroupId: ssh,
      IpPermissions: [range(22, '203.0.113.0/24', 'Office')],
    }),
  );
  return { web, ssh };
}
