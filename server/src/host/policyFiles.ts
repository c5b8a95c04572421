import picomatch from 'picomatch';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { URI } from 'vscode-uri';
import type { PolicyKind, ServerSettings } from '../protocol/settings';
import { openPolicy, type PolicyFile, policyToBe } from '../service';

/** Languages we look into; documents of other languages are never read. */
const languages = new Set(['json', 'jsonc', 'iam-policy']);

interface Cached {
  readonly version: number;
  readonly settings: ServerSettings;
  readonly file: PolicyFile | undefined;
}

/** The policies in the open documents, read once a version. */
export class PolicyFiles {
  private readonly cache = new Map<string, Cached>();

  open(document: TextDocument, settings: ServerSettings): PolicyFile | undefined {
    const { uri, version } = document;
    if (!languages.has(document.languageId)) return undefined;
    const cached = this.cache.get(uri);
    if (cached?.version === version && cached.settings === settings) return cached.file;
    const file = readPolicy(document, document.getText(), settings);
    this.cache.set(uri, { version, settings, file });
    return file;
  }

  /** The policy that an empty document may become. */
  openEmpty(document: TextDocument): PolicyFile | undefined {
    return languages.has(document.languageId) ? policyToBe({ text: document.getText() }) : undefined;
  }

  close(uri: string): void {
    this.cache.delete(uri);
  }
}

/** The policy in a text, read as that of the document: by its name, its language and the settings. */
export function readPolicy(
  { uri, languageId }: TextDocument,
  text: string,
  settings: ServerSettings,
): PolicyFile | undefined {
  const { path } = URI.parse(uri);
  const told = toldKind(path, settings.files);
  const fileName = path.slice(path.lastIndexOf('/') + 1);
  return openPolicy({ text, languageId, fileName, ...(told && { told }) });
}

/** What the setting says of a path; patterns without a slash match the file's name. */
export function toldKind(path: string, files: ServerSettings['files']): PolicyKind | 'auto' | undefined {
  for (const [pattern, kind] of Object.entries(files)) {
    const glob =
      pattern.includes('/') && !pattern.startsWith('**/') ? `**/${pattern.replace(/^\//, '')}` : pattern;
    if (picomatch.isMatch(path, glob, { dot: true, matchBase: !pattern.includes('/'), nocase: true }))
      return kind;
  }
  return undefined;
}
