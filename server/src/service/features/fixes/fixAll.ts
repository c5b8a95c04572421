import type { Catalog } from '../../catalog/catalog';
import { applyEdits, type TextEdit } from '../../edits/edit';
import type { PolicyFile } from '../../policyFile';
import type { PolicyService } from '../../index';
import { quickFixes } from './quickFixes';
import { harmless } from './repairs';

/** Repairs uncover others, such as an operator that is left empty; a few rounds find them all. */
const mostRounds = 8;

/**
 * The text with every repair made that leaves the meaning of the policy as it was.
 *
 * @param open reads the policies of a text as those of the file were read
 * @returns undefined where there is nothing to do
 */
export function fixAll(
  text: string,
  open: (text: string) => readonly PolicyFile[],
  service: PolicyService,
  catalog: Catalog,
): string | undefined {
  let current = text;
  for (let round = 0; round < mostRounds; round++) {
    const edits = harmlessEdits(open(current), current, service, catalog);
    if (edits.length === 0) break;
    current = applyEdits(current, edits);
  }
  return current === text ? undefined : current;
}

/** Edits of as many findings as do not get in each other's way. */
function harmlessEdits(
  policies: readonly PolicyFile[],
  text: string,
  service: PolicyService,
  catalog: Catalog,
): TextEdit[] {
  const taken: TextEdit[] = [];
  for (const file of policies) {
    if (file.policy.isPartial) continue;
    for (const finding of service.check(file, text)) {
      if (!harmless.has(finding.code)) continue;
      const [first] = quickFixes(finding, file, text, catalog);
      if (first && !first.edits.some((edit) => taken.some((other) => touch(edit, other))))
        taken.push(...first.edits);
    }
  }
  return taken;
}

function touch(a: TextEdit, b: TextEdit): boolean {
  return a.range.start <= b.range.end && b.range.start <= a.range.end;
}

/** The smallest edit that makes one text of the other. */
export function difference(before: string, after: string): TextEdit {
  let start = 0;
  while (start < before.length && before[start] === after[start]) start++;
  let end = 0;
  const most = Math.min(before.length, after.length) - start;
  while (end < most && before.at(-1 - end) === after.at(-1 - end)) end++;
  return { range: { start, end: before.length - end }, newText: after.slice(start, after.length - end) };
}
