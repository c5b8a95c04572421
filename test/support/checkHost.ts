import assert from 'node:assert/strict';
import { allChecks, createPolicyService, defaultSeverity, openDocument } from '../../server/src/service';
import { markOf, parseAnnotated, showMarks } from './annotations';
import { testCatalog } from './catalog';

/** What a text is, as editors tell it. */
export interface HostText {
  readonly languageId: string;
  readonly fileName?: string;
  /** Look at findings of these codes alone. */
  readonly only?: readonly string[];
}

/** Checks all policies of an annotated text and compares each finding's code and place with the marks. */
export function checkHost(source: string, { languageId, fileName = 'main', only }: HostText): void {
  const { text, marks } = parseAnnotated(source);
  const document = openDocument({ text, languageId, fileName });
  const findings = document ? service().checkAll(document, text) : [];
  const found = findings
    .filter(({ code }) => !only || only.includes(code))
    .flatMap(({ code, ranges }) => ranges.map((range) => markOf(code, range, text)));
  assert.deepEqual(showMarks(found), showMarks(marks), text);
}

/** Owner and kind of each policy of a text. */
export function policiesIn(text: string, { languageId, fileName = 'main' }: HostText): string[] {
  const document = openDocument({ text, languageId, fileName });
  return (document?.policies ?? []).map(
    ({ owner, kind }) => `${owner ?? ''} ${kind.kind}${kind.certain ? '' : '?'}`,
  );
}

/** Errors and warnings as people meet them; no hints. */
function service() {
  const severity = Object.fromEntries(
    allChecks.filter((check) => defaultSeverity(check) === 'hint').map(({ code }) => [code, 'off' as const]),
  );
  return createPolicyService({ catalog: testCatalog(), severity });
}

/** Codes of findings that are errors. */
export function errorsIn(text: string, { languageId, fileName = 'main' }: HostText): string[] {
  const document = openDocument({ text, languageId, fileName });
  const findings = document ? service().checkAll(document, text) : [];
  return findings
    .filter(({ severity }) => severity === 'error')
    .map(({ code, ranges }) => `${code} at ${ranges[0]!.start}`);
}
