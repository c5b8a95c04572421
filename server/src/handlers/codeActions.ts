import type { CodeAction, CodeActionParams, Diagnostic } from 'vscode-languageserver/node';
import { CodeActionKind } from '../host/lsp';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { guard } from '../host/guard';
import type { ServerParts } from '../host/parts';
import type { ClientOptions } from '../protocol/clientOptions';
import { copyText } from '../protocol/copyText';
import type { ServerSettings } from '../protocol/settings';
import {
  copies,
  difference,
  type Finding,
  type Fix,
  fixAll,
  isAboutResources,
  formatPolicy,
  type PolicyFile,
  type PolicyService,
  quickFixes,
  refactorings,
  templateFixes,
} from '../service';
import { diagnosticSource } from './toDiagnostics';
import { toWorkspaceEdit } from './toWorkspaceEdit';

/** Every repair that leaves the meaning as it is, for `editor.codeActionsOnSave`. */
export const fixAllKind = `${CodeActionKind.SourceFixAll}.trustwright`;

/** The layout of every policy within a file, for the same: files of YAML and Terraform have formatters of their own. */
export const formatKind = 'source.formatPolicies.trustwright';

/** Kinds of code action that the server has. */
export const codeActionKinds = [
  CodeActionKind.QuickFix,
  CodeActionKind.Refactor,
  CodeActionKind.RefactorRewrite,
  fixAllKind,
  formatKind,
];

/** What a request for code actions is about. */
interface Asked {
  readonly document: TextDocument;
  readonly settings: ServerSettings;
  readonly params: CodeActionParams;
}

/** Offers the repairs of the findings under the cursor, other ways to write what is there, and all harmless repairs. */
export function handleCodeActions(parts: ServerParts, { copiesText }: ClientOptions): void {
  const { connection, documents } = parts;
  connection.onCodeAction((params, token) =>
    guard<CodeAction[]>('Code actions', token, connection.console, [], async () => {
      const document = documents.get(params.textDocument.uri);
      if (!document) return [];
      const settings = await parts.settings.get(document.uri);
      if (!parts.opened(document, settings)) return [];
      const asked = { document, settings, params };
      return [
        ...(wants(params, CodeActionKind.QuickFix) ? await fixActions(asked, parts) : []),
        ...(wants(params, CodeActionKind.RefactorRewrite) ? rewriteActions(asked, parts) : []),
        ...(copiesText && wants(params, CodeActionKind.Refactor) ? copyActions(asked, parts) : []),
        ...(asksFor(params, fixAllKind) ? fixAllActions(asked, parts) : []),
        ...(asksFor(params, formatKind) ? formatActions(asked, parts) : []),
      ];
    }),
  );
}

/** Asked for the kind, for one that includes it, or for any. */
function wants({ context: { only } }: CodeActionParams, kind: string): boolean {
  return !only || only.some((wanted) => kind === wanted || kind.startsWith(`${wanted}.`) || wanted === '');
}

/** Only when it is asked for by name: it looks at the whole file. */
function asksFor(params: CodeActionParams, kind: string): boolean {
  return params.context.only !== undefined && wants(params, kind);
}

async function fixActions(asked: Asked, parts: ServerParts): Promise<CodeAction[]> {
  const { document, settings, params } = asked;
  // Asked on every move of the cursor; the rules run again only where a finding of ours is under it.
  const ours = params.context.diagnostics.filter(({ source }) => source === diagnosticSource);
  if (ours.length === 0) return [];
  const check = checkOnce(parts.service(settings), document.getText());
  const ofPolicies = ours.flatMap((diagnostic) => {
    const offset = document.offsetAt(diagnostic.range.start);
    for (const file of parts.policiesAt(document, offset, settings)) {
      const finding = check(file).find((candidate) => isSame(candidate, diagnostic, offset));
      const fixes = finding ? quickFixes(finding, file, document.getText(), parts.catalog()) : [];
      if (fixes.length > 0)
        return fixes.map((fix, index) => toAction(fix, index === 0, diagnostic, document));
    }
    return [];
  });
  return [...ofPolicies, ...(await togetherActions(ours, asked, parts))];
}

/** Repairs of what several resources have to do with each other. */
async function togetherActions(
  ours: readonly Diagnostic[],
  { document, settings }: Asked,
  parts: ServerParts,
): Promise<CodeAction[]> {
  const between = ours.filter(({ code }) => isAboutResources(String(code)));
  if (between.length === 0) return [];
  const beside = await parts.modules.beside(document.uri);
  const opened = parts.opened(document, settings);
  const text = document.getText();
  const findings = opened ? parts.service(settings).checkTogether(opened, text, beside?.facts) : [];
  return between.flatMap((diagnostic) => {
    const offset = document.offsetAt(diagnostic.range.start);
    const finding = findings.find((candidate) => isSame(candidate, diagnostic, offset));
    const fixes = finding && opened ? templateFixes(finding, opened, text) : [];
    return fixes.map((fix, index) => toAction(fix, index === 0, diagnostic, document));
  });
}

/** Findings of policies, each looked at once. */
function checkOnce(service: PolicyService, text: string): (file: PolicyFile) => readonly Finding[] {
  const known = new Map<PolicyFile, readonly Finding[]>();
  return (file) => {
    const findings = known.get(file) ?? service.check(file, text);
    known.set(file, findings);
    return findings;
  };
}

/** A finding has a diagnostic for each of its places. */
function isSame({ code, ranges }: Finding, diagnostic: Diagnostic, offset: number): boolean {
  return code === diagnostic.code && ranges.some(({ start }) => start === offset);
}

function toAction(
  { title, edits, unlikely }: Fix,
  isFirst: boolean,
  diagnostic: Diagnostic,
  document: TextDocument,
): CodeAction {
  return {
    title,
    kind: CodeActionKind.QuickFix,
    diagnostics: [diagnostic],
    isPreferred: isFirst && !unlikely,
    edit: toWorkspaceEdit(edits, document),
  };
}

function rewriteActions({ document, params, settings }: Asked, parts: ServerParts): CodeAction[] {
  const offset = document.offsetAt(params.range.start);
  const around = parts.policiesAt(document, offset, settings);
  const [file] = around;
  if (!file) return [];
  const text = document.getText();
  const layout = around.flatMap((one) => (one.owner === undefined ? [] : formatPolicy(one, text)));
  const whole = asWritten(around);
  const readings = whole && whole !== file ? [file, whole] : [file];
  const found = [
    ...readings.flatMap((one) => refactorings(one, offset, text, parts.catalog())),
    ...(layout.length > 0 ? [{ title: 'Format the policy', edits: layout }] : []),
  ].filter(({ title }, index, all) => all.findIndex((one) => one.title === title) === index);
  return found.map(({ title, edits }) => ({
    title,
    kind: CodeActionKind.RefactorRewrite,
    edit: toWorkspaceEdit(edits, document),
  }));
}

/** The policy that the text has, not what conditions could make of it. */
function asWritten(policies: readonly PolicyFile[]): PolicyFile | undefined {
  return policies.find(({ isAlternative }) => !isAlternative) ?? policies[0];
}

function formatActions({ document, settings }: Asked, parts: ServerParts): CodeAction[] {
  const text = document.getText();
  const policies = parts.opened(document, settings)?.policies ?? [];
  const edits = policies.flatMap((file) => (file.owner === undefined ? [] : formatPolicy(file, text)));
  if (edits.length === 0) return [];
  return [
    { title: 'Format the policies of this file', kind: formatKind, edit: toWorkspaceEdit(edits, document) },
  ];
}

/** Nothing in the document changes. */
function copyActions({ document, params, settings }: Asked, parts: ServerParts): CodeAction[] {
  const file = asWritten(parts.policiesAt(document, document.offsetAt(params.range.start), settings));
  return (file ? copies(file, document.getText()) : []).map(({ title, text }) => ({
    title,
    kind: CodeActionKind.Refactor,
    command: { title, command: copyText, arguments: [text] },
  }));
}

function fixAllActions({ document, settings }: Asked, parts: ServerParts): CodeAction[] {
  const text = document.getText();
  const open = (changed: string) => parts.read(document, changed, settings);
  const fixed = fixAll(text, open, parts.service(settings), parts.catalog());
  if (fixed === undefined) return [];
  return [
    {
      title: 'Fix all that can be fixed without a change of meaning',
      kind: fixAllKind,
      edit: toWorkspaceEdit([difference(text, fixed)], document),
    },
  ];
}
