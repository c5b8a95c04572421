import type { ToldKind } from './resourcePolicies';

/** Severity a setting can give to a finding code; `off` skips the check. */
export type SeveritySetting = 'error' | 'warning' | 'information' | 'hint' | 'off';

/** The kinds of policy Trustwright tells apart. */
export type PolicyKind = 'identity' | 'trust' | 'resource' | 'boundary' | 'session' | 'scp' | 'rcp';

/** What the server reads from the section `trustwright` of the editor's settings. */
export interface ServerSettings {
  /** Glob pattern (against the path) to policy kind, or `auto`: files to treat as policies whatever is in them. */
  readonly files: Readonly<Record<string, ToldKind>>;
  /** Characters that a trust policy can have in the account: 2,048, or up to 4,096 where the quota was raised. */
  readonly trustPolicyQuota: number;
  /** Finding code to severity. */
  readonly severity: Readonly<Record<string, SeveritySetting>>;
  /** Say above each policy what kind it is taken for. */
  readonly codeLens: boolean;
  /** Say above each statement in plain words what it does. */
  readonly statementSummaries: boolean;
  /** Say behind a wildcard how many actions it stands for. */
  readonly inlayHints: boolean;
  /** Link actions, condition keys and the like to AWS's pages. */
  readonly links: boolean;
}

export const defaultSettings: ServerSettings = {
  files: {},
  trustPolicyQuota: 2048,
  severity: {},
  codeLens: true,
  statementSummaries: true,
  inlayHints: true,
  links: true,
};
