import { TextDocument } from 'vscode-languageserver-textdocument';
import { checkPage } from '../protocol/checkPage';
import type { PolicyKind } from '../protocol/settings';
import type { Finding, OffsetRange, RelatedPlace } from '../service';

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
  /** The other members of a group, such as the further copies of a repeated action, and places it rests on. */
  readonly related?: readonly RelatedRecord[];
}

/** A place beside a finding; in the same file where it names none. */
export interface RelatedRecord extends Place {
  readonly file?: string;
  /** What is to be seen there. */
  readonly message?: string;
}

/** Another file of the module. */
export interface OtherFile {
  /** As findings name it. */
  readonly file: string;
  readonly text: string;
}

/**
 * Places the findings of one text in its lines.
 *
 * @param otherFile another file of its module, by its path
 */
export function toRecords(
  file: string,
  text: string,
  kind: PolicyKind | undefined,
  findings: readonly Finding[],
  otherFile: (path: string) => OtherFile | undefined = () => undefined,
): FindingRecord[] {
  const document = TextDocument.create('', '', 0, text);
  const toRelated = ({ path, range, message }: RelatedPlace): RelatedRecord[] => {
    if (path === undefined) return [{ ...toPlace(range, document), message }];
    const other = otherFile(path);
    if (!other) return [];
    const place = toPlace(range, TextDocument.create('', '', 0, other.text));
    return [{ file: other.file, ...place, message }];
  };
  return findings.map(({ code, severity, message, ranges: [first, ...others], related = [] }) => {
    const beside = [...others.map((range) => toPlace(range, document)), ...related.flatMap(toRelated)];
    return {
      file,
      ...(kind && { kind }),
      code,
      severity,
      message,
      ...toPlace(first!, document),
      url: checkPage(code),
      ...(beside.length > 0 && { related: beside }),
    };
  });
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
