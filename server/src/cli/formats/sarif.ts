import { pathToFileURL } from 'node:url';
import { isAbsolute } from 'node:path';
import { checkPage } from '../../protocol/checkPage';
import { allChecks, defaultSeverity } from '../../service';
import type { FindingRecord, Place } from '../record';

const levels = {
  error: 'error',
  warning: 'warning',
  information: 'note',
  hint: 'note',
  off: 'none',
} as const;

/** SARIF 2.1.0 (https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html), one run of one tool. */
export function formatSarif(records: readonly FindingRecord[], version: string): string {
  const used = [...new Set(records.map(({ code }) => code))].sort();
  const log = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: 'Trustwright',
            informationUri: 'https://github.com/trustwright/trustwright',
            semanticVersion: version,
            rules: used.map(toRule),
          },
        },
        columnKind: 'utf16CodeUnits',
        results: records.map((record) => toResult(record, used.indexOf(record.code))),
      },
    ],
  };
  return `${JSON.stringify(log, null, 2)}\n`;
}

function toRule(code: string) {
  const check = allChecks.find((candidate) => candidate.code === code);
  return {
    id: code,
    helpUri: checkPage(code),
    ...(check && {
      shortDescription: { text: check.summary },
      defaultConfiguration: { level: levels[defaultSeverity(check)] },
    }),
  };
}

function toResult(record: FindingRecord, ruleIndex: number) {
  const { file, kind, code, severity, message, related = [] } = record;
  return {
    ruleId: code,
    ruleIndex,
    level: levels[severity],
    message: { text: message },
    locations: [toLocation(file, record)],
    ...(related.length > 0 && {
      relatedLocations: related.map((place, id) => ({
        id,
        ...toLocation(place.file ?? file, place),
        ...(place.message !== undefined && { message: { text: place.message } }),
      })),
    }),
    ...(kind && { properties: { policyKind: kind } }),
  };
}

function toLocation(file: string, { line, column, endLine, endColumn }: Place) {
  return {
    physicalLocation: {
      artifactLocation: { uri: toUri(file) },
      region: { startLine: line, startColumn: column, endLine, endColumn },
    },
  };
}

/** Paths stay relative where they were, with the characters escaped that a URI can't have. */
function toUri(file: string): string {
  if (isAbsolute(file)) return pathToFileURL(file).href;
  return file.replaceAll('\\', '/').split('/').map(encodeURIComponent).join('/');
}
