/** Longer texts are rare, and take long to copy. */
const longest = 1000;

/**
 * The same text as a string of its own, for what outlives a document: a string that was cut out of a text keeps all of
 * that text in memory.
 */
export function ownText(text: string): string {
  // Joining makes a new string; most other ways give a view of the old one.
  return text.length > longest ? text : text.split('').join('');
}
