/** Longer texts are rarely the same twice. */
const longest = 200;
const limit = 40_000;
const known = new Map<string, string>();

/**
 * The same string object for the same text. Policies repeat their words, and two strings that are one object are
 * compared, and found in maps, at once. What is kept is a copy: a part cut from a text would keep all of it in
 * memory.
 */
export function sharedText(text: string): string {
  const shared = known.get(text);
  if (shared !== undefined) return shared;
  if (text.length > longest) return text;
  if (known.size >= limit) known.clear();
  const copy = copyOf(text);
  known.set(copy, copy);
  return copy;
}

/** Joining makes a new string; most other ways give a view of the old one. */
function copyOf(text: string): string {
  return text.split('').join('');
}
