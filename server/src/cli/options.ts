import { parseArgs } from 'node:util';
import type { PolicyKind, SeveritySetting } from '../protocol/settings';

export const formats = ['text', 'json', 'sarif', 'github'] as const;
export type Format = (typeof formats)[number];

/** From the gravest down; `never` never fails. */
export const levels = ['error', 'warning', 'information', 'hint', 'never'] as const;
export type Level = (typeof levels)[number];

export interface CheckOptions {
  readonly kind?: PolicyKind;
  readonly resourceType?: string;
  readonly format: Format;
  readonly failOn: Level;
  readonly severity: Readonly<Record<string, SeveritySetting>>;
  /** Files, folders, globs, or `-` for standard input. */
  readonly inputs: readonly string[];
}

/** What a person typed is not understood; the message says what and what would be. */
export class UsageError extends Error {}

const kinds: Readonly<Record<string, PolicyKind>> = {
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

const severities: readonly SeveritySetting[] = ['error', 'warning', 'information', 'hint', 'off'];

/** Reads the words behind `trustwright check`. Throws {@link UsageError}. */
export function parseCheckOptions(words: readonly string[]): CheckOptions {
  const { values, positionals } = parse(words);
  if (positionals.length === 0)
    throw new UsageError('Name a file, a folder, a glob, or - for standard input.');
  const kind = values.kind === undefined ? undefined : parseKind(values.kind);
  const resourceType = values['resource-type'];
  return {
    ...(kind && { kind }),
    ...(resourceType && { resourceType }),
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
        format: { type: 'string', short: 'f' },
        'fail-on': { type: 'string' },
        severity: { type: 'string', multiple: true },
      },
    });
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
}

function parseKind(word: string): PolicyKind {
  const kind = kinds[word.toLowerCase().replaceAll('-', '_')];
  if (!kind)
    throw new UsageError(`--kind is one of ${[...new Set(Object.values(kinds))].join(', ')}; not "${word}".`);
  return kind;
}

function parseSeverity(word: string): [string, SeveritySetting] {
  const [code = '', level = ''] = word.split('=');
  if (!code || !severities.includes(level as SeveritySetting)) {
    throw new UsageError(`--severity wants CODE=${severities.join('|')}; not "${word}".`);
  }
  return [code, level as SeveritySetting];
}

function oneOf<T extends string>(option: string, word: string, allowed: readonly T[]): T {
  if (!(allowed as readonly string[]).includes(word)) {
    throw new UsageError(`${option} is one of ${allowed.join(', ')}; not "${word}".`);
  }
  return word as T;
}
