/** For fewer stems a list is sooner gone through each time than sorted once. */
const few = 16;

/**
 * A function that gives at least all texts of the list that begin with a stem, and of a long list no others, so that
 * looking for each of many stems does not mean going through all of it each time.
 *
 * @param stems how many stems will be looked for
 */
export function byStem(texts: readonly string[], stems: number): (stem: string) => readonly string[] {
  if (stems <= few) return () => texts;
  const sorted = [...texts].sort();
  return (stem) => {
    const start = firstNotBefore(stem, sorted);
    let end = start;
    while (end < sorted.length && sorted[end]!.startsWith(stem)) end++;
    return sorted.slice(start, end);
  };
}

/** Index of the first text that does not stand before the stem. */
function firstNotBefore(stem: string, sorted: readonly string[]): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sorted[middle]! < stem) low = middle + 1;
    else high = middle;
  }
  return low;
}
