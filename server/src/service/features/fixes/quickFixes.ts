import type { Catalog } from '../../catalog/catalog';
import type { Finding } from '../../checks/check';
import { JsonWriter } from '../../edits/json/jsonWriter';
import type { PolicyFile } from '../../policyFile';
import { type Fix, type FixMaker, targetOf } from './fix';
import { removalOfSurplus, replacements } from './general';
import { repairs } from './repairs';
import { missingMarks } from './syntax';

/** The repairs of a finding, the likeliest first. None where nothing is obvious. */
export function quickFixes(
  finding: Finding,
  file: PolicyFile,
  text: string,
  catalog: Catalog,
): readonly Fix[] {
  const writer = new JsonWriter(text);
  const target = targetOf(finding, { ...file, catalog, writer });
  return makersOf(finding, text).flatMap((make) => make(target));
}

function makersOf({ code }: Finding, text: string): readonly FixMaker[] {
  if (code === 'JSON_SYNTAX_ERROR') return [missingMarks(text)];
  const own = repairs[code];
  return [replacements, removalOfSurplus, ...(own ? [own] : [])];
}
