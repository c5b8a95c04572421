import type { PlaceSettings } from './api';
import type { Sections } from './profiles';

export type Environment = Readonly<Record<string, string | undefined>>;

/** A variable set to nothing counts as not set, as in the SDK. */
export const filled = (value: string | undefined): string | undefined => (value === '' ? undefined : value);

/**
 * The endpoint the SDK and the CLI would use for a service: from the environment first, for the service and then for
 * all; else from the profile, its `services` section before its `endpoint_url`. Undefined means AWS's own. The SDK
 * client itself reads the profile named by AWS_PROFILE only, so we resolve it for the chosen one.
 * @param service as spelt in the configuration file: `sts`, `s3`, `elastic_beanstalk`
 * @see https://docs.aws.amazon.com/sdkref/latest/guide/feature-ss-endpoints.html
 */
export const endpointFor = (service: string, settings: PlaceSettings): string | undefined =>
  settings.serviceEndpoints[service] ?? settings.endpoint;

/**
 * Gathers what the environment and the profile say beyond credentials.
 * @param profile the profile's name; undefined means `default`
 */
export const readSettings = (
  sections: Sections,
  profile: string | undefined,
  environment: Environment,
): PlaceSettings => {
  const section = sections[profile ?? 'default'] ?? {};
  const ignored =
    (environment.AWS_IGNORE_CONFIGURED_ENDPOINT_URLS ?? section.ignore_configured_endpoint_urls) === 'true';
  return {
    ...(ignored ? { endpoint: undefined, serviceEndpoints: {} } : endpoints(sections, section, environment)),
    plain: Object.fromEntries(plainSettings.flatMap((key) => entry(key, section[key]))),
    mfaSerial: section.mfa_serial,
  };
};

const entry = (key: string, value: string | undefined) =>
  value === undefined ? [] : [[key, value] as const];

const endpoints = (sections: Sections, section: Sections[string], environment: Environment) => {
  const prefix = 'AWS_ENDPOINT_URL_';
  const fromEnvironment = Object.entries(environment)
    .filter(([key, value]) => key.startsWith(prefix) && value)
    .flatMap(([key, value]) => entry(key.slice(prefix.length).toLowerCase(), value));
  const everywhere = filled(environment.AWS_ENDPOINT_URL);
  const services = section.services === undefined ? {} : (sections[`services.${section.services}`] ?? {});
  const suffix = '.endpoint_url';
  const fromProfile = Object.entries(services)
    .filter(([key]) => key.endsWith(suffix))
    .flatMap(([key, value]) => entry(key.slice(0, -suffix.length), value));
  return {
    endpoint: everywhere ?? section.endpoint_url,
    // An endpoint for all services in the environment beats one for a single service in the profile.
    serviceEndpoints: Object.fromEntries([...(everywhere ? [] : fromProfile), ...fromEnvironment]),
  };
};

/** Settings that are worth having in a terminal of this profile, none of them a credential or a way to get one. */
const plainSettings = [
  'output',
  'cli_pager',
  'ca_bundle',
  'use_fips_endpoint',
  'use_dualstack_endpoint',
  'sts_regional_endpoints',
  'retry_mode',
  'max_attempts',
  'defaults_mode',
];

/**
 * The region, in the SDK's order: chosen by the person, AWS_REGION, the profile; and AWS_DEFAULT_REGION before the
 * profile, as in the CLI. Undefined where nobody says.
 */
export const regionFor = (
  chosen: string | undefined,
  sections: Sections,
  profile: string | undefined,
  environment: Environment,
): string | undefined =>
  filled(chosen) ??
  filled(environment.AWS_REGION) ??
  filled(environment.AWS_DEFAULT_REGION) ??
  filled(sections[profile ?? 'default']?.region);
