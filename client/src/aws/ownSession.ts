import type { StsApi } from './api';
import type { Caller } from './call';
import type { CredentialSource } from './credentials';
import type { AssumedRole } from './model';

/** Credentials of a profile that itself stands for a role, as of IAM Identity Center or web identity, and who they are. */
export const ownSession = async (
  source: CredentialSource,
  sts: StsApi,
  caller: Caller,
  signal?: AbortSignal,
): Promise<AssumedRole> => {
  const credentials = await caller.one(
    'sts:GetCallerIdentity',
    'get the credentials of the profile',
    async () => {
      const { accessKeyId, secretAccessKey, sessionToken, expiration } = await source();
      if (sessionToken === undefined || expiration === undefined) throw new Error(endless);
      return { accessKeyId, secretAccessKey, sessionToken, expiresAt: expiration };
    },
  );
  return { credentials, identity: await sts.identity(credentials, signal) };
};

const endless = 'it has keys that never expire, which a terminal is not given: assume a role with them';
