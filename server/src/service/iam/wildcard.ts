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

/** Whether every text that `narrow` matches is matched by `wide` too. */
export function coversPattern(wide: string, narrow: string): boolean {
  if (wide === narrow) return true;
  if (coversLetterByLetter(wide, narrow)) return true;
  // Only `?` can make patterns equal that are written differently: `?*` and `*?`.
  return wide.includes('?') && narrow.includes('*') && hasWildcard(wide) && coversSamples(wide, narrow);
}

/** Matches as {@link matchesWildcard} does; a `*` of `narrow` is a letter that only a `*` matches. */
function coversLetterByLetter(wide: string, narrow: string): boolean {
  let w = 0;
  let n = 0;
  let starAt = -1;
  let resume = 0;
  while (n < narrow.length) {
    const c = wide.charCodeAt(w);
    const letter = narrow.charCodeAt(n);
    if (c === star) {
      starAt = w++;
      resume = n;
    } else if (letter !== star && w < wide.length && (c === question || c === letter)) {
      w++;
      n++;
    } else if (starAt >= 0) {
      w = starAt + 1;
      n = ++resume;
    } else {
      return false;
    }
  }
  while (wide.charCodeAt(w) === star) w++;
  return w === wide.length;
}

/** Longer than any run of `?` that people write. */
const longRun = '\u0001'.repeat(64);

/** Tries the shortest and a long text for each `*` of `narrow`: what matches both, matches all between. */
function coversSamples(wide: string, narrow: string): boolean {
  return (
    matchesWildcard(wide, narrow.replaceAll('*', longRun)) &&
    matchesWildcard(wide, narrow.replaceAll('*', ''))
  );
}

/** Whether some text is matched by both patterns. */
export function overlaps(one: string, other: string): boolean {
  // For each length of `one`'s beginning: whether it and the beginning of `other` seen so far share a text.
  let shared = Array.from({ length: one.length + 1 }, (_, i) => onlyStars(one.slice(0, i)));
  for (const letter of other) {
    const next = [letter === '*' && shared[0]!];
    for (let i = 1; i <= one.length; i++) {
      const own = one[i - 1]!;
      if (letter === '*' || own === '*') next.push(next[i - 1]! || shared[i]! || shared[i - 1]!);
      else next.push(shared[i - 1]! && (letter === own || letter === '?' || own === '?'));
    }
    shared = next;
  }
  return shared[one.length]!;
}

function onlyStars(text: string): boolean {
  return /^\**$/.test(text);
}
