import { TextDocument } from 'vscode-languageserver-textdocument';
import { checkPage } from '../protocol/checkPage';
import type { PolicyKind } from '../protocol/settings';
import type { Finding, OffsetRange } from '../service';

/** A place in a file; lines and columns count from 1, columns in UTF-16 units, ends are exclusive. */
export interface Place {
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
}

/** A finding as the JSON format prints it. */
export interface FindingRecord extends Place {
  readonly file: string;
  /** Of the policy; findings across the resources of a template have none. */
  readonly kind?: PolicyKind;
  readonly code: string;
  readonly severity: Finding['severity'];
  readonly message: string;
  readonly url: string;
  /** The other members of a group, such as the further copies of a repeated action. */
  readonly related?: readonly Place[];
}

/** Places the findings of one text in its lines. */
export function toRecords(
  file: string,
  text: string,
  kind: PolicyKind | undefined,
  findings: readonly Finding[],
): FindingRecord[] {
  const document = TextDocument.create('', '', 0, text);
  return findings.map(({ code, severity, message, ranges: [first, ...others] }) => ({
    file,
    ...(kind && { kind }),
    code,
    severity,
    message,
    ...toPlace(first!, document),
    url: checkPage(code),
    ...(others.length > 0 && { related: others.map((range) => toPlace(range, document)) }),
  }));
}

function toPlace({ start, end }: OffsetRange, document: TextDocument): Place {
  const from = document.positionAt(start);
  const to = document.positionAt(end);
  return {
    line: from.line + 1,
    column: from.character + 1,
    endLine: to.line + 1,
    endColumn: to.character + 1,
  };
}
