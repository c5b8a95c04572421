/**
 * IAM's wildcards: `*` is any run of characters (none included), `?` exactly one.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_resource.html
 */
export function hasWildcard(text: string): boolean {
  return text.includes('*') || text.includes('?');
}

const star = 42;
const question = 63;

/** Whether `pattern` matches the whole of `text`. Case counts: lower both where IAM ignores it. */
export function matchesWildcard(pattern: string, text: string): boolean {
  let p = 0;
  let t = 0;
  let starAt = -1;
  let resume = 0;
  while (t < text.length) {
    const c = pattern.charCodeAt(p);
    if (c === star) {
      starAt = p++;
      resume = t;
    } else if (p < pattern.length && (c === question || c === text.charCodeAt(t))) {
      p++;
      t++;
    } else if (starAt >= 0) {
      p = starAt + 1;
      t = ++resume;
    } else {
      return false;
    }
  }
  while (pattern.charCodeAt(p) === star) p++;
  return p === pattern.length;
}

/** Longer than any run of `?` that people write. */
const longRun = '\u0001'.repeat(64);

/**
 * Whether every text that `narrow` matches is matched by `wide` too. Tries the shortest and a long text for each
 * `*` of `narrow`: what matches both, matches all between.
 */
export function coversPattern(wide: string, narrow: string): boolean {
  if (wide === narrow) return true;
  if (!hasWildcard(wide)) return false;
  if (!narrow.includes('*')) return matchesWildcard(wide, narrow);
  return (
    matchesWildcard(wide, narrow.replaceAll('*', longRun)) &&
    matchesWildcard(wide, narrow.replaceAll('*', ''))
  );
}
