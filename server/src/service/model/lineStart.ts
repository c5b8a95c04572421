/** Where the line begins that an offset is in. */
export function lineStartAt(text: string, offset: number): number {
  // lastIndexOf takes a negative place for the first one.
  return offset <= 0 ? 0 : text.lastIndexOf('\n', offset - 1) + 1;
}
