import { CreateUserCommand, type IAMClient, PutUserPolicyCommand } from '@aws-sdk/client-iam';

const names = ['User1', 'User2', 'User3'];

/** Three users; User1 may launch instances, and only from one image. */
export async function seedUsers(iam: IAMClient): Promise<readonly string[]> {
  for (const UserName of names) await iam.send(new CreateUserCommand({ UserName }));
  await iam.send(
    new PutUserPolicyCommand({
      UserName: 'User1',
      PolicyName: 'LaunchOneImage',
      PolicyDocument: JSON.stringify({
        Version: '2012-10-17',
        Statement: [
          { Effect: 'Allow', Action: 'ec2:RunInstances', Resource: 'arn:aws:ec2:*::image/ami-12c6146b' },
          {
            Effect: 'Allow',
            Action: 'ec2:RunInstances',
            Resource: ['instance', 'subnet', 'volume', 'network-interface', 'security-group', 'key-pair'].map(
              (type) => `arn:aws:ec2:*:123456789012:${type}/*`,
            ),
          },
        ],
      }),
    }),
  );
  return names;
}
