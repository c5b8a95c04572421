import type { Place, PlaceSettings } from '../aws/api';

/** Variables of a terminal; null removes what it would inherit. */
export type TerminalEnvironment = Record<string, string | null>;

export interface EnvironmentParts {
  readonly place: Place;
  readonly settings: PlaceSettings;
  readonly door: { readonly url: string; readonly token: string };
  /** Files that hold no secret and stand in for the person's own, whose `[default]` keys would win over the door. */
  readonly files: { readonly config: string; readonly credentials: string };
  /** The environment the terminal would inherit. */
  readonly inherited: Readonly<Record<string, string | undefined>>;
}

/**
 * The environment of a role's terminal: nothing of another identity is inherited, credentials come through the door,
 * and the region is set in both spellings.
 * @see https://docs.aws.amazon.com/sdkref/latest/guide/settings-reference.html#EVarSettings
 */
export const terminalEnvironment = ({
  place,
  settings,
  door,
  files,
  inherited,
}: EnvironmentParts): TerminalEnvironment => {
  const foreign = Object.keys(inherited).filter((name) => name.startsWith('AWS_') && !harmless.test(name));
  const endpoints = Object.entries(settings.serviceEndpoints).map(
    ([service, url]) => [`AWS_ENDPOINT_URL_${service.toUpperCase()}`, url] as const,
  );
  return {
    ...Object.fromEntries([...identities, ...foreign].map((name) => [name, null])),
    AWS_CONTAINER_CREDENTIALS_FULL_URI: door.url,
    AWS_CONTAINER_AUTHORIZATION_TOKEN: door.token,
    AWS_CONFIG_FILE: unresolvable(files.config),
    AWS_SHARED_CREDENTIALS_FILE: unresolvable(files.credentials),
    AWS_REGION: place.region,
    AWS_DEFAULT_REGION: place.region,
    // An endpoint the editor would resolve is left to the configuration file.
    ...Object.fromEntries(
      [['AWS_ENDPOINT_URL', settings.endpoint] as const, ...endpoints].filter(
        ([, url]) => url !== undefined && isPlain(url),
      ),
    ),
  };
};

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
  'AWS_CONTAINER_CREDENTIALS_RELATIVE_URI',
  'AWS_CONTAINER_AUTHORIZATION_TOKEN_FILE',
  'AWS_ENDPOINT_URL',
  'AWS_IGNORE_CONFIGURED_ENDPOINT_URLS',
];

/** How programs behave, not who they are. */
const harmless =
  /^AWS_(PAGER|DEFAULT_OUTPUT|CA_BUNDLE|CLI_\w+|EC2_METADATA_DISABLED|MAX_ATTEMPTS|RETRY_MODE|DEFAULTS_MODE|STS_REGIONAL_ENDPOINTS|USE_\w+_ENDPOINT|SDK_\w+)$/;

/** VS Code resolves `${…}` in the values of a terminal's variables. */
const isPlain = (value: string): boolean => !value.includes('${');

const unresolvable = (path: string): string => {
  if (!isPlain(path))
    throw new Error(`the folder ${path} has a name that the editor would change in a terminal`);
  return path;
};

/**
 * The configuration file of a role's terminal: region, endpoints and plain settings of the profile, nothing secret and
 * no way to get credentials.
 */
export const configFile = (
  { region }: Place,
  { endpoint, serviceEndpoints, plain }: PlaceSettings,
): string => {
  const services = Object.entries(serviceEndpoints).filter(([, url]) => isLine(url));
  const lines = Object.entries({
    ...plain,
    region,
    ...(endpoint === undefined ? {} : { endpoint_url: endpoint }),
  })
    .filter(([, value]) => isLine(value))
    .map(([key, value]) => `${key} = ${value}`);
  if (services.length === 0) return ['[default]', ...lines, ''].join('\n');
  const section = services.flatMap(([service, url]) => [`${service} =`, `  endpoint_url = ${url}`]);
  return ['[default]', ...lines, 'services = terminal', '', '[services terminal]', ...section, ''].join('\n');
};

/** One line of a file stays one line. */
const isLine = (value: string): boolean => !/[\r\n\0]/.test(value);
