import { type Fix, fix, type FixMaker } from './fix';

/** A comma or colon that is missing, behind what stands before. Told by what the reader says of the place. */
export function missingMarks(text: string): FixMaker {
  return ({ policy }) => {
    const [problem] = policy.problems;
    const mark = problem && marks[problem.message];
    if (problem && !mark) return trailingComma(text, problem.range.start);
    if (!mark) return [];
    const before = text.slice(0, problem.range.start).trimEnd();
    // A comment may stand there, and the mark would be swallowed by it.
    if (/\/\/[^\n"]*$|\*\/$/.test(before)) return [];
    return fix(`Add the missing ${mark.name}`, [
      { range: { start: before.length, end: before.length }, newText: mark.text },
    ]);
  };
}

/** A comma behind which nothing comes. */
function trailingComma(text: string, at: number): readonly Fix[] {
  const before = text.slice(0, at).trimEnd();
  if (!before.endsWith(',') || !/[}\]]/.test(text[at] ?? '')) return [];
  return fix('Remove the comma', [{ range: { start: before.length - 1, end: before.length }, newText: '' }]);
}

const marks: Readonly<Record<string, { readonly name: string; readonly text: string }>> = {
  'A comma is expected here': { name: 'comma', text: ',' },
  'A colon is expected here': { name: 'colon', text: ':' },
};
