import type { Attribute, Block, HclFile, HclProblem } from './ast';
import { bodyItem, parseHcl } from './parse';
import { Reader } from './reader';

type Item = Attribute | Block;

/** A block or an argument of a file's body, as it was first read. */
export interface Piece {
  readonly item: Item;
  /** How much further on it stands by now. */
  readonly shift: number;
  /** Those within it, with places as in the item. */
  readonly problems: readonly HclProblem[];
}

/** A text in its pieces. */
export interface HclPieces {
  readonly text: string;
  readonly pieces: readonly Piece[];
  /** A bracket has no partner, so that a change anywhere may mean something else for every piece. */
  readonly isBroken: boolean;
}

/** Reads a text; pieces before and behind a change are taken from what was read earlier. */
export function readPieces(text: string, before?: HclPieces): HclPieces {
  return (
    (before && !before.isBroken ? readChange(text, before) : undefined) ?? piecesOf(parseHcl(text), text)
  );
}

export function piecesOf({ body, problems }: HclFile, text: string): HclPieces {
  const isBroken = problems.some(({ bracket }) => bracket);
  return { text, pieces: body.items.map((item) => pieceOf(item, problems)), isBroken };
}

/** The same piece with places as in the text. */
export function readAgain({ item, shift }: Piece, text: string): Piece {
  const reader = new Reader(text, text.length, false);
  reader.at = item.range.start + shift;
  return pieceOf(bodyItem(reader, 0) ?? item, reader.problems);
}

/** Undefined where all has to be read. */
function readChange(text: string, before: HclPieces): HclPieces | undefined {
  const { pieces } = before;
  const { front, back } = unchanged(before.text, text);
  const moved = text.length - before.text.length;
  const kept = keptInFront(pieces, front);
  const last = pieces[kept - 1];
  const reader = new Reader(text, text.length, false);
  reader.at = last ? last.item.range.end + last.shift : 0;
  const items: Item[] = [];
  let next = kept;
  for (;;) {
    reader.skip(true);
    while (next < pieces.length && !mayFollow(pieces[next]!)) next++;
    if (next < pieces.length ? placeOf(pieces[next]!) === reader.at : reader.at >= reader.end) break;
    const item = bodyItem(reader, 0);
    if (item) items.push(item);
  }
  if (reader.problems.some(({ bracket }) => bracket)) return undefined;
  return {
    text,
    isBroken: false,
    pieces: [
      ...pieces.slice(0, kept),
      ...items.map((item) => pieceOf(item, reader.problems)),
      ...pieces.slice(next).map((piece) => ({ ...piece, shift: piece.shift + moved })),
    ],
  };

  /** Where it stands in the text, if it does. */
  function placeOf({ item, shift }: Piece): number {
    return item.range.start + shift + moved;
  }

  function mayFollow(piece: Piece): boolean {
    return placeOf(piece) >= Math.max(reader.at, text.length - back);
  }
}

/** How many pieces end before the change. Behind a block nothing is looked at to read it; behind an argument something is. */
function keptInFront(pieces: readonly Piece[], front: number): number {
  let kept = pieces.findIndex(({ item, shift }) => item.range.end + shift >= front);
  if (kept < 0) kept = pieces.length;
  while (kept > 0 && pieces[kept - 1]!.item.kind !== 'block') kept--;
  return kept;
}

/** How many characters of both texts are the same, at the start and at the end. */
function unchanged(before: string, after: string): { front: number; back: number } {
  const most = Math.min(before.length, after.length);
  const front = sameLength(
    most,
    (from, to) => before.slice(from, to) === after.slice(from, to),
    (at) => before.charCodeAt(at) === after.charCodeAt(at),
  );
  const [a, b] = [before.length, after.length];
  const back = sameLength(
    most - front,
    (from, to) => before.slice(a - to, a - from) === after.slice(b - to, b - from),
    (at) => before.charCodeAt(a - 1 - at) === after.charCodeAt(b - 1 - at),
  );
  return { front, back };
}

/** Compared at once, which is far faster than one by one. */
const stretch = 4096;

function sameLength(
  most: number,
  isStretch: (from: number, to: number) => boolean,
  isOne: (at: number) => boolean,
): number {
  let at = 0;
  while (at + stretch <= most && isStretch(at, at + stretch)) at += stretch;
  while (at < most && isOne(at)) at++;
  return at;
}

const none: readonly HclProblem[] = [];

function pieceOf(item: Item, problems: readonly HclProblem[]): Piece {
  const { start, end } = item.range;
  const last = item.kind === 'block' && item.unclosed ? end : end - 1;
  const own = problems.filter(({ range }) => start <= range.start && range.start <= last);
  return { item, shift: 0, problems: own.length > 0 ? own : none };
}
