/** Settings of the editor that put variables into terminals. A workspace may set them. */
export interface ShellSettings {
  /** `terminal.integrated.env.<os>` */
  readonly env: Readonly<Record<string, string | null>>;
  /** The profile named by `terminal.integrated.defaultProfile.<os>`. */
  readonly profile:
    | { readonly env?: Readonly<Record<string, string | null>>; readonly args?: string | readonly string[] }
    | undefined;
}

export interface ShellChoice {
  /** Names of variables that settings would put in, beside those of the environment. */
  readonly names: readonly string[];
  /** The shell is to be named because of the default profile, whose variables the editor puts over ours. */
  readonly withoutProfile: boolean;
  readonly args: string | readonly string[] | undefined;
}

/** What settings do to a terminal of ours: variables to clear, and a default profile to go round. */
export const shellChoice = ({ env, profile }: ShellSettings): ShellChoice => ({
  names: Object.keys(env),
  withoutProfile: Object.keys(profile?.env ?? {}).some((name) => /^(AWS|TRUSTWRIGHT|AMAZON)_/i.test(name)),
  args: profile?.args,
});

/** The operating system as the editor's settings spell it. */
export const settingsPlatform = (platform: NodeJS.Platform): 'osx' | 'windows' | 'linux' => {
  if (platform === 'darwin') return 'osx';
  return platform === 'win32' ? 'windows' : 'linux';
};
