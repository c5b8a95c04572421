import {
  AssumeRoleCommand,
  DecodeAuthorizationMessageCommand,
  type Credentials as SdkCredentials,
  GetCallerIdentityCommand,
  STSClient,
  type STSClientConfig,
} from '@aws-sdk/client-sts';
import type { AwsCredentialIdentity } from '@smithy/types';
import type { AssumeRoleCaller, StsApi } from './api';
import type { Caller } from './call';
import {
  accountInArn,
  type AssumedRole,
  type AssumeRoleRequest,
  type Denial,
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
      const { Account, Arn } = await this.#as(credentials, (client) =>
        client.send(new GetCallerIdentityCommand({}), abortable(signal)),
      );
      return { account: Account ?? '', arn: Arn ?? '' };
    });
  }

  assumeRole(
    request: AssumeRoleRequest,
    { credentials, signal }: AssumeRoleCaller = {},
  ): Promise<AssumedRole> {
    return this.caller.one('sts:AssumeRole', `assume role ${request.roleArn}`, async () => {
      const answer = await this.#as(credentials, (client) =>
        client.send(commandFor(request), abortable(signal)),
      );
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

  async decode(encodedMessage: string): Promise<Denial | undefined> {
    const command = new DecodeAuthorizationMessageCommand({ EncodedMessage: encodedMessage });
    try {
      return denialIn((await this.#client.send(command)).DecodedMessage ?? '');
    } catch {
      // Few may decode; the denial itself is what counts.
      return undefined;
    }
  }

  dispose(): void {
    this.#client.destroy();
  }

  /** Calls with the connection's credentials, or with others through a client for this one call. */
  async #as<T>(
    credentials: SessionCredentials | undefined,
    call: (client: STSClient) => Promise<T>,
  ): Promise<T> {
    if (credentials === undefined) return call(this.#client);
    const client = new STSClient({ ...this.config, credentials });
    try {
      return await call(client);
    } finally {
      client.destroy();
    }
  }
}

/** @see https://docs.aws.amazon.com/STS/latest/APIReference/API_DecodeAuthorizationMessage.html */
const denialIn = (decoded: string): Denial | undefined => {
  const { explicitDeny, context } = JSON.parse(decoded) as {
    explicitDeny?: boolean;
    context?: { action?: string; resource?: string };
  };
  if (typeof context?.action !== 'string') return undefined;
  return { action: context.action, resource: context.resource, explicit: explicitDeny === true };
};

const abortable = (signal: AbortSignal | undefined) => (signal === undefined ? {} : { abortSignal: signal });

const commandFor = (request: AssumeRoleRequest): AssumeRoleCommand =>
  new AssumeRoleCommand({
    RoleArn: request.roleArn,
    RoleSessionName: request.sessionName,
    DurationSeconds: request.durationSeconds,
    ExternalId: request.externalId,
    SerialNumber: request.mfa?.serialNumber,
    TokenCode: request.mfa?.code,
    SourceIdentity: request.sourceIdentity,
    Tags:
      request.tags === undefined
        ? undefined
        : Object.entries(request.tags).map(([Key, Value]) => ({ Key, Value })),
    Policy: request.policy,
  });

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
