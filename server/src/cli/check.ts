import { basename } from 'node:path';
import { openCatalogFile } from '../host/catalogFile';
import { createPolicyService, languageOfFile, openDocument, type PolicyService } from '../service';
import { formatGithub } from './formats/github';
import { formatJson } from './formats/json';
import { formatSarif } from './formats/sarif';
import { formatText } from './formats/text';
import { type Input, readInputs } from './inputs';
import { type CheckOptions, type Level, levels } from './options';
import { type FindingRecord, toRecords } from './record';

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
  const service = createPolicyService({
    catalog: openCatalogFile(),
    severity: options.severity,
    ...(options.trustPolicyQuota && { limits: { trustPolicy: options.trustPolicyQuota } }),
  });
  const records = inputs.flatMap((input) => checkInput(input, options, service));
  terminal.out(print(records, options, version));
  if (unreadable.length > 0) return 2;
  return records.some(({ severity }) => isAtLeast(severity, options.failOn)) ? 1 : 0;
}

function checkInput(
  { file, text, named }: Input,
  options: CheckOptions,
  service: PolicyService,
): FindingRecord[] {
  // Whoever names the resource says that this is its policy.
  const told = options.kind ?? (options.resourceType ? 'resource' : named ? 'auto' : undefined);
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
  // What several resources have to do with each other is about who may assume their roles.
  return [...ofPolicies, ...toRecords(file, text, 'trust', service.checkTogether(document, text))];
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
