import type { Spot, Written } from '../../../features/completion/place';
import { spotInJson } from '../../../features/completion/json/spot';
import type { OffsetRange } from '../../../model/nodes';

/** The place in a heredoc with JSON, in which Terraform reads `${` itself: a policy variable is written `$${…}`. */
export function spotInHeredoc(text: string, offset: number, { start, end }: OffsetRange): Spot | undefined {
  const spot = spotInJson(text.slice(0, end), offset, start);
  return spot && { ...spot, write: (piece) => escaped(spot.write(piece), text) };
}

/** Literal dollar signs of a snippet have a backslash, those of stops have none. */
function escaped(written: Written, text: string): Written {
  const insert = written.insert.replaceAll('\\${', '\\$\\${');
  const isBegun = insert.startsWith('\\$\\${') && text[written.range.start - 1] === '$';
  return { ...written, insert: isBegun ? insert.slice(2) : insert };
}
