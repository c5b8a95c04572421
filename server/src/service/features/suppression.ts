import type { Finding } from '../checks/check';
import type { CommentNode } from '../model/policyDocument';

const directive = /^trustwright-ignore(-file)?(?:\s+(.*))?$/;

/**
 * Leaves out the findings that a comment silences: `// trustwright-ignore CODE, CODE` does so for the line it
 * stands on and the one below, `// trustwright-ignore-file CODE` for the whole text. Without codes: all findings. Behind
 * the codes may stand why.
 */
export function withoutSuppressed(
  findings: readonly Finding[],
  comments: readonly CommentNode[],
  text: string,
): readonly Finding[] {
  if (findings.length === 0 || comments.length === 0) return findings;
  const rules = comments.flatMap(({ range, text: comment }) => {
    const match = directive.exec(comment);
    if (!match) return [];
    const codes = codesIn(match[2] ?? '');
    const reach = match[1] ? { start: 0, end: text.length } : linesAround(text, range.start, range.end);
    return [{ codes, reach }];
  });
  if (rules.length === 0) return findings;
  return findings.filter(
    ({ code, ranges }) =>
      !rules.some(
        ({ codes, reach }) =>
          (codes.size === 0 || codes.has(code)) &&
          ranges.some(({ start }) => start >= reach.start && start <= reach.end),
      ),
  );
}

/** The codes at the beginning; a reason may follow them. A reason alone silences nothing. */
function codesIn(words: string): ReadonlySet<string> {
  if (words === '') return new Set();
  const codes = /^[A-Z][A-Z0-9_]*(?:[\s,]+[A-Z][A-Z0-9_]*(?![a-z]))*/.exec(words)?.[0] ?? words;
  return new Set(codes.split(/[\s,]+/));
}

/** From the start of the comment's line to the end of the line after it. */
function linesAround(text: string, start: number, end: number): { start: number; end: number } {
  const lineEnd = text.indexOf('\n', end);
  const nextEnd = lineEnd < 0 ? -1 : text.indexOf('\n', lineEnd + 1);
  return { start: text.lastIndexOf('\n', start) + 1, end: nextEnd < 0 ? text.length : nextEnd };
}
