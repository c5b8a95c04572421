import type { FindingRecord } from '../record';

export function formatJson(records: readonly FindingRecord[]): string {
  return `${JSON.stringify(records, null, 2)}\n`;
}
