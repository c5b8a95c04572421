import { distance } from 'fastest-levenshtein';

/**
 * The candidates a person most likely meant, best first: those within a third of the length in edits. Case is
 * ignored. Empty when nothing is near.
 */
export function closest(text: string, candidates: Iterable<string>, most = 3): string[] {
  const lower = text.toLowerCase();
  const limit = Math.max(1, Math.floor(lower.length / 3));
  const near: { candidate: string; edits: number }[] = [];
  for (const candidate of candidates) {
    if (Math.abs(candidate.length - lower.length) > limit) continue;
    const edits = distance(lower, candidate.toLowerCase());
    if (edits <= limit) near.push({ candidate, edits });
  }
  return near
    .sort((a, b) => a.edits - b.edits || a.candidate.localeCompare(b.candidate))
    .slice(0, most)
    .map(({ candidate }) => candidate);
}

/** The end of a message: a question about the best candidate, or nothing when there is none. */
export function didYouMean([first]: readonly string[]): string {
  return first === undefined ? '' : ` Did you mean ${first}?`;
}
