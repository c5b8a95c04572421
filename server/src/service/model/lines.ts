/** Where the line begins that an offset is in. */
export function lineStartAt(text: string, offset: number): number {
  // lastIndexOf takes a negative place for the first one.
  return offset <= 0 ? 0 : text.lastIndexOf('\n', offset - 1) + 1;
}

/** Where that line's break is, or the text's end. */
export function lineEndAt(text: string, offset: number): number {
  const end = text.indexOf('\n', offset);
  return end < 0 ? text.length : end;
}
