import assert from 'node:assert/strict';
import { applyEdits as apply, type TextEdit } from '../../server/src/service/edits/edit';

/** Applies edits as an editor does, which refuses those that overlap or lie outside of the text. */
export function applyEdits(text: string, edits: readonly TextEdit[]): string {
  const sorted = [...edits].sort((a, b) => a.range.start - b.range.start || a.range.end - b.range.end);
  sorted.forEach(({ range: { start, end } }, index) => {
    const next = sorted[index + 1]?.range.start ?? text.length;
    assert.ok(start >= 0 && start <= end && end <= next, `${start}-${end} of ${text.length} in\n${text}`);
  });
  return apply(text, edits);
}
