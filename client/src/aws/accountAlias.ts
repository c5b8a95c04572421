import { IAMClient, type IAMClientConfig, ListAccountAliasesCommand } from '@aws-sdk/client-iam';

/** The name an account has for people. Undefined where it has none, and where AWS does not tell us: nothing rests on it. */
export const accountAlias = async (config: IAMClientConfig): Promise<string | undefined> => {
  const client = new IAMClient({ ...config, maxAttempts: 1 });
  try {
    const options = { abortSignal: AbortSignal.timeout(10_000) };
    return (await client.send(new ListAccountAliasesCommand({}), options)).AccountAliases?.[0];
  } catch {
    return undefined;
  } finally {
    client.destroy();
  }
};
