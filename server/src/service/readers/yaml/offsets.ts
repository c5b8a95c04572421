/** How a scalar is written: decides what is an escape. */
export type ScalarStyle = 'plain' | 'single' | 'double' | 'block';

/**
 * Offsets of each character of a scalar's value and of its end, where the value is not what stands there letter for
 * letter: escapes, doubled quotes, folded lines, indentation. What can't be aligned stays at the last known place.
 *
 * @param start offset of the scalar's content in the text
 * @param end where the content ends
 */
export function alignOffsets(
  value: string,
  text: string,
  start: number,
  end: number,
  style: ScalarStyle,
): number[] | undefined {
  if (end - start === value.length && text.startsWith(value, start)) return undefined;
  const offsets: number[] = [];
  let at = start;
  while (offsets.length < value.length) {
    const character = value[offsets.length]!;
    const width = at < end ? escapeAt(text, at, style) : 0;
    if (width > 0 && /\\\r?\n/y.test(text.slice(at, at + 3)) && style === 'double') {
      at += width;
    } else if (width > 0) {
      // An escape of a character beyond U+FFFF gives two units.
      const units = /[\ud800-\udbff]/.test(character) ? 2 : 1;
      for (let unit = 0; unit < units; unit++) offsets.push(at);
      at += width;
    } else if (isSpace(text[at]) && (isSpace(character) || text[at] !== character)) {
      at = alignSpace(value, text, at, end, style, offsets);
    } else {
      offsets.push(Math.min(at, end));
      if (at < end) at++;
    }
  }
  offsets.push(Math.min(at, end));
  return offsets;
}

/** Characters of the escape at the place; 0 where there is none. */
function escapeAt(text: string, at: number, style: ScalarStyle): number {
  if (style === 'single') return text.startsWith("''", at) ? 2 : 0;
  if (style !== 'double' || text[at] !== '\\') return 0;
  const lineBreak = /\\\r?\n[ \t]*/y;
  lineBreak.lastIndex = at;
  return lineBreak.exec(text)?.[0].length ?? { x: 4, u: 6, U: 10 }[text[at + 1] ?? ''] ?? 2;
}

/** White space of the text beside that of the value; gives where the text goes on. */
function alignSpace(
  value: string,
  text: string,
  at: number,
  end: number,
  style: ScalarStyle,
  offsets: number[],
): number {
  let stop = at;
  while (stop < end && isSpace(text[stop])) stop++;
  const run = text.slice(at, stop);
  const from = offsets.length;
  let to = from;
  while (to < value.length && isSpace(value[to])) to++;
  if (!run.includes('\n') && style !== 'block') {
    for (let index = from; index < to; index++) offsets.push(Math.min(at + index - from, stop));
    return to === from ? stop : Math.min(at + to - from, stop);
  }
  // Lines are folded and indentation goes: the value's last white space stands before the next word.
  const kept = to - from;
  for (let index = 0; index < kept; index++) offsets.push(Math.min(at + index, stop));
  return stop;
}

function isSpace(character: string | undefined): boolean {
  return character === ' ' || character === '\n' || character === '\t' || character === '\r';
}
