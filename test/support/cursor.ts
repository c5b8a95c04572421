/** Cuts the cursor mark `$0` out of a text and tells where it stood. */
export function parseCursor(source: string): { text: string; offset: number } {
  const offset = source.indexOf('$0');
  if (offset < 0) throw new Error(`no cursor mark $0 in: ${source}`);
  return { text: source.slice(0, offset) + source.slice(offset + 2), offset };
}
