import type { Catalog } from '../../catalog/catalog';
import type { Finding } from '../../checks/check';
import { isPossible } from '../../edits/noEdits';
import type { PolicyFile } from '../../policyFile';
import { type Fix, type FixMaker, targetOf } from './fix';
import { removalOfSurplus, replacements } from './general';
import { repairs } from './repairs';
import { missingMarks } from './syntax';

/** What repairs need to know of a policy. */
export type FixedFile = Pick<PolicyFile, 'policy' | 'kind' | 'syntax'>;

/** The repairs of a finding, the likeliest first. None where nothing is obvious. */
export function quickFixes(
  finding: Finding,
  file: FixedFile,
  text: string,
  catalog: Catalog,
): readonly Fix[] {
  const { policy, kind } = file;
  const writer = file.syntax.writer(text, policy);
  const target = targetOf(finding, { policy, kind, catalog, writer });
  const fixes = makersOf(finding, text).flatMap((make) => make(target));
  return distinct(fixes.filter(isPossible)).map((one) => ({
    ...one,
    edits: file.syntax.tidied?.(text, one.edits) ?? one.edits,
  }));
}

function makersOf({ code }: Finding, text: string): readonly FixMaker[] {
  if (code === 'JSON_SYNTAX_ERROR') return [missingMarks(text)];
  const own = repairs[code];
  return [replacements, removalOfSurplus, ...(own ? [own] : [])];
}

/** What two makers found counts once. */
function distinct(fixes: readonly Fix[]): Fix[] {
  const byEdits = new Map(fixes.toReversed().map((one) => [JSON.stringify(one.edits), one]));
  return [...byEdits.values()].reverse();
}
