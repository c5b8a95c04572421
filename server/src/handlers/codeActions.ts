import { type CodeAction, CodeActionKind, type Diagnostic } from 'vscode-languageserver/node';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { guard } from '../host/guard';
import type { ServerParts } from '../host/parts';
import { type Finding, quickFixes } from '../service';
import { diagnosticSource } from './toDiagnostics';

/** Offers the repairs of the findings under the cursor. */
export function handleCodeActions(parts: ServerParts): void {
  const { connection, documents } = parts;
  connection.onCodeAction(({ textDocument, context }, token) =>
    guard<CodeAction[]>('Quick fixes', token, connection.console, [], async () => {
      // Asked on every move of the cursor; the rules run again only where a finding of ours is under it.
      const ours = context.diagnostics.filter(({ source }) => source === diagnosticSource);
      if (ours.length === 0) return [];
      const document = documents.get(textDocument.uri);
      const settings = await parts.settings.get();
      const file = document && parts.policyIn(document, settings);
      if (!file) return [];
      const findings = parts.service(settings).check(file, document.getText());
      return ours.flatMap((diagnostic) => {
        const finding = findings.find((candidate) => isSame(candidate, diagnostic, document));
        return finding ? toActions(finding, diagnostic, document) : [];
      });
    }),
  );
}

function isSame({ code, ranges }: Finding, diagnostic: Diagnostic, document: TextDocument): boolean {
  return code === diagnostic.code && ranges[0]!.start === document.offsetAt(diagnostic.range.start);
}

function toActions(finding: Finding, diagnostic: Diagnostic, document: TextDocument): CodeAction[] {
  return quickFixes(finding, document.getText()).map(({ title, range, text, preferred }) => ({
    title,
    kind: CodeActionKind.QuickFix,
    diagnostics: [diagnostic],
    isPreferred: preferred,
    edit: {
      changes: {
        [document.uri]: [
          {
            range: { start: document.positionAt(range.start), end: document.positionAt(range.end) },
            newText: text,
          },
        ],
      },
    },
  }));
}
