import { basename, isAbsolute, relative } from 'node:path';
import { openCatalogFile } from '../host/catalogFile';
import { ModuleFiles } from '../host/moduleFiles';
import {
  createPolicyService,
  type HostDocument,
  isModuleFile,
  type PolicyService,
  restsOnOthers,
} from '../service';
import { formatGithub } from './formats/github';
import { formatJson } from './formats/json';
import { formatSarif } from './formats/sarif';
import { formatText } from './formats/text';
import { type Input, readInputs } from './inputs';
import { OpenedInputs } from './openedInputs';
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
  const opened = new OpenedInputs(options);
  const modules = new ModuleFiles((path) => opened.moduleFile(path));
  const settingsOf = async ({ path }: Input) =>
    options.workspaceSettings ? await workspace.of(path) : noSettings;
  for (const input of inputs)
    if (isModuleFile(basename(input.path))) opened.open(input, await settingsOf(input));
  for (const input of inputs) {
    const settings = await settingsOf(input);
    const document = opened.open(input, settings);
    if (document) records.push(...(await recordsOf(input, document, service(settings), modules)));
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

/** Findings of all policies of an input, and of what several resources have to do with each other, in no policy. */
async function recordsOf(
  { file, path, text }: Input,
  document: HostDocument,
  service: PolicyService,
  modules: ModuleFiles,
): Promise<FindingRecord[]> {
  const ofPolicies = service
    .checkEach(document, text)
    .flatMap(({ file: policy, findings }) => toRecords(file, text, policy.kind.kind, findings));
  const isPart = isModuleFile(basename(file)) && restsOnOthers(document.facts ?? []);
  const beside = isPart ? await modules.beside(path) : undefined;
  const others = beside && new Map([...beside].map(([one, { facts }]) => [one, facts]));
  const together = service.checkTogether(document, text, others);
  return [
    ...ofPolicies,
    ...toRecords(file, text, undefined, together, (other) => {
      const found = beside?.get(other);
      const name = isAbsolute(file) ? other : relative(process.cwd(), other);
      return found && { file: name, text: found.text };
    }),
  ];
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
