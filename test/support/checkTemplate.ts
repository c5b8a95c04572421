import assert from 'node:assert/strict';
import { createPolicyService, type HostDocument, openDocument } from '../../server/src/service';
import { markOf, parseAnnotated, showMarks } from './annotations';
import { testCatalog } from './catalog';

const fileNames: Readonly<Record<string, string>> = { yaml: 'template.yaml', json: 'template.json' };

let service: ReturnType<typeof createPolicyService> | undefined;

/** Checks all policies of an annotated template and compares each finding's code and place with the marks. */
export function checkTemplate(
  language: string,
  source: string,
  fileName = fileNames[language] ?? '',
  only?: string,
): void {
  const { text, marks } = parseAnnotated(source);
  const document = openDocument({ text, languageId: language, fileName });
  service ??= createPolicyService({ catalog: testCatalog() });
  const all = document ? service.checkAll(document, text) : [];
  const findings = all.filter(({ code }) => only === undefined || code === only);
  const found = findings.flatMap(({ code, ranges }) => ranges.map((range) => markOf(code, range, text)));
  assert.deepEqual(
    showMarks(found),
    showMarks(marks.filter(({ code }) => only === undefined || code === only)),
    text,
  );
}

/** The policies of a text, as `kind owner`. */
export function policiesOf(
  text: string,
  languageId = 'yaml',
  fileName = fileNames[languageId] ?? '',
): string[] {
  const document: HostDocument | undefined = openDocument({ text, languageId, fileName });
  return (document?.policies ?? [])
    .filter(({ isAlternative }) => !isAlternative)
    .map(({ kind: { kind, resourceType }, owner }) => [kind, resourceType, owner].filter(Boolean).join(' '));
}
