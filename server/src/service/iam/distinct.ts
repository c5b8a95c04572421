/** Fewer texts than this are compared with each other sooner than they are put into a set. */
const few = 9;

/** Whether no text stands twice in the list. */
export function areDistinct(texts: readonly string[]): boolean {
  if (texts.length >= few) return new Set(texts).size === texts.length;
  for (let i = 1; i < texts.length; i++) {
    for (let j = 0; j < i; j++) if (texts[i] === texts[j]) return false;
  }
  return true;
}
