/** Offset of the first comma between the offsets that stands in no comment; undefined where there is none. */
export function commaBetween(text: string, from: number, to: number): number | undefined {
  const pattern = /(?:\/\/|#)[^\n]*|\/\*[^]*?(?:\*\/|$)|,/g;
  pattern.lastIndex = from;
  for (let match = pattern.exec(text); match && match.index < to; match = pattern.exec(text)) {
    if (match[0] === ',') return match.index;
  }
  return undefined;
}
