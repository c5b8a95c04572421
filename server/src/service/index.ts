import type { SeveritySetting } from '../protocol/settings';
import type { Catalog } from './catalog/catalog';
import type { Finding, Limits } from './checks/check';
import { allChecks } from './checks/registry';
import { type CheckedFile, rememberFindings } from './checks/rememberFindings';
import type { ModuleFacts } from './checks/template/facts';
import { runTemplateChecks } from './checks/template/runTemplateChecks';
import { createCheckRunner } from './checks/runChecks';
import { withoutSuppressed } from './features/suppression';
import type { HostDocument } from './hosts/host';
import type { PolicyFile } from './policyFile';

export interface PolicyServiceOptions {
  readonly catalog: Catalog;
  /** Finding code to severity. */
  readonly severity?: Readonly<Record<string, SeveritySetting>>;
  /** What the account may have; what AWS gives to all unless told otherwise. */
  readonly limits?: Limits;
}

/** The language rules of IAM policies: pure functions of documents, with no connection, disk or network. */
export interface PolicyService {
  /** Findings of a policy in its text, less those a comment silences, in the order of their places. */
  check(file: CheckedFile, text: string): Finding[];
  /** Findings of each policy of a text; those that several readings of one place share are told once. */
  checkEach(
    document: HostDocument,
    text: string,
  ): { readonly file: PolicyFile; readonly findings: Finding[] }[];
  /**
   * Findings that rest on several resources of a template.
   *
   * @param others what the other files of its module say
   */
  checkTogether(document: HostDocument, text: string, others?: ModuleFacts): readonly Finding[];
  /** All of them as one list. */
  checkAll(document: HostDocument, text: string, others?: ModuleFacts): Finding[];
}

export function createPolicyService({ catalog, severity = {}, limits }: PolicyServiceOptions): PolicyService {
  const run = rememberFindings(createCheckRunner(allChecks, catalog, severity, limits));
  const check: PolicyService['check'] = (file, text) => {
    if (file.reading === 'shown') return [];
    const comments = file.comments ?? file.policy.comments;
    return inOrder(withoutSuppressed(certainIn(file, run(file)), comments, text));
  };
  const checkEach: PolicyService['checkEach'] = ({ policies }, text) => {
    const isNew = newOnly();
    return policies.map((file) => ({
      file,
      findings: check(file, text).filter((finding) => isNew(finding, file.isAlternative)),
    }));
  };
  const checkTogether: PolicyService['checkTogether'] = ({ facts = [], comments = [] }, text, others) =>
    withoutSuppressed(runTemplateChecks(facts, others, severity), comments, text);
  const checkAll: PolicyService['checkAll'] = (document, text, others) => [
    ...checkEach(document, text).flatMap(({ findings }) => findings),
    ...checkTogether(document, text, others),
  ];
  return { check, checkEach, checkTogether, checkAll };
}

/** The findings by their places. */
function inOrder(findings: readonly Finding[]): Finding[] {
  const own = [...findings];
  return own.length < 2 ? own : own.sort((a, b) => a.ranges[0]!.start - b.ranges[0]!.start);
}

/** What can go in one case may be all there is in the next. */
function certainIn({ reading }: CheckedFile, findings: readonly Finding[]): readonly Finding[] {
  return reading === 'branches' ? findings.filter(({ tag }) => tag !== 'unnecessary') : findings;
}

/**
 * True for a finding that no other had the code and place of. Another reading of a policy has nothing to add to a group
 * that begins where one does that is told already.
 */
function newOnly(): (finding: Finding, isAlternative?: boolean) => boolean {
  const told = new Set<string>();
  return ({ code, ranges }, isAlternative = false) => {
    const places = ranges.map(({ start, end }) => `${start}-${end}`);
    const begin = `${code} from ${places[0]!}`;
    const place = `${code} ${places.join()}`;
    const isTold = told.has(place) || (isAlternative && told.has(begin));
    told.add(begin).add(place);
    return !isTold;
  };
}

export type { Catalog } from './catalog/catalog';
export { defaultSeverity, type Finding, type KindOfPolicy, type RelatedPlace } from './checks/check';
export type { ModuleFacts, TemplateFact } from './checks/template/facts';
export { isSameFacts } from './checks/template/sameFacts';
export { isAboutResources, restsOnOthers } from './checks/template/runTemplateChecks';
export { allChecks } from './checks/registry';
export { closest, didYouMean } from './iam/closest';
export { hasInOrder } from './features/completion/match';
export { plainText } from './features/completion/snippet';
export type { Completion, Completions, SuggestionKind } from './features/completion/suggestion';
export { type FoldingRange, foldingRanges } from './features/folding/foldingRanges';
export { type InlayHint, inlayHints } from './features/hints/inlayHints';
export { documentLinks, type DocumentLink } from './features/links/documentLinks';
export { renameSid, type SidName, sidAt } from './features/names/sidNames';
export { selectionRanges } from './features/selection/selectionRanges';
export { documentSymbols, type PolicySymbol } from './features/symbols/documentSymbols';
export {
  semanticTokens,
  type SemanticToken,
  tokenModifiers,
  tokenTypes,
} from './features/tokens/semanticTokens';
export { copies } from './convert/convert';
export { summaries, type Summary } from './features/summary/summarise';
export {
  complete,
  describeChange,
  describeSuggestion,
  difference,
  fixAll,
  formatJson,
  hover,
  quickFixes,
  templateFixes,
  refactorings,
  templateSnippets,
} from './features/help';
export type { Fix } from './features/fixes/fix';
export { type TextEdit, applyEdits } from './edits/edit';
export type { Host, HostDocument } from './hosts/host';
export { languageOfFile, policyFileEndings } from './hosts/languageOfFile';
export { isModuleFile } from './hosts/modules';
export { formatPolicy } from './features/format/formatPolicy';
export { hosts, openDocument, policiesAt } from './hosts/openDocument';
export { describeKind } from './kinds/describeKind';
export { kindFromFileName, kindFromShape } from './kinds/inferKind';
export type { OffsetRange } from './model/nodes';
export { evaluateTrust, type TrustAnswer, type TrustRequest } from './trust/evaluateTrust';
export { blockedByBoundary } from './boundary/blockedByBoundary';
export { serviceMayAssume } from './trust/serviceMayAssume';
export { openPolicy, type PolicyFile, type PolicySource, policyToBe } from './policyFile';
export { readJson } from './readers/json';
