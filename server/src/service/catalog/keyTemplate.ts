const placeholder = /\$\{[^}]*\}/;

/**
 * A look-up in a map of condition keys (by lower-case name) that also finds a key by its template:
 * `aws:requesttag/team` is a case of `aws:RequestTag/${TagKey}`. A key of its own goes before a template, and
 * a longer fixed start before a shorter one.
 */
export function keyMatcher<T>(keys: ReadonlyMap<string, T>): (name: string) => T | undefined {
  const templates = Array.from(keys, ([name, value]) => ({ parts: name.split(placeholder), value }))
    .filter(({ parts }) => parts.length > 1)
    .sort((a, b) => b.parts[0]!.length - a.parts[0]!.length);
  return (name) => {
    const text = name.toLowerCase();
    return keys.get(text) ?? templates.find(({ parts }) => fits(text, parts))?.value;
  };
}

/** Whether the text is the fixed parts in their order with anything between them. */
function fits(text: string, parts: readonly string[]): boolean {
  const end = text.length - parts.at(-1)!.length;
  if (!text.startsWith(parts[0]!) || !text.endsWith(parts.at(-1)!)) return false;
  let at = parts[0]!.length;
  for (const part of parts.slice(1, -1)) {
    const found = text.indexOf(part, at);
    if (found < 0) return false;
    at = found + part.length;
  }
  return at <= end;
}
