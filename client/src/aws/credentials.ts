import { fromIni, fromNodeProviderChain } from '@aws-sdk/credential-providers';
import { AssumeRoleCommand, AssumeRoleWithWebIdentityCommand, STSClient } from '@aws-sdk/client-sts';
import type { AwsCredentialIdentity } from '@smithy/types';
import type { MfaPrompt } from './api';
import { toSdkCredentials } from './sts';

export type CredentialSource = () => Promise<AwsCredentialIdentity>;

/** Credentials are renewed when they have less than this left. */
const renewBeforeMs = 5 * 60_000;

export interface CredentialOptions {
  /** Undefined: the SDK's own order (environment, shared files, container, instance). */
  readonly profile: string | undefined;
  readonly region: string;
  /** Where profiles that assume a role call STS; undefined means AWS. */
  readonly stsEndpoint: string | undefined;
  readonly askMfa: MfaPrompt;
}

/**
 * Credentials of a profile: read when first asked for, kept in memory until shortly before they expire, and asked for
 * once however many calls wait. Profiles with keys, a role, IAM Identity Center, a program or web identity all work.
 * @throws CredentialsProviderError and TokenProviderError of the SDK; whatever `askMfa` rejects with
 */
export const credentialSource = (options: CredentialOptions): CredentialSource => {
  const provider = sdkProvider(options);
  let current: AwsCredentialIdentity | undefined;
  let underWay: Promise<AwsCredentialIdentity> | undefined;
  return () => {
    if (current !== undefined && isFresh(current)) return Promise.resolve(current);
    underWay ??= provider()
      .then((credentials) => (current = credentials))
      .finally(() => (underWay = undefined));
    return underWay;
  };
};

const isFresh = ({ expiration }: AwsCredentialIdentity) =>
  expiration === undefined || expiration.getTime() - Date.now() > renewBeforeMs;

const sdkProvider = ({ profile, region, stsEndpoint, askMfa }: CredentialOptions): CredentialSource => {
  // The SDK's own inner STS client would look for its endpoint in the profile named by AWS_PROFILE.
  const sts = (credentials: AwsCredentialIdentity | undefined) =>
    new STSClient({
      region,
      ...(stsEndpoint === undefined ? {} : { endpoint: stsEndpoint }),
      ...(credentials === undefined ? {} : { credentials }),
    });
  const common = {
    ignoreCache: true,
    clientConfig: { region },
    mfaCodeProvider: askMfa,
    roleAssumer: async (source: AwsCredentialIdentity, parameters: AssumeParameters) =>
      toSdkCredentials((await sts(source).send(new AssumeRoleCommand(parameters))).Credentials),
    roleAssumerWithWebIdentity: async (parameters: WebIdentityParameters) =>
      toSdkCredentials(
        (await sts(undefined).send(new AssumeRoleWithWebIdentityCommand(parameters))).Credentials,
      ),
  };
  return profile === undefined ? fromNodeProviderChain(common) : fromIni({ ...common, profile });
};

type AssumeParameters = ConstructorParameters<typeof AssumeRoleCommand>[0];
type WebIdentityParameters = ConstructorParameters<typeof AssumeRoleWithWebIdentityCommand>[0];
