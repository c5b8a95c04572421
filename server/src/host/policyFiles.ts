import type { TextDocument } from 'vscode-languageserver-textdocument';
import { URI } from 'vscode-uri';
import { kindOfLivePolicy, livePolicyScheme } from '../protocol/livePolicies';
import { defaultSettings, type ServerSettings } from '../protocol/settings';
import { type HostDocument, openDocument, type PolicyFile, policyToBe, type TemplateFact } from '../service';
import { toldKind } from './toldKind';

interface Cached {
  readonly version: number;
  readonly settings: ServerSettings;
  readonly found: HostDocument | undefined;
}

/** Languages in which an empty text may become a policy as a whole. */
const emptyLanguages = new Set(['json', 'jsonc', 'iam-policy', 'iam-policy-live']);

/** The policies in the open documents, read once a version. */
export class PolicyFiles {
  private readonly cache = new Map<string, Cached>();

  /** @param onRead is told of what was read, and of what was read before */
  constructor(
    private readonly onRead: (
      uri: string,
      now: HostDocument | undefined,
      before: HostDocument | undefined,
    ) => void,
  ) {}

  open(document: TextDocument, settings: ServerSettings): HostDocument | undefined {
    const { uri, version } = document;
    const cached = this.cache.get(uri);
    if (cached?.version === version && cached.settings === settings) return cached.found;
    const before = cached?.settings === settings ? cached.found : undefined;
    const found = readPolicies(document, document.getText(), settings, before);
    this.cache.set(uri, { version, settings, found });
    this.onRead(uri, found, cached?.found);
    return found;
  }

  /** What a document says of roles and profiles, whatever settings hold for it. */
  factsOf(document: TextDocument): readonly TemplateFact[] {
    const settings = this.cache.get(document.uri)?.settings ?? defaultSettings;
    return this.open(document, settings)?.facts ?? [];
  }

  /** The policy that an empty document may become. */
  openEmpty(document: TextDocument): PolicyFile | undefined {
    return emptyLanguages.has(document.languageId) ? policyToBe({ text: document.getText() }) : undefined;
  }

  close(uri: string): void {
    this.cache.delete(uri);
  }
}

/** The policies in a text, read as those of the document: by its name, its language and the settings. */
export function readPolicies(
  { uri, languageId }: TextDocument,
  text: string,
  settings: ServerSettings,
  before?: HostDocument,
): HostDocument | undefined {
  const { path, scheme } = URI.parse(uri);
  // Where a policy in an account comes from says for certain what it is.
  const told = scheme === livePolicyScheme ? kindOfLivePolicy(path) : toldKind(path, settings.files);
  const fileName = path.slice(path.lastIndexOf('/') + 1);
  return openDocument({ text, languageId, fileName, ...(told && { told }) }, before);
}
