import {
  AssociateIamInstanceProfileCommand,
  EC2Client,
  RunInstancesCommand,
  StopInstancesCommand,
  TerminateInstancesCommand,
} from '@aws-sdk/client-ec2';
import { CreateRoleCommand, IAMClient, PutRolePolicyCommand } from '@aws-sdk/client-iam';
import { randomBytes } from 'node:crypto';
import { connect } from '../../../client/src/aws/awsEntry';
import type { Connection } from '../../../client/src/aws/api';
import { emulator } from './emulator';

/** A trust policy's text with one Allow statement. */
export const trusting = (principal: unknown, condition?: unknown): string =>
  JSON.stringify({
    Version: '2012-10-17',
    Statement: [
      {
        Effect: 'Allow',
        Principal: principal,
        Action: 'sts:AssumeRole',
        ...(condition === undefined ? {} : { Condition: condition }),
      },
    ],
  });

export const ec2TrustText = trusting({ Service: 'ec2.amazonaws.com' });

/** An account of the emulator: our connection to it, and a way to prepare it that does not go through our code. */
export class TestAccount {
  /** @param through where our connection goes instead of straight to the emulator, such as a proxy before it */
  static async open(through?: string): Promise<TestAccount> {
    const endpoint = await emulator();
    const noMfa = () => Promise.reject(new Error('nobody to ask'));
    const choice = { profile: undefined, region: 'us-east-1' };
    const connection = await connect(choice, noMfa, { AWS_ENDPOINT_URL: through ?? endpoint });
    // The connection keeps the credentials of its first call, whatever a test does to the environment later.
    await withTestKeys(() => connection.sts.identity());
    return new TestAccount(connection, endpoint);
  }

  readonly #ec2: EC2Client;
  readonly #iam: IAMClient;

  private constructor(
    readonly connection: Connection,
    readonly endpoint: string,
  ) {
    const credentials = { accessKeyId: 'testing', secretAccessKey: 'testing' };
    const config = { endpoint, region: 'us-east-1', credentials };
    this.#ec2 = new EC2Client(config);
    this.#iam = new IAMClient(config);
  }

  /** Starts an instance, without a profile, and answers its id. */
  async instance(name: string): Promise<string> {
    const answer = await this.#ec2.send(
      new RunInstancesCommand({
        ImageId: 'ami-12c6146b',
        MinCount: 1,
        MaxCount: 1,
        TagSpecifications: [{ ResourceType: 'instance', Tags: [{ Key: 'Name', Value: name }] }],
      }),
    );
    return answer.Instances?.[0]?.InstanceId ?? '';
  }

  async stop(instanceId: string): Promise<void> {
    await this.#ec2.send(new StopInstancesCommand({ InstanceIds: [instanceId] }));
  }

  async terminate(instanceId: string): Promise<void> {
    await this.#ec2.send(new TerminateInstancesCommand({ InstanceIds: [instanceId] }));
  }

  /** Gives an instance a profile. */
  async give(instanceId: string, profileName: string): Promise<void> {
    await this.#ec2.send(
      new AssociateIamInstanceProfileCommand({
        InstanceId: instanceId,
        IamInstanceProfile: { Name: profileName },
      }),
    );
  }

  /** Creates a role with an inline policy under a name of its own and answers the name. */
  async role(trust = ec2TrustText): Promise<string> {
    const name = unique('role');
    await this.#iam.send(new CreateRoleCommand({ RoleName: name, AssumeRolePolicyDocument: trust }));
    const document = JSON.stringify({
      Version: '2012-10-17',
      Statement: [{ Effect: 'Allow', Action: 's3:GetObject', Resource: '*' }],
    });
    await this.#iam.send(
      new PutRolePolicyCommand({ RoleName: name, PolicyName: 'reading', PolicyDocument: document }),
    );
    return name;
  }

  /** Creates an instance profile, holding a role or empty, and answers its name. */
  async profile(roleName?: string, name = unique('profile')): Promise<string> {
    await this.connection.iam.createInstanceProfile(name);
    if (roleName !== undefined) await this.connection.iam.addRoleToProfile(name, roleName);
    return name;
  }

  dispose(): void {
    this.connection.dispose();
    this.#ec2.destroy();
    this.#iam.destroy();
  }
}

const withTestKeys = async (work: () => Promise<unknown>): Promise<void> => {
  const names = ['AWS_ACCESS_KEY_ID', 'AWS_SECRET_ACCESS_KEY', 'AWS_PROFILE'];
  const before = names.map((name) => [name, process.env[name]] as const);
  Object.assign(process.env, { AWS_ACCESS_KEY_ID: 'testing', AWS_SECRET_ACCESS_KEY: 'testing' });
  delete process.env.AWS_PROFILE;
  await work();
  for (const [name, value] of before) {
    if (value === undefined) Reflect.deleteProperty(process.env, name);
    else process.env[name] = value;
  }
};

export const unique = (prefix: string): string => `${prefix}-${randomBytes(4).toString('hex')}`;
