import { basename } from 'node:path';
import { openCatalogFile } from '../host/catalogFile';
import { toldKind } from '../host/toldKind';
import { createPolicyService, languageOfFile, openDocument, type PolicyService } from '../service';
import { formatGithub } from './formats/github';
import { formatJson } from './formats/json';
import { formatSarif } from './formats/sarif';
import { formatText } from './formats/text';
import { type Input, readInputs } from './inputs';
import { type CheckOptions, type Level, levels } from './options';
import { type FindingRecord, toRecords } from './record';
import { noSettings, WorkspaceSettings, type FolderSettings } from './workspaceSettings';

/** Where a run reads and writes; the process's own streams, or a test's. */
export interface Terminal {
  readonly stdin: NodeJS.ReadableStream;
  readonly out: (text: string) => void;
  readonly error: (text: string) => void;
}

/** Checks all inputs and prints the findings. Gives the exit code: 0 clean, 1 findings, 2 unreadable input. */
export async function runCheck(options: CheckOptions, version: string, terminal: Terminal): Promise<number> {
  const { inputs, unreadable } = await readInputs(options.inputs, terminal.stdin);
  for (const { file, reason } of unreadable) terminal.error(`trustwright: ${file}: ${reason}\n`);
  const workspace = new WorkspaceSettings(process.cwd(), terminal.error);
  const service = servicesFor(options);
  const records: FindingRecord[] = [];
  for (const input of inputs) {
    const settings = options.workspaceSettings ? await workspace.of(input.path) : noSettings;
    records.push(...checkInput(input, options, settings, service(settings)));
  }
  terminal.out(print(records, options, version));
  if (unreadable.length > 0) return 2;
  return records.some(({ severity }) => isAtLeast(severity, options.failOn)) ? 1 : 0;
}

/** The rules under each settings; what the command says comes before them. */
function servicesFor({
  severity,
  trustPolicyQuota,
}: CheckOptions): (settings: FolderSettings) => PolicyService {
  const catalog = openCatalogFile();
  const made = new Map<FolderSettings, PolicyService>();
  return (settings) => {
    const trustPolicy = trustPolicyQuota ?? settings.trustPolicyQuota;
    const service =
      made.get(settings) ??
      createPolicyService({
        catalog,
        severity: { ...settings.severity, ...severity },
        ...(trustPolicy !== undefined && { limits: { trustPolicy } }),
      });
    made.set(settings, service);
    return service;
  };
}

function checkInput(
  { file, path, text, named }: Input,
  options: CheckOptions,
  { files }: FolderSettings,
  service: PolicyService,
): FindingRecord[] {
  // Whoever names the resource says that this is its policy.
  const asked = options.kind ?? (options.resourceType ? 'resource' : undefined);
  const told = asked ?? toldKind(path, files) ?? (named ? 'auto' : undefined);
  const fileName = basename(file);
  const languageId = languageOfFile(fileName);
  const opened = openDocument({ text, languageId, fileName, ...(told && { told }) });
  if (!opened) return [];
  const { resourceType } = options;
  const [only] = opened.policies;
  // In a template the place says whose policy it is.
  const document =
    resourceType && only && only.owner === undefined
      ? { ...opened, policies: [{ ...only, kind: { ...only.kind, resourceType } }] }
      : opened;
  const ofPolicies = service
    .checkEach(document, text)
    .flatMap(({ file: policy, findings }) => toRecords(file, text, policy.kind.kind, findings));
  // What several resources have to do with each other is in no policy.
  return [...ofPolicies, ...toRecords(file, text, undefined, service.checkTogether(document, text))];
}

function print(records: readonly FindingRecord[], { format }: CheckOptions, version: string): string {
  switch (format) {
    case 'text':
      return formatText(records);
    case 'json':
      return formatJson(records);
    case 'sarif':
      return formatSarif(records, version);
    case 'github':
      return formatGithub(records);
  }
}

function isAtLeast(severity: Level, level: Level): boolean {
  return level !== 'never' && levels.indexOf(severity) <= levels.indexOf(level);
}
