import { elementOf } from '../../../edits/terraform/blocks';
import { tidied } from '../../../edits/terraform/tidy';
import type { Piece, Place, Spot, Written } from '../../../features/completion/place';
import type { OffsetRange } from '../../../model/nodes';
import type { HclFile } from '../hcl/ast';
import { parseHcl } from '../hcl/parse';
import { findDocument, findObject } from './find';
import { inDocument } from './inDocument';
import { type Around, type Cursor, inObject } from './inValue';
import { argumentName, HclPieces } from './pieces';
import { wordAt } from './word';

/** The place in an object of Terraform's language that is a policy. */
export function spotInObject(text: string, offset: number, range: OffsetRange): Spot | undefined {
  const file = parseHcl(text);
  const object = isInComment(file, text, offset) ? undefined : findObject(file, range.start);
  const around = object && inObject(object, { text, offset }, []);
  return around && spotOf(around, { text, offset }, false);
}

/** The place in a policy document. */
export function spotInDocument(text: string, offset: number, range: OffsetRange): Spot | undefined {
  const file = parseHcl(text);
  const block = isInComment(file, text, offset) ? undefined : findDocument(file, range.start);
  const around = block && inDocument(block, file, { text, offset });
  return around && spotOf(around, { text, offset }, true);
}

/** A comment goes on at its end, unless it was closed there. */
function isInComment({ comments }: HclFile, text: string, offset: number): boolean {
  return comments.some(({ range: { start, end } }) => {
    const isClosed = text.startsWith('/*', start) && text.startsWith('*/', end - 2);
    return start < offset && (isClosed ? offset < end : offset <= end);
  });
}

function spotOf({ own, ...around }: Around, { text, offset }: Cursor, isDocument: boolean): Spot | undefined {
  const word = wordAt(text, offset);
  const plain = (part: string) => (isDocument ? part.replaceAll('&{', '${') : part);
  const place: Place = {
    ...around,
    items: around.items.filter((item) => item !== plain(text.slice(word.contentStart, word.contentEnd))),
    inString: word.quoted,
    typed: plain(text.slice(word.contentStart, offset)),
    word: plain(text.slice(word.contentStart, word.contentEnd)),
    offset,
  };
  const pieces = new HclPieces(text, word, place, isDocument);
  const write = (piece: Piece) => besideOthers(text, pieces.write(piece));
  if (!isDocument) return { place, write };
  const answers = own && { own };
  if (isBodyOf(around))
    return {
      place: { ...place, word: elementOf(place.word) ?? place.word },
      write,
      label: argumentName,
      ...answers,
    };
  return {
    place,
    write,
    ...answers,
    label: (label, piece) => variableName(label, text[word.contentStart + partStart(piece)]),
  };
}

/** What is written with its sign below those of the lines beside it, which move where it is wider. */
function besideOthers(text: string, written: Written): Written {
  const besides = written.besides.map((one) => ({ range: one.range, newText: one.text }));
  const [first, ...others] = tidied(text, [{ range: written.range, newText: written.insert }, ...besides]);
  const { start, end } = written.range;
  // Editors want what stands elsewhere to be apart from what is written.
  if (others.some(({ range }) => range.start <= end && range.end >= start)) return written;
  return {
    ...written,
    insert: first!.newText,
    besides: others.map((one) => ({ range: one.range, text: one.newText })),
  };
}

/** Names stand here that are arguments and blocks of the document or of a statement. */
function isBodyOf({ path, role }: Around): boolean {
  return role === 'key' && (path.length === 0 || (path.length === 1 && path[0] === 'Statement'));
}

function partStart(piece: Piece): number {
  return piece.kind === 'part' ? piece.from : 0;
}

/** A policy variable as documents have it, unless it was begun otherwise: editors compare with what is typed. */
function variableName(label: string, begunWith: string | undefined): string {
  return begunWith === '$' ? label : label.replace(/^\$\{/, '&{');
}
