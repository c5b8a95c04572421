/**
 * A function that keeps its answers by text. Policies repeat the same few thousand actions, ARNs and keys, from line
 * to line, from file to file and from one key press to the next. At the limit all is forgotten, so that memory stays
 * bounded whatever is typed.
 *
 * @param find a pure function of the text
 */
export function rememberByText<Value>(
  find: (text: string) => Value,
  limit = 40_000,
): (text: string) => Value {
  const known = new Map<string, Value>();
  return (text) => {
    const found = known.get(text);
    // Undefined is an answer too, but a rare one: only then the second look-up is paid for.
    if (found !== undefined || known.has(text)) return found as Value;
    const value = find(text);
    if (known.size >= limit) known.clear();
    known.set(text, value);
    return value;
  };
}
