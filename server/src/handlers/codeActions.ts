import { type CodeAction, CodeActionKind, type Diagnostic } from 'vscode-languageserver/node';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { guard } from '../host/guard';
import type { ServerParts } from '../host/parts';
import { type Finding, quickFixes } from '../service';

/** Offers the repairs of the findings under the cursor. */
export function handleCodeActions(parts: ServerParts): void {
  const { connection, documents } = parts;
  connection.onCodeAction(({ textDocument, context }, token) =>
    guard<CodeAction[]>('Quick fixes', token, connection.console, [], async () => {
      const document = documents.get(textDocument.uri);
      const settings = await parts.settings.get();
      const file = document && parts.policyIn(document, settings);
      if (!file) return [];
      const findings = parts.service(settings).check(file, document.getText());
      return context.diagnostics.flatMap((diagnostic) => {
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
