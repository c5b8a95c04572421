import { argumentOf, elementOf } from '../../../edits/terraform/blocks';
import { tidied } from '../../../edits/terraform/tidy';
import type { Piece, Place, Spot, Written } from '../../../features/completion/place';
import type { OffsetRange } from '../../../model/nodes';
import type { Block, Body, Expression, HclObject, Template, Tuple } from '../hcl/ast';
import { attribute } from '../hcl/ast';
import { parseHcl } from '../hcl/parse';
import { findDocument, findObject } from './find';
import { HclPieces } from './pieces';

/** Where in the policy the cursor stands, and the text that would be replaced there. */
export interface Cursor {
  readonly text: string;
  readonly offset: number;
}

/** What is known of a place before the word under the cursor is read. */
type Around = Pick<Place, 'path' | 'role' | 'siblings' | 'valueBehind' | 'inList' | 'items'>;

const none = { siblings: [], valueBehind: undefined, inList: false, items: [] } as const;

/** The place in an object of Terraform's language that is a policy. */
export function spotInObject(text: string, offset: number, range: OffsetRange): Spot | undefined {
  const object = findObject(parseHcl(text), range.start);
  const around = object && inObject(object, { text, offset }, []);
  return around && spotOf(around, { text, offset }, false);
}

/** The place in a policy document. */
export function spotInDocument(text: string, offset: number, range: OffsetRange): Spot | undefined {
  const block = findDocument(parseHcl(text), range.start);
  const around = block && inDocument(block, { text, offset });
  return around && spotOf(around, { text, offset }, true);
}

function spotOf(around: Around, { text, offset }: Cursor, isDocument: boolean): Spot | undefined {
  if (isInComment(text, offset)) return undefined;
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
  if (isBodyOf(around))
    return { place: { ...place, word: elementOf(place.word) ?? place.word }, write, label: argumentName };
  return {
    place,
    write,
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

/** An element by the name that the data source has for it. */
function argumentName(label: string, piece: Piece): string {
  return piece.kind === 'key' ? (argumentOf(piece.key) ?? label) : label;
}

/** The string or word under the cursor. */
export interface Word {
  readonly start: number;
  readonly contentStart: number;
  readonly contentEnd: number;
  readonly end: number;
  readonly quoted: boolean;
  readonly closed: boolean;
}

/** Reads the line alone: a string ends with it. */
function wordAt(text: string, offset: number): Word {
  const lineStart = text.lastIndexOf('\n', offset - 1) + 1;
  const lineEnd = (text.indexOf('\n', offset) + 1 || text.length + 1) - 1;
  const open = openQuote(text, lineStart, offset);
  if (open !== undefined) {
    const rest = text.slice(offset, lineEnd);
    const close = /^(?:\\.|[^"\\])*"/.exec(rest)?.[0].length;
    // A quote that opens the next string does not close this one.
    const isClosed = close !== undefined && /^\s*([,:=\])}]|$|#|\/\/)/.test(rest.slice(close));
    const contentEnd = isClosed ? offset + close - 1 : offset + /^[\w:*?./@+=${}&-]*/.exec(rest)![0].length;
    return {
      start: open,
      contentStart: open + 1,
      contentEnd,
      end: contentEnd + Number(isClosed),
      quoted: true,
      closed: isClosed,
    };
  }
  const before = /[\w:*?./@-]*$/.exec(text.slice(lineStart, offset))![0];
  const behind = /^[\w:*?./@-]*/.exec(text.slice(offset, lineEnd))![0];
  const start = offset - before.length;
  const end = offset + behind.length;
  return { start, contentStart: start, contentEnd: end, end, quoted: false, closed: false };
}

/** The quote before the offset that nothing closes, strings within interpolations left out. */
function openQuote(text: string, from: number, offset: number): number | undefined {
  let open: number | undefined;
  for (let at = from; at < offset; at++) {
    if (text[at] === '\\' && open !== undefined) at++;
    else if (text[at] === '"') open = open === undefined ? at : undefined;
  }
  return open;
}

function isInComment(text: string, offset: number): boolean {
  const lineStart = text.lastIndexOf('\n', offset - 1) + 1;
  const line = text.slice(lineStart, offset);
  return /^\s*(#|\/\/)/.test(line) || text.lastIndexOf('/*', offset) > text.lastIndexOf('*/', offset);
}

function inObject(object: HclObject, cursor: Cursor, path: readonly string[]): Around | undefined {
  const { offset } = cursor;
  const keys = object.entries.map(({ key }) => nameOf(key) ?? '');
  for (const [index, { key, value, range }] of object.entries.entries()) {
    const siblings = keys.filter((_, other) => other !== index);
    if (touches(key.range, offset)) {
      return { ...none, path, role: 'key', siblings, valueBehind: value && shapeOf(value) };
    }
    if (offset < key.range.start) break;
    const inner = [...path, keys[index]!];
    if (value && touches(value.range, offset)) return inValue(value, cursor, inner, siblings);
    const isBetween =
      offset > key.range.end && (value ? offset < value.range.start : isSameLine(cursor, range.end));
    if (isBetween && /[=:]\s*\S*$/.test(cursor.text.slice(key.range.end, offset)))
      return { ...none, path: inner, role: 'value', siblings };
  }
  return { ...none, path, role: 'key', siblings: keys };
}

function inValue(
  value: Expression,
  cursor: Cursor,
  path: readonly string[],
  siblings: readonly string[],
): Around | undefined {
  if (value.kind === 'object') {
    const isInside = cursor.offset > value.range.start && (cursor.offset < value.range.end || value.unclosed);
    return isInside ? inObject(value, cursor, path) : undefined;
  }
  if (value.kind === 'tuple') return inTuple(value, cursor, path, siblings);
  if (value.kind === 'template')
    return isInText(value, cursor.offset) ? { ...none, path, role: 'value', siblings } : undefined;
  return value.kind === 'reference' ? { ...none, path, role: 'value', siblings } : undefined;
}

function inTuple(
  tuple: Tuple,
  cursor: Cursor,
  path: readonly string[],
  siblings: readonly string[],
): Around | undefined {
  const { offset } = cursor;
  if (offset <= tuple.range.start || (offset >= tuple.range.end && !tuple.unclosed)) return undefined;
  const items = tuple.items.flatMap((item) => (item.kind === 'template' ? (textOf(item) ?? []) : []));
  const here = { ...none, path, role: 'value', siblings, inList: true, items } as const;
  const item = tuple.items.find(({ range }) => touches(range, offset));
  if (!item || item.kind === 'reference') return here;
  if (item.kind === 'template') return isInText(item, offset) ? here : undefined;
  return inValue(item, cursor, path, siblings);
}

function inDocument(block: Block, cursor: Cursor): Around | undefined {
  const { offset } = cursor;
  const inner = block.body.items.find(({ range }) => range.start < offset && offset < range.end);
  if (inner?.kind === 'block') {
    if (inner.type.text !== 'statement' || !isInBody(inner, offset)) return undefined;
    return inStatement(inner.body, cursor);
  }
  return inBody(block.body, cursor, []);
}

function inStatement(body: Body, cursor: Cursor): Around | undefined {
  const { offset } = cursor;
  const inner = body.items.find((item): item is Block => item.kind === 'block' && isInBody(item, offset));
  if (!inner) return inBody(body, cursor, ['Statement']);
  const element = elementOf(inner.type.text);
  if (element === 'Principal' || element === 'NotPrincipal') return inPrincipals(inner.body, cursor, element);
  return element === 'Condition' ? inCondition(inner.body, cursor) : undefined;
}

/** `type` takes what is a key in a policy, `identifiers` its values. */
function inPrincipals(body: Body, cursor: Cursor, element: string): Around | undefined {
  const path = ['Statement', element];
  const type = attribute(body, 'type')?.value;
  return (
    inArgument(body, 'type', cursor, { ...none, path, role: 'key' }) ??
    inArgument(body, 'identifiers', cursor, { ...none, path: [...path, nameOf(type) ?? ''], role: 'value' })
  );
}

/** `test` and `variable` take what are keys in a policy. */
function inCondition(body: Body, cursor: Cursor): Around | undefined {
  const path = ['Statement', 'Condition'];
  const test = nameOf(attribute(body, 'test')?.value) ?? '';
  const variable = nameOf(attribute(body, 'variable')?.value) ?? '';
  return (
    inArgument(body, 'test', cursor, { ...none, path, role: 'key' }) ??
    inArgument(body, 'variable', cursor, { ...none, path: [...path, test], role: 'key' }) ??
    inArgument(body, 'values', cursor, { ...none, path: [...path, test, variable], role: 'value' })
  );
}

function inArgument(body: Body, name: string, cursor: Cursor, around: Around): Around | undefined {
  const found = attribute(body, name);
  if (!found || cursor.offset <= found.name.range.end) return undefined;
  const { value } = found;
  if (!value) return isSameLine(cursor, found.name.range.end) ? around : undefined;
  if (!touches(value.range, cursor.offset)) return undefined;
  if (value.kind !== 'tuple') return inValue(value, cursor, around.path, []) && around;
  const inside = inTuple(value, cursor, around.path, []);
  return inside && { ...around, inList: true, items: inside.items };
}

/** Arguments and blocks that are elements of the policy or of a statement. */
function inBody(body: Body, cursor: Cursor, path: readonly string[]): Around | undefined {
  const { offset } = cursor;
  const written = body.items.map(({ kind, ...item }) =>
    kind === 'attribute' && 'name' in item ? item.name : (item as Block).type,
  );
  for (const item of body.items) {
    if (item.kind === 'block') continue;
    const { name, value } = item;
    const siblings = written.filter((one) => one !== name).map(({ text }) => elementOf(text) ?? text);
    if (touches(name.range, offset))
      return { ...none, path, role: 'key', siblings, valueBehind: value && shapeOf(value) };
    const inner = [...path, elementOf(name.text) ?? name.text];
    if (value && touches(value.range, offset)) return inValue(value, cursor, inner, siblings);
    if (!value && offset > name.range.end && isSameLine(cursor, name.range.end))
      return { ...none, path: inner, role: 'value', siblings };
  }
  return { ...none, path, role: 'key', siblings: written.map(({ text }) => elementOf(text) ?? text) };
}

function isInBody({ body, unclosed }: Block, offset: number): boolean {
  return body.range.start <= offset && (offset <= body.range.end || Boolean(unclosed));
}

function isInText({ contentStart, contentEnd, unclosed }: Template, offset: number): boolean {
  return contentStart <= offset && (offset <= contentEnd || Boolean(unclosed));
}

function isSameLine({ text, offset }: Cursor, end: number): boolean {
  return offset >= end && !text.slice(end, offset).includes('\n');
}

function touches({ start, end }: OffsetRange, offset: number): boolean {
  return start <= offset && offset <= end;
}

function nameOf(value: Expression | undefined): string | undefined {
  if (value?.kind === 'reference') return value.text;
  return value?.kind === 'template' ? textOf(value) : undefined;
}

function textOf({ parts }: Template): string | undefined {
  const [only, more] = parts;
  if (!only) return '';
  return only.kind === 'text' && !more ? only.text : undefined;
}

function shapeOf({ kind }: Expression): Place['valueBehind'] {
  if (kind === 'object') return 'object';
  return kind === 'tuple' ? 'list' : 'string';
}
