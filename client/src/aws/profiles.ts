import { loadSharedConfigFiles } from '@smithy/shared-ini-file-loader';

/** A profile of the shared configuration and credentials files, without its secrets. */
export interface ProfileSummary {
  readonly name: string;
  readonly region: string | undefined;
  /** How it gets credentials: "keys", "assumes …", "IAM Identity Center", … */
  readonly source: string;
}

export type Sections = Readonly<Record<string, Readonly<Record<string, string | undefined>>>>;

/**
 * Reads the shared files afresh, as `AWS_CONFIG_FILE` and `AWS_SHARED_CREDENTIALS_FILE` or the defaults name them.
 * Where both files have a setting, the configuration file's wins, as in the SDK's loading of plain settings.
 */
export const readSections = async (): Promise<Sections> => {
  const { configFile, credentialsFile } = await loadSharedConfigFiles({ ignoreCache: true });
  const names = new Set([...Object.keys(configFile), ...Object.keys(credentialsFile)]);
  return Object.fromEntries(
    [...names].map((name) => [name, { ...credentialsFile[name], ...configFile[name] }]),
  );
};

/** The profiles in the files, `default` first, the rest by name. */
export const listProfiles = async (): Promise<ProfileSummary[]> => {
  const sections = Object.entries(await readSections()).filter(
    ([name]) => !/^(sso-session|services)\./.test(name),
  );
  return sections
    .map(([name, section]) => ({ name, region: section.region, source: sourceOf(section) }))
    .sort((a, b) => rank(a) - rank(b) || a.name.localeCompare(b.name));
};

const rank = ({ name }: ProfileSummary) => (name === 'default' ? 0 : 1);

const sourceOf = (section: Sections[string]): string => {
  if (section.role_arn !== undefined) {
    if (section.web_identity_token_file !== undefined) return `assumes ${section.role_arn} by web identity`;
    return `assumes ${section.role_arn}`;
  }
  if (section.sso_session !== undefined || section.sso_start_url !== undefined) return 'IAM Identity Center';
  if (section.login_session !== undefined) return 'console sign-in';
  if (section.credential_process !== undefined) return 'a program';
  if (section.aws_access_key_id !== undefined) return 'keys';
  return 'no credentials';
};
