import {
  type Attribute,
  type Block,
  type Body,
  type Expression,
  type HclFile,
  type Name,
  rangeOf,
} from './ast';
import { expression } from './expressions';
import { Reader } from './reader';
import { quotedTemplate } from './templates';

/**
 * Reads a Terraform text. Never throws: what is broken is left out and told among the problems. A bracket without a
 * partner is looked at again by the indentation, so that it takes nothing of what follows.
 */
export function parseHcl(text: string): HclFile {
  const strict = parse(text, false);
  return strict.problems.some(({ bracket }) => bracket) ? parse(text, true) : strict;
}

/** The expression that a text is, in an interpolation or in Terraform's JSON syntax. */
export function parseExpression(text: string): Expression | undefined {
  const reader = new Reader(text, text.length, false);
  return reader.within(false, () => expression(reader));
}

function parse(text: string, byIndent: boolean): HclFile {
  const reader = new Reader(text, text.length, byIndent);
  const body = bodyItems(reader, undefined).body;
  return { body, problems: reader.problems, comments: reader.comments };
}

/** Deeper nesting than this is not read. */
const maximumDepth = 50;

/** Attributes and blocks, to the closing brace of the block that was opened at the offset. */
function bodyItems(reader: Reader, opened: number | undefined, depth = 0): { body: Body; closed: boolean } {
  const start = reader.at;
  const items: (Attribute | Block)[] = [];
  let last = start;
  for (;;) {
    reader.skip(true);
    if (reader.at >= reader.end) break;
    if (opened !== undefined && reader.sees('}')) {
      const body = { items, range: rangeOf(start, reader.at) };
      reader.at++;
      return { body, closed: true };
    }
    if (opened !== undefined && reader.isOver(opened)) break;
    const item = bodyItem(reader, depth);
    if (item) items.push(item);
    last = reader.at;
  }
  if (opened === undefined) return { body: { items, range: rangeOf(0, reader.end) }, closed: true };
  reader.problem(opened, opened + 1, 'This brace is not closed', true);
  const end = reader.at >= reader.end ? reader.end : last;
  return { body: { items, range: rangeOf(start, end) }, closed: false };
}

/** An argument or a block where the reader stands; undefined where there is none, and the reader is behind what is not one. */
export function bodyItem(reader: Reader, depth: number): Attribute | Block | undefined {
  const start = reader.at;
  const text = reader.word();
  if (text === undefined) {
    // A stray brace or bracket makes no more than itself unreadable.
    reader.problem(
      start,
      start + 1,
      'An argument or a block is expected here',
      '}])'.includes(reader.character),
    );
    if ('}])'.includes(reader.character)) reader.at++;
    else reader.toLineEnd();
    return undefined;
  }
  const name: Name = { text, range: rangeOf(start, reader.at) };
  reader.skip(false);
  if (reader.sees('=') && !reader.sees('==')) return attributeOf(reader, name);
  if (depth < maximumDepth) return blockOf(reader, name, depth);
  reader.toLineEnd();
  return undefined;
}

function attributeOf(reader: Reader, name: Name): Attribute {
  reader.at++;
  let end = reader.at;
  const value = reader.within(true, () => expression(reader));
  if (value) end = reader.at;
  else reader.problem(name.range.start, name.range.end, 'This argument has no value');
  reader.skip(false);
  const isAlone = reader.at >= reader.end || reader.sees('\n') || reader.sees('}');
  if (!isAlone && !reader.seesItem()) {
    reader.problem(
      reader.at,
      reader.at + 1,
      'The argument ends before this',
      ')]'.includes(reader.character),
    );
    reader.toLineEnd();
  }
  return { kind: 'attribute', name, value, range: rangeOf(name.range.start, end) };
}

function blockOf(reader: Reader, type: Name, depth: number): Block | undefined {
  const labels: Name[] = [];
  for (reader.skip(false); !reader.sees('{'); reader.skip(false)) {
    const label = labelOf(reader);
    if (!label) {
      reader.problem(type.range.start, type.range.end, 'An argument or a block is expected here');
      reader.toLineEnd();
      return undefined;
    }
    labels.push(label);
  }
  const opened = reader.at++;
  const { body, closed } = bodyItems(reader, opened, depth + 1);
  return {
    kind: 'block',
    type,
    labels,
    body,
    range: rangeOf(type.range.start, closed ? reader.at : body.range.end),
    ...(!closed && { unclosed: true }),
  };
}

function labelOf(reader: Reader): Name | undefined {
  const start = reader.at;
  if (reader.sees('"')) {
    const { contentStart, contentEnd } = quotedTemplate(reader);
    return { text: reader.text.slice(contentStart, contentEnd), range: rangeOf(contentStart, contentEnd) };
  }
  const text = reader.word();
  return text === undefined ? undefined : { text, range: rangeOf(start, reader.at) };
}
