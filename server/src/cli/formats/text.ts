import type { FindingRecord } from '../record';

/** One line a finding, as compilers write them, so that editors and terminals can follow the place. */
export function formatText(records: readonly FindingRecord[]): string {
  return records
    .map(
      ({ file, line, column, severity, code, message }) =>
        `${file}:${line}:${column}: ${severity} ${code}: ${message}\n`,
    )
    .join('');
}
