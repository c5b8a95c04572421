import type { Place, PlaceSettings } from '../aws/api';
import type { SessionCredentials } from '../aws/model';

/** Variables of a terminal; null removes what it would inherit. */
export type TerminalEnvironment = Record<string, string | null>;

/** What a terminal's programs find their credentials by. */
export type Supply =
  | { readonly kind: 'endpoint' | 'process'; readonly door: { readonly url: string; readonly token: string } }
  | { readonly kind: 'environment'; readonly credentials: SessionCredentials };

export interface EnvironmentParts {
  readonly place: Place;
  readonly settings: PlaceSettings;
  readonly supply: Supply;
  /**
   * Files that hold no secret and stand in for the person's own, whose `[default]` keys would win over the door.
   * Undefined: the person keeps their own.
   */
  readonly files: { readonly config: string; readonly credentials: string } | undefined;
  /** The environment the terminal would inherit. */
  readonly inherited: Readonly<Record<string, string | undefined>>;
  /** So that prompts and scripts can tell where they are. */
  readonly roleArn: string;
}

/**
 * The environment of a role's terminal: nothing of another identity is inherited, credentials come as they are
 * supplied, and the region is set in both spellings.
 * @see https://docs.aws.amazon.com/sdkref/latest/guide/settings-reference.html#EVarSettings
 */
export const terminalEnvironment = (parts: EnvironmentParts): TerminalEnvironment => {
  const { place, settings, supply, files, inherited, roleArn } = parts;
  const kept = files === undefined ? ownFiles : [];
  const foreign = Object.keys(inherited).filter((name) => /^AWS_/i.test(name) && !harmless.test(name));
  const cleared = [...identities, ...foreign].filter((name) => !kept.includes(name));
  return {
    ...Object.fromEntries(cleared.map((name) => [name, null])),
    ...supplied(supply),
    ...(files === undefined
      ? {}
      : {
          AWS_CONFIG_FILE: unresolvable(files.config),
          AWS_SHARED_CREDENTIALS_FILE: unresolvable(files.credentials),
          // Some older SDKs read the configuration file only when told to.
          AWS_SDK_LOAD_CONFIG: '1',
        }),
    AWS_REGION: place.region,
    AWS_DEFAULT_REGION: place.region,
    // Where the role's credentials fail, nothing shall fall back on those of the machine.
    AWS_EC2_METADATA_DISABLED: 'true',
    // What the editor would resolve is left out; endpoints are in the configuration file as well.
    ...plain([
      ['TRUSTWRIGHT_ROLE_ARN', roleArn],
      ['AWS_ENDPOINT_URL', settings.endpoint],
      ...Object.entries(settings.serviceEndpoints).map(
        ([service, url]) => [`AWS_ENDPOINT_URL_${service.toUpperCase()}`, url] as const,
      ),
    ]),
  };
};

const supplied = (supply: Supply): Record<string, string> => {
  switch (supply.kind) {
    case 'endpoint':
      return {
        AWS_CONTAINER_CREDENTIALS_FULL_URI: supply.door.url,
        AWS_CONTAINER_AUTHORIZATION_TOKEN: supply.door.token,
      };
    case 'process':
      return {
        TRUSTWRIGHT_CREDENTIALS_URL: supply.door.url,
        TRUSTWRIGHT_CREDENTIALS_TOKEN: supply.door.token,
      };
    case 'environment':
      return keyVariables(supply.credentials);
  }
};

/** The keys as variables. botocore reads the end from the last one and asks in vain for newer keys before it. */
export const keyVariables = (credentials: SessionCredentials): Record<string, string> => ({
  AWS_ACCESS_KEY_ID: credentials.accessKeyId,
  AWS_SECRET_ACCESS_KEY: credentials.secretAccessKey,
  AWS_SESSION_TOKEN: credentials.sessionToken,
  AWS_CREDENTIAL_EXPIRATION: credentials.expiresAt.toISOString(),
});

/** What says who one is or where to find out. Removed even where we do not see it: the terminal may inherit more. */
const identities = [
  'AWS_ACCESS_KEY_ID',
  'AWS_SECRET_ACCESS_KEY',
  'AWS_SESSION_TOKEN',
  'AWS_SECURITY_TOKEN',
  'AWS_CREDENTIAL_EXPIRATION',
  'AWS_PROFILE',
  'AWS_DEFAULT_PROFILE',
  'AWS_ROLE_ARN',
  'AWS_ROLE_SESSION_NAME',
  'AWS_WEB_IDENTITY_TOKEN_FILE',
  'AWS_CONTAINER_CREDENTIALS_FULL_URI',
  'AWS_CONTAINER_CREDENTIALS_RELATIVE_URI',
  'AWS_CONTAINER_AUTHORIZATION_TOKEN',
  'AWS_CONTAINER_AUTHORIZATION_TOKEN_FILE',
  'AWS_ENDPOINT_URL',
  'AWS_IGNORE_CONFIGURED_ENDPOINT_URLS',
  'AMAZON_ACCESS_KEY_ID',
  'AMAZON_SECRET_ACCESS_KEY',
  'AWS_ACCESS_KEY',
  'AWS_SECRET_KEY',
  'AWS_SHARED_CREDENTIALS_FILE',
  'AWS_CONFIG_FILE',
];

/** What leads to the person's own files. */
const ownFiles = ['AWS_CONFIG_FILE', 'AWS_SHARED_CREDENTIALS_FILE'];

/** How programs behave, not who they are. */
const harmless =
  /^AWS_(PAGER|DEFAULT_OUTPUT|CA_BUNDLE|CLI_\w+|EC2_METADATA_DISABLED|MAX_ATTEMPTS|RETRY_MODE|DEFAULTS_MODE|STS_REGIONAL_ENDPOINTS|USE_\w+_ENDPOINT|SDK_\w+)$/;

/** VS Code resolves `${…}` in the values of a terminal's variables. */
const isPlain = (value: string): boolean => !value.includes('${');

const plain = (entries: readonly (readonly [string, string | undefined])[]): Record<string, string> =>
  Object.fromEntries(
    entries.filter((entry): entry is [string, string] => entry[1] !== undefined && isPlain(entry[1])),
  );

const unresolvable = (path: string): string => {
  if (!isPlain(path))
    throw new Error(`the folder ${path} has a name that the editor would change in a terminal`);
  return path;
};

/**
 * The configuration file of a role's terminal: region, endpoints and plain settings of the profile, nothing secret.
 * @param credentialProcess the only way to credentials in it, where they are delivered so
 */
export const configFile = (
  { region }: Place,
  { endpoint, serviceEndpoints, plain: settings }: PlaceSettings,
  credentialProcess?: string,
): string => {
  const services = Object.entries(serviceEndpoints).filter(([, url]) => isLine(url));
  const lines = Object.entries({
    ...settings,
    region,
    ...(endpoint === undefined ? {} : { endpoint_url: endpoint }),
    ...(credentialProcess === undefined ? {} : { credential_process: credentialProcess }),
  })
    .filter(([, value]) => isLine(value))
    .map(([key, value]) => `${key} = ${value}`);
  if (services.length === 0) return ['[default]', ...lines, ''].join('\n');
  const section = services.flatMap(([service, url]) => [`${service} =`, `  endpoint_url = ${url}`]);
  return ['[default]', ...lines, 'services = terminal', '', '[services terminal]', ...section, ''].join('\n');
};

/** One line of a file stays one line. */
const isLine = (value: string): boolean => !/[\r\n\0]/.test(value);
