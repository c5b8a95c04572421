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

/** A role that a profile stands for. */
export interface ConfigRole {
  readonly profile: string;
  /** Undefined for IAM Identity Center, which makes the role's name itself. */
  readonly roleArn: string | undefined;
  /** For people: the role's ARN, or its name and account in IAM Identity Center. */
  readonly label: string;
  /**
   * `source`: another profile's identity assumes it by AssumeRole, so that we can do the same with options of our own.
   * `own`: only the profile's own provider gets it, as by web identity or IAM Identity Center.
   */
  readonly way: 'source' | 'own';
  readonly sourceProfile: string | undefined;
  readonly externalId: string | undefined;
  readonly mfaSerial: string | undefined;
  readonly sessionName: string | undefined;
  readonly durationSeconds: number | undefined;
  readonly region: string | undefined;
}

/** Profiles that stand for a role, by name. */
export const listConfigRoles = async (): Promise<ConfigRole[]> =>
  configRoles(await readSections()).sort((a, b) => a.profile.localeCompare(b.profile));

/** @see https://docs.aws.amazon.com/sdkref/latest/guide/feature-assume-role-credentials.html */
export const configRoles = (sections: Sections): ConfigRole[] =>
  Object.entries(sections)
    .filter(([name]) => !/^(sso-session|services)\./.test(name))
    .flatMap(([profile, section]) => {
      const label = section.role_arn ?? identityCenterRole(section);
      if (label === undefined) return [];
      const source = section.source_profile;
      const bySource =
        section.role_arn !== undefined &&
        source !== undefined &&
        source !== profile &&
        sections[source] !== undefined &&
        section.web_identity_token_file === undefined;
      const seconds = Number(section.duration_seconds);
      return [
        {
          profile,
          roleArn: section.role_arn,
          label,
          way: bySource ? ('source' as const) : ('own' as const),
          sourceProfile: bySource ? source : undefined,
          externalId: section.external_id,
          mfaSerial: section.mfa_serial,
          sessionName: section.role_session_name,
          durationSeconds: Number.isInteger(seconds) && seconds > 0 ? seconds : undefined,
          region: section.region,
        },
      ];
    });

const identityCenterRole = ({ sso_role_name: name, sso_account_id: account }: Sections[string]) =>
  name === undefined ? undefined : `${name} of account ${account ?? 'unknown'}, by IAM Identity Center`;
