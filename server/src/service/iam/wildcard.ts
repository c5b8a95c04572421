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

/**
 * Whether every text that `narrow` matches is matched by `wide` too. Sound, not complete: a true is certain.
 * Works by treating the wildcards of `narrow` as characters that only a `*` (or, for `?`, a `?`) can swallow.
 */
export function coversPattern(wide: string, narrow: string): boolean {
  if (wide === narrow) return true;
  if (!hasWildcard(wide)) return false;
  return matchesWildcard(wide, narrow.replace(/\*/g, '\u0001'));
}
