import {
  AssumeRoleCommand,
  type Credentials as SdkCredentials,
  GetCallerIdentityCommand,
  STSClient,
  type STSClientConfig,
} from '@aws-sdk/client-sts';
import type { AwsCredentialIdentity } from '@smithy/types';
import type { StsApi } from './api';
import type { Caller } from './call';
import {
  accountInArn,
  type AssumedRole,
  type AssumeRoleRequest,
  type Identity,
  type SessionCredentials,
} from './model';

/** STS: who am I, and become this role. */
export class Sts implements StsApi {
  readonly #client: STSClient;

  constructor(
    private readonly config: STSClientConfig,
    private readonly caller: Caller,
  ) {
    this.#client = new STSClient(config);
  }

  identity(credentials?: SessionCredentials, signal?: AbortSignal): Promise<Identity> {
    return this.caller.one('sts:GetCallerIdentity', 'ask AWS who the caller is', async () => {
      const client =
        credentials === undefined ? this.#client : new STSClient({ ...this.config, credentials });
      try {
        const options = signal === undefined ? {} : { abortSignal: signal };
        const { Account, Arn } = await client.send(new GetCallerIdentityCommand({}), options);
        return { account: Account ?? '', arn: Arn ?? '' };
      } finally {
        if (client !== this.#client) client.destroy();
      }
    });
  }

  assumeRole(request: AssumeRoleRequest, signal?: AbortSignal): Promise<AssumedRole> {
    return this.caller.one('sts:AssumeRole', `assume role ${request.roleArn}`, async () => {
      const command = new AssumeRoleCommand({
        RoleArn: request.roleArn,
        RoleSessionName: request.sessionName,
        DurationSeconds: request.durationSeconds,
        ExternalId: request.externalId,
        SerialNumber: request.mfa?.serialNumber,
        TokenCode: request.mfa?.code,
      });
      const answer = await this.#client.send(command, signal === undefined ? {} : { abortSignal: signal });
      const { accessKeyId, secretAccessKey, sessionToken, expiration } = toSdkCredentials(answer.Credentials);
      if (sessionToken === undefined || expiration === undefined)
        throw new Error('AWS gave incomplete credentials');
      const arn = answer.AssumedRoleUser?.Arn ?? '';
      return {
        credentials: { accessKeyId, secretAccessKey, sessionToken, expiresAt: expiration },
        identity: { arn, account: accountInArn(arn) ?? '' },
      };
    });
  }

  dispose(): void {
    this.#client.destroy();
  }
}

/** STS's credentials as the SDK's clients take them. */
export const toSdkCredentials = (credentials: SdkCredentials | undefined): AwsCredentialIdentity => {
  const { AccessKeyId, SecretAccessKey, SessionToken, Expiration } = credentials ?? {};
  if (AccessKeyId === undefined || SecretAccessKey === undefined) throw new Error('AWS gave no credentials');
  return {
    accessKeyId: AccessKeyId,
    secretAccessKey: SecretAccessKey,
    ...(SessionToken === undefined ? {} : { sessionToken: SessionToken }),
    ...(Expiration === undefined ? {} : { expiration: Expiration }),
  };
};
