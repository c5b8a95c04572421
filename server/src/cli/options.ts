import { parseArgs } from 'node:util';
import { type ResourcePolicyWord, resourcePolicyWords, type ToldKind } from '../protocol/resourcePolicies';
import type { PolicyKind, SeveritySetting } from '../protocol/settings';
import { allChecks, closest, didYouMean } from '../service';

export const formats = ['text', 'json', 'sarif', 'github'] as const;
export type Format = (typeof formats)[number];

/** From the gravest down; `never` never fails. */
export const levels = ['error', 'warning', 'information', 'hint', 'never'] as const;
export type Level = (typeof levels)[number];

export interface CheckOptions {
  readonly kind?: Exclude<ToldKind, 'auto'>;
  readonly resourceType?: string;
  /** Characters that a trust policy can have. */
  readonly trustPolicyQuota?: number;
  /** Whether what `.vscode/settings.json` and a workspace file say of Trustwright holds here too. */
  readonly workspaceSettings: boolean;
  readonly format: Format;
  readonly failOn: Level;
  readonly severity: Readonly<Record<string, SeveritySetting>>;
  /** Files, folders, globs, or `-` for standard input. */
  readonly inputs: readonly string[];
}

/** What a person typed is not understood; the message says what and what would be. */
export class UsageError extends Error {}

export const kinds: Readonly<Record<string, PolicyKind>> = {
  identity: 'identity',
  identity_policy: 'identity',
  trust: 'trust',
  assume_role: 'trust',
  resource: 'resource',
  resource_policy: 'resource',
  boundary: 'boundary',
  permissions_boundary: 'boundary',
  session: 'session',
  session_policy: 'session',
  scp: 'scp',
  service_control_policy: 'scp',
  rcp: 'rcp',
  resource_control_policy: 'rcp',
};

const findingCodes = allChecks.map(({ code }) => code);

export function isFindingCode(text: string): boolean {
  return findingCodes.includes(text);
}

export const severities: readonly SeveritySetting[] = ['error', 'warning', 'information', 'hint', 'off'];

/** Reads the words behind `trustwright check`. Throws {@link UsageError}. */
export function parseCheckOptions(words: readonly string[]): CheckOptions {
  const { values, positionals } = parse(words);
  if (positionals.length === 0)
    throw new UsageError('Name a file, a folder, a glob, or - for standard input.');
  const kind = values.kind === undefined ? undefined : parseKind(values.kind);
  const resourceType = values['resource-type'];
  const quota = values['trust-policy-quota'];
  return {
    ...(kind && { kind }),
    ...(resourceType && { resourceType }),
    ...(quota !== undefined && { trustPolicyQuota: parseQuota(quota) }),
    workspaceSettings: !values['no-workspace-settings'],
    format: oneOf('--format', values.format ?? 'text', formats),
    failOn: oneOf('--fail-on', values['fail-on'] ?? 'warning', levels),
    severity: Object.fromEntries((values.severity ?? []).map(parseSeverity)),
    inputs: positionals,
  };
}

function parse(words: readonly string[]) {
  try {
    return parseArgs({
      args: [...words],
      allowPositionals: true,
      options: {
        kind: { type: 'string', short: 'k' },
        'resource-type': { type: 'string' },
        'trust-policy-quota': { type: 'string' },
        format: { type: 'string', short: 'f' },
        'fail-on': { type: 'string' },
        severity: { type: 'string', multiple: true },
        'no-workspace-settings': { type: 'boolean' },
      },
    });
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
}

function parseKind(word: string): Exclude<ToldKind, 'auto'> {
  const lower = word.toLowerCase();
  const kind =
    kinds[lower.replaceAll('-', '_')] ??
    resourcePolicyWords.find((known): known is ResourcePolicyWord => known === lower);
  if (!kind) {
    const known = [...new Set(Object.values(kinds)), ...resourcePolicyWords].join(', ');
    throw new UsageError(`--kind is one of ${known}; not "${word}".`);
  }
  return kind;
}

function parseQuota(word: string): number {
  if (!/^[1-9]\d{0,6}$/.test(word))
    throw new UsageError(`--trust-policy-quota wants a number of characters, such as 4096; not "${word}".`);
  return Number(word);
}

function parseSeverity(word: string): [string, SeveritySetting] {
  const [code = '', level = ''] = word.split('=');
  if (!code || !severities.includes(level as SeveritySetting)) {
    throw new UsageError(`--severity wants CODE=${severities.join('|')}; not "${word}".`);
  }
  if (!isFindingCode(code))
    throw new UsageError(`There is no finding "${code}".${didYouMean(closest(code, findingCodes))}`);
  return [code, level as SeveritySetting];
}

function oneOf<T extends string>(option: string, word: string, allowed: readonly T[]): T {
  if (!(allowed as readonly string[]).includes(word)) {
    throw new UsageError(`${option} is one of ${allowed.join(', ')}; not "${word}".`);
  }
  return word as T;
}
