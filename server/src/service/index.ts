import type { SeveritySetting } from '../protocol/settings';
import type { Catalog } from './catalog/catalog';
import type { Finding } from './checks/check';
import { allChecks } from './checks/registry';
import { createCheckRunner } from './checks/runChecks';
import { withoutSuppressed } from './features/suppression';
import type { PolicyFile } from './policyFile';

export interface PolicyServiceOptions {
  readonly catalog: Catalog;
  /** Finding code to severity. */
  readonly severity?: Readonly<Record<string, SeveritySetting>>;
}

/** The language rules of IAM policies: pure functions of documents, with no connection, disk or network. */
export interface PolicyService {
  /** Findings of a policy in its text, less those a comment silences, in the order of their places. */
  check(file: PolicyFile, text: string): Finding[];
}

export function createPolicyService({ catalog, severity = {} }: PolicyServiceOptions): PolicyService {
  const run = createCheckRunner(allChecks, catalog, severity);
  return {
    check: ({ policy, kind }, text) =>
      withoutSuppressed(run(policy, kind), policy, text).sort(
        (a, b) => a.ranges[0]!.start - b.ranges[0]!.start,
      ),
  };
}

export type { Catalog } from './catalog/catalog';
export { defaultSeverity, type Finding, type KindOfPolicy } from './checks/check';
export { allChecks } from './checks/registry';
export { complete } from './features/completion/complete';
export { describeSuggestion } from './features/completion/describe';
export type { Completion, Completions, SuggestionKind } from './features/completion/suggestion';
export { hover } from './features/hover/hover';
export type { Fix } from './features/fixes/fix';
export { difference, fixAll } from './features/fixes/fixAll';
export { quickFixes } from './features/fixes/quickFixes';
export { refactorings } from './features/refactorings/refactorings';
export { type TextEdit, applyEdits } from './edits/edit';
export { describeKind } from './kinds/describeKind';
export { kindFromFileName, kindFromShape } from './kinds/inferKind';
export type { OffsetRange } from './model/nodes';
export { evaluateTrust, type TrustAnswer, type TrustRequest } from './trust/evaluateTrust';
export { openPolicy, type PolicyFile, type PolicySource, policyToBe } from './policyFile';
export { readJson } from './readers/json';
