import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { dirname, join, sep } from 'node:path';
import { parse, type ParseError } from 'jsonc-parser';
import { resourcePolicyWords, type ToldKind } from '../protocol/resourcePolicies';
import type { ServerSettings, SeveritySetting } from '../protocol/settings';
import { codeWorkspaceIn, settingsInWorkspace } from './codeWorkspace';
import { isFindingCode, kinds, severities } from './options';

/** What `.vscode/settings.json` and a workspace file can say about the checks of the files beside and below them. */
export interface FolderSettings {
  readonly severity: ServerSettings['severity'];
  readonly files: ServerSettings['files'];
  readonly trustPolicyQuota?: number;
}

export const noSettings: FolderSettings = { severity: {}, files: {} };

/** Settings that a team keeps with its policies, so that editor and command line say the same. */
export class WorkspaceSettings {
  private readonly contents = new Map<string, Promise<Record<string, unknown>>>();
  private readonly made = new Map<string, FolderSettings>();

  constructor(
    private readonly workingFolder: string,
    private readonly warn: (message: string) => void,
  ) {}

  /**
   * The settings for a file, given by its absolute path: of the nearest folder that has any, on top of those of the nearest
   * workspace file that the file belongs to.
   */
  async of(path: string): Promise<FolderSettings> {
    const folders = foldersAbove(path, this.workingFolder);
    const own = folders.map((folder) => join(folder, '.vscode', 'settings.json')).find(existsSync);
    const shared = await this.sharedFor(path, folders);
    if (own === undefined && shared === undefined) return noSettings;
    const key = `${own}\n${shared}`;
    const known = this.made.get(key);
    if (known) return known;
    const ofWorkspace = shared === undefined ? noSettings : await this.settingsIn(shared, path);
    const ofFolder = own === undefined ? noSettings : await this.settingsIn(own, path);
    const settings = onTop(ofWorkspace, ofFolder);
    this.made.set(key, settings);
    return settings;
  }

  private async sharedFor(path: string, folders: readonly string[]): Promise<string | undefined> {
    for (const file of folders.flatMap((folder) => codeWorkspaceIn(folder) ?? [])) {
      if (settingsInWorkspace(await this.read(file), file, path) !== undefined) return file;
    }
    return undefined;
  }

  private async settingsIn(file: string, path: string): Promise<FolderSettings> {
    const contents = await this.read(file);
    const found = file.endsWith('.code-workspace') ? settingsInWorkspace(contents, file, path) : contents;
    return settingsOf(isObject(found) ? found : {}, (what) => this.warnOf(file, what));
  }

  private read(file: string): Promise<Record<string, unknown>> {
    const contents = this.contents.get(file) ?? this.load(file);
    this.contents.set(file, contents);
    return contents;
  }

  private async load(file: string): Promise<Record<string, unknown>> {
    try {
      const errors: ParseError[] = [];
      const found: unknown = parse(await readFile(file, 'utf8'), errors, { allowTrailingComma: true });
      if (errors.length > 0) this.warnOf(file, 'is not valid JSON; what can be read of it is used');
      return isObject(found) ? found : {};
    } catch (error) {
      this.warnOf(file, `is not used: ${error instanceof Error ? error.message : String(error)}`);
      return {};
    }
  }

  private warnOf(file: string, what: string): void {
    this.warn(`trustwright: ${file}: ${what}\n`);
  }
}

/** As VS Code does it: single entries of a folder's settings go before those of the workspace. */
function onTop(under: FolderSettings, over: FolderSettings): FolderSettings {
  return {
    ...under,
    ...over,
    severity: { ...under.severity, ...over.severity },
    files: { ...under.files, ...over.files },
  };
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
  const severity = entriesOf(found, 'trustwright.severity', isSeverity, warn);
  for (const code of Object.keys(severity)) {
    if (!isFindingCode(code)) warn(`trustwright.severity: there is no finding "${code}"`);
  }
  return {
    severity,
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
