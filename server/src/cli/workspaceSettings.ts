import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { dirname, join, sep } from 'node:path';
import { parse, type ParseError } from 'jsonc-parser';
import { resourcePolicyWords, type ToldKind } from '../protocol/resourcePolicies';
import type { ServerSettings, SeveritySetting } from '../protocol/settings';
import { kinds, severities } from './options';

/** What `.vscode/settings.json` can say about the checks of the files beside and below it. */
export interface FolderSettings {
  readonly severity: ServerSettings['severity'];
  readonly files: ServerSettings['files'];
  readonly trustPolicyQuota?: number;
}

export const noSettings: FolderSettings = { severity: {}, files: {} };

/** Settings that a team keeps with its policies, so that editor and command line say the same. */
export class WorkspaceSettings {
  private readonly read = new Map<string, Promise<FolderSettings>>();

  constructor(
    private readonly workingFolder: string,
    private readonly warn: (message: string) => void,
  ) {}

  /** The settings for a file, given by its absolute path: of the nearest folder that has any. */
  of(path: string): Promise<FolderSettings> {
    const file = foldersAbove(path, this.workingFolder)
      .map((folder) => join(folder, '.vscode', 'settings.json'))
      .find((candidate) => existsSync(candidate));
    if (file === undefined) return Promise.resolve(noSettings);
    const settings = this.read.get(file) ?? this.load(file);
    this.read.set(file, settings);
    return settings;
  }

  private async load(file: string): Promise<FolderSettings> {
    const warn = (what: string) => this.warn(`trustwright: ${file}: ${what}\n`);
    try {
      const errors: ParseError[] = [];
      const found: unknown = parse(await readFile(file, 'utf8'), errors, { allowTrailingComma: true });
      if (errors.length > 0) warn('is not valid JSON; what can be read of it is used');
      return settingsOf(isObject(found) ? found : {}, warn);
    } catch (error) {
      warn(`is not used: ${error instanceof Error ? error.message : String(error)}`);
      return noSettings;
    }
  }
}

/**
 * Folders that can hold the settings of a file, the nearest first: up to the root of its repository; outside of a
 * repository up to the folder the command runs in.
 */
function foldersAbove(path: string, workingFolder: string): readonly string[] {
  const folders: string[] = [];
  for (let folder = dirname(path); ; folder = dirname(folder)) {
    folders.push(folder);
    if (existsSync(join(folder, '.git'))) return folders;
    if (dirname(folder) === folder) break;
  }
  return folders.filter((folder) => `${folder}${sep}`.startsWith(`${workingFolder}${sep}`));
}

function settingsOf(found: Record<string, unknown>, warn: (what: string) => void): FolderSettings {
  const quota = found['trustwright.trustPolicyQuota'];
  return {
    severity: entriesOf(found, 'trustwright.severity', isSeverity, warn),
    files: entriesOf(found, 'trustwright.files', isToldKind, warn),
    ...(typeof quota === 'number' && Number.isInteger(quota) && quota > 0 && { trustPolicyQuota: quota }),
  };
}

/** Entries of a setting with a value of its kind; others are told and left out. */
function entriesOf<T>(
  found: Record<string, unknown>,
  name: string,
  isValue: (value: unknown) => value is T,
  warn: (what: string) => void,
): Readonly<Record<string, T>> {
  const setting = found[name];
  if (!isObject(setting)) return {};
  return Object.fromEntries(
    Object.entries(setting).filter((entry): entry is [string, T] => {
      const isKnown = isValue(entry[1]);
      if (!isKnown) warn(`${name} can not be ${JSON.stringify(entry[1])} for "${entry[0]}"`);
      return isKnown;
    }),
  );
}

function isSeverity(value: unknown): value is SeveritySetting {
  return (severities as readonly unknown[]).includes(value);
}

function isToldKind(value: unknown): value is ToldKind {
  return value === 'auto' || [...Object.values(kinds), ...resourcePolicyWords].includes(value as never);
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
