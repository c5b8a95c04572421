import type { Diagnostic, DiagnosticRelatedInformation, Range } from 'vscode-languageserver/node';
import { DiagnosticSeverity, DiagnosticTag } from '../host/lsp';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { checkPage } from '../protocol/checkPage';
import type { Finding, OffsetRange } from '../service';

/** Names us beside each diagnostic. */
export const diagnosticSource = 'Trustwright';

const severities = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  information: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
} as const;

const tags = { unnecessary: DiagnosticTag.Unnecessary, deprecated: DiagnosticTag.Deprecated } as const;

/**
 * Findings as the protocol has them; the other members of a group become related information.
 *
 * @param otherFile another file of the document's module, by its path
 */
export function toDiagnostics(
  findings: readonly Finding[],
  document: TextDocument,
  otherFile: (path: string) => TextDocument | undefined = () => undefined,
): Diagnostic[] {
  return findings.map((finding) => {
    const { code, severity, message, tag } = finding;
    const related = relatedTo(finding, document, otherFile);
    return {
      range: firstLineOf(toRange(mainRange(finding), document), document),
      severity: severities[severity],
      code,
      codeDescription: { href: checkPage(code) },
      source: diagnosticSource,
      message,
      ...(tag && { tags: [tags[tag]] }),
      ...(related.length > 0 && { relatedInformation: related }),
    };
  });
}

function relatedTo(
  finding: Finding,
  document: TextDocument,
  otherFile: (path: string) => TextDocument | undefined,
): DiagnosticRelatedInformation[] {
  const main = mainRange(finding);
  const members = finding.ranges
    .filter((range) => range !== main)
    .map((range) => ({ range, message: 'Belongs to the same finding', path: undefined }));
  return [...members, ...(finding.related ?? [])].flatMap(({ range, message, path }) => {
    const file = path === undefined ? document : otherFile(path);
    return file ? [{ location: { uri: file.uri, range: toRange(range, file) }, message }] : [];
  });
}

/** The place to mark. Of a group in which some can go, the first of these: editors grey it out. */
function mainRange({ ranges, data }: Finding): OffsetRange {
  const surplus = data?.surplus ?? [];
  const canGo = ({ start, end }: OffsetRange) =>
    surplus.some((place) => place.start === start && place.end === end);
  return ranges.find(canGo) ?? ranges[0]!;
}

/** A finding about a whole statement marks the line it begins on, not everything below it. */
function firstLineOf(range: Range, document: TextDocument): Range {
  const { start, end } = range;
  if (start.line === end.line) return range;
  const below = document.offsetAt({ line: start.line + 1, character: 0 });
  const line = document.getText().slice(document.offsetAt(start), below).trimEnd();
  return { start, end: { line: start.line, character: start.character + Math.max(1, line.length) } };
}

function toRange({ start, end }: OffsetRange, document: TextDocument) {
  return { start: document.positionAt(start), end: document.positionAt(end) };
}
