import type { Caller } from './call';
import type { SessionCredentials } from './model';

/**
 * An address at which the AWS console opens signed in as a session: AWS exchanges the session's credentials for a token
 * that is good for fifteen minutes. Whoever has the address is the session, so it goes to the browser and nowhere else.
 * @param endpoint where one is configured instead of AWS's own
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_providers_enable-console-custom-url.html
 */
export const consoleSignIn = (
  { accessKeyId, secretAccessKey, sessionToken }: SessionCredentials,
  region: string,
  endpoint: string | undefined,
  caller: Caller,
  signal?: AbortSignal,
): Promise<string> =>
  caller.one('signin:GetSigninToken', 'open the AWS console as the role', async () => {
    const domain = domainOf(region);
    const federation = `${endpoint?.replace(/\/$/, '') ?? `https://${region}.signin.${domain}`}/federation`;
    const session = { sessionId: accessKeyId, sessionKey: secretAccessKey, sessionToken };
    const answer = await fetch(federation, {
      method: 'POST',
      body: new URLSearchParams({ Action: 'getSigninToken', Session: JSON.stringify(session) }),
      signal: AbortSignal.any([AbortSignal.timeout(15_000), ...(signal === undefined ? [] : [signal])]),
      redirect: 'error',
    }).catch(unreachable);
    if (!answer.ok) throw refused(answer.status);
    const { SigninToken: token } = (await answer.json()) as { SigninToken?: unknown };
    if (typeof token !== 'string') throw new Error('AWS gave no sign-in token');
    const query = new URLSearchParams({
      Action: 'login',
      Issuer: 'Trustwright',
      Destination: `https://${region}.console.${domain}/`,
      SigninToken: token,
    });
    return `${federation}?${query.toString()}`;
  });

/** The domain of AWS's pages for people in the partition of a region. */
const domainOf = (region: string): string => {
  if (region.startsWith('cn-')) return 'amazonaws.cn';
  return region.startsWith('us-gov-') ? 'amazonaws-us-gov.com' : 'aws.amazon.com';
};

/** `fetch` hides the cause one level down. Nothing of the request, which has the credentials in it, goes along. */
const unreachable = (error: unknown): never => {
  const { name, cause } = error as { name?: string; cause?: { code?: string; message?: string } };
  throw Object.assign(new Error(cause?.message ?? 'no answer'), { code: cause?.code ?? name });
};

const refused = (status: number): Error =>
  Object.assign(new Error(`HTTP status ${status}`), { $metadata: { httpStatusCode: status } });
