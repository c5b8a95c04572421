import { type Call, type Expression, type HclObject, type ObjectEntry, rangeOf, type Tuple } from './ast';
import type { Reader } from './reader';
import { heredoc, quotedTemplate } from './templates';

/** Deeper nesting than this is not read: no policy needs it, and recursion has an end. */
const maximumDepth = 200;
const depths = new WeakMap<Reader, number>();

/** The expression that begins here; undefined where none does. */
export function expression(reader: Reader): Expression | undefined {
  const depth = depths.get(reader) ?? 0;
  if (depth > maximumDepth) return undefined;
  depths.set(reader, depth + 1);
  try {
    return conditional(reader);
  } finally {
    depths.set(reader, depth);
  }
}

function conditional(reader: Reader): Expression | undefined {
  reader.skip();
  const start = reader.at;
  const first = operation(reader);
  if (!first) return undefined;
  const behind = reader.at;
  reader.skip();
  if (!reader.take('?')) {
    reader.at = behind;
    return first;
  }
  const yes = expression(reader);
  reader.skip();
  const no = reader.take(':') ? expression(reader) : undefined;
  const test = reader.text.slice(start, behind).replace(/\s+/g, ' ');
  return { kind: 'conditional', test, yes, no, range: rangeOf(start, reader.at) };
}

const operator = /==|!=|<=|>=|&&|\|\||[-+*/%<>]/y;

/** Operands with operators between them; which of these bind closer counts for nothing here. */
function operation(reader: Reader): Expression | undefined {
  reader.skip();
  const start = reader.at;
  const first = operand(reader);
  if (!first) return undefined;
  const inner = [first];
  for (let behind = reader.at; ; behind = reader.at) {
    reader.skip();
    operator.lastIndex = reader.at;
    const sign = reader.at < reader.end ? operator.exec(reader.text)?.[0] : undefined;
    const next = sign === undefined ? undefined : ((reader.at += sign.length), operand(reader));
    if (!next) {
      reader.at = behind;
      break;
    }
    inner.push(next);
  }
  return inner.length === 1 ? first : { kind: 'other', inner, range: rangeOf(start, reader.at) };
}

function operand(reader: Reader): Expression | undefined {
  reader.skip();
  const start = reader.at;
  const sign = reader.character;
  if (reader.take('!') || reader.take('-')) {
    const inner = operand(reader);
    const range = rangeOf(start, reader.at);
    if (sign === '-' && inner?.kind === 'number') return { kind: 'number', text: `-${inner.text}`, range };
    return inner && { kind: 'other', inner: [inner], range };
  }
  const found = term(reader);
  return found && accesses(reader, found, start);
}

/** `.name`, `.0`, `.*`, `[…]` behind a term make a reference of it. */
function accesses(reader: Reader, found: Expression, start: number): Expression {
  let isRead = false;
  for (;;) {
    const behind = reader.at;
    if (!reader.linesEnd) reader.skip();
    if (reader.sees('...') || !(reader.sees('.') ? attributeAccess(reader) : indexAccess(reader))) {
      reader.at = behind;
      break;
    }
    isRead = true;
  }
  return isRead
    ? { kind: 'reference', text: reader.text.slice(start, reader.at), range: rangeOf(start, reader.at) }
    : found;
}

/** A dot at the end belongs to a name that is still typed. */
function attributeAccess(reader: Reader): boolean {
  reader.at++;
  if (reader.take('*') || reader.word() !== undefined) return true;
  while (reader.code >= 48 && reader.code <= 57) reader.at++;
  return true;
}

function indexAccess(reader: Reader): boolean {
  // In a list, a bracket on the next line begins an item that lacks the comma before it.
  if (/\s/.test(reader.text[reader.at - 1]!) || !reader.take('[')) return false;
  const opened = reader.at - 1;
  reader.within(false, () => {
    reader.skip();
    if (!reader.take('*')) expression(reader);
    reader.skip();
    if (!reader.take(']')) reader.problem(opened, opened + 1, 'This bracket is not closed', true);
  });
  return true;
}

const number = /\d[\w.]*(?:[eE][-+]?\d+)?/y;

function term(reader: Reader): Expression | undefined {
  const { character, at: start } = reader;
  switch (character) {
    case '"':
      return quotedTemplate(reader);
    case '<':
      return heredoc(reader);
    case '[':
      return isFor(reader) ? forExpression(reader, ']') : tuple(reader);
    case '{':
      return isFor(reader) ? forExpression(reader, '}') : object(reader);
    case '(':
      return parentheses(reader);
    default:
  }
  number.lastIndex = start;
  const digits = start < reader.end ? number.exec(reader.text)?.[0] : undefined;
  if (digits !== undefined) {
    reader.at += digits.length;
    return { kind: 'number', text: digits, range: rangeOf(start, reader.at) };
  }
  return named(reader);
}

function named(reader: Reader): Expression | undefined {
  const start = reader.at;
  const text = reader.word();
  if (text === undefined) return undefined;
  const range = rangeOf(start, reader.at);
  const afterName = reader.at;
  if (reader.code === 32) reader.skip(false);
  if (reader.sees('(')) return call(reader, { text, range });
  reader.at = afterName;
  if (text === 'true' || text === 'false') return { kind: 'boolean', text, range };
  if (text === 'null') return { kind: 'null', text, range };
  return { kind: 'reference', text, range };
}

function call(reader: Reader, name: Call['name']): Call {
  const opened = reader.at++;
  const args: Expression[] = [];
  const closed = list(reader, opened, ')', args);
  return {
    kind: 'call',
    name,
    args,
    range: rangeOf(name.range.start, reader.at),
    ...(!closed && { unclosed: true }),
  };
}

function tuple(reader: Reader): Tuple {
  const start = reader.at++;
  const items: Expression[] = [];
  const closed = list(reader, start, ']', items);
  return { kind: 'tuple', items, range: rangeOf(start, reader.at), ...(!closed && { unclosed: true }) };
}

/** Expressions with commas between them, to the closing bracket. Gives whether it is there. */
function list(reader: Reader, opened: number, close: string, items: Expression[]): boolean {
  return reader.within(false, () => {
    let end = reader.at;
    for (;;) {
      reader.skip();
      if (reader.take(close)) return true;
      const isItem = (reader.seesItem() && reader.beginsLine()) || reader.isOver(opened);
      const item = isItem || ')]}'.includes(reader.character || '}') ? undefined : expression(reader);
      if (item) {
        items.push(item);
        end = reader.at;
        reader.skip();
        reader.take('...');
        reader.skip();
        if (reader.take(',')) end = reader.at;
        else if (!reader.sees(close))
          reader.problem(item.range.end, item.range.end, 'A comma is expected here');
      } else if (isItem || reader.at >= reader.end || ')]}'.includes(reader.character)) {
        reader.problem(opened, opened + 1, 'This bracket is not closed', true);
        reader.at = end;
        return false;
      } else {
        reader.problem(reader.at, reader.at + 1, 'A value is expected here');
        reader.at++;
      }
    }
  });
}

function parentheses(reader: Reader): Expression {
  const start = reader.at++;
  const inner = reader.within(false, () => {
    const found = expression(reader);
    reader.skip();
    if (!reader.take(')')) reader.problem(start, start + 1, 'This parenthesis is not closed', true);
    return found;
  });
  const range = rangeOf(start, reader.at);
  if (!inner) return { kind: 'other', inner: [], range };
  // What is computed is taken over as it is written; literals are where they stand.
  return isComputed(inner) ? { ...inner, range } : inner;
}

function isComputed({ kind }: Expression): boolean {
  return kind === 'other' || kind === 'conditional' || kind === 'call' || kind === 'reference';
}

function object(reader: Reader): HclObject {
  const start = reader.at++;
  const entries: ObjectEntry[] = [];
  const closed = reader.within(true, () => objectEntries(reader, start, entries));
  return { kind: 'object', entries, range: rangeOf(start, reader.at), ...(!closed && { unclosed: true }) };
}

const blockInside = /[\p{ID_Start}_][\p{ID_Continue}-]*[ \t]*(?:"[^"\n]*"[ \t]*)*\{/uy;

function objectEntries(reader: Reader, opened: number, entries: ObjectEntry[]): boolean {
  let end = reader.at;
  for (;;) {
    reader.skip(true);
    if (reader.take('}')) return true;
    blockInside.lastIndex = reader.at;
    const isBlock = reader.beginsLine() && blockInside.test(reader.text);
    const isOver =
      reader.at >= reader.end || ')]'.includes(reader.character) || isBlock || reader.isOver(opened);
    const entry = isOver ? undefined : objectEntry(reader);
    if (entry) {
      entries.push(entry);
      end = reader.at;
      reader.skip();
      if (reader.take(',')) end = reader.at;
    } else if (isOver) {
      reader.problem(opened, opened + 1, 'This brace is not closed', true);
      reader.at = end;
      return false;
    } else {
      reader.problem(reader.at, reader.at + 1, 'A key is expected here');
      reader.at++;
    }
  }
}

function objectEntry(reader: Reader): ObjectEntry | undefined {
  const start = reader.at;
  const computedKey = reader.character === '(';
  const key = operand(reader);
  if (!key) {
    reader.at = start;
    return undefined;
  }
  let end = reader.at;
  reader.skip();
  const hasSign = (reader.sees('=') && !reader.sees('==')) || reader.sees(':');
  if (hasSign) reader.at++;
  const value = hasSign ? expression(reader) : undefined;
  if (value) end = reader.at;
  else reader.problem(key.range.start, key.range.end, 'This key has no value');
  reader.at = hasSign && !value ? reader.at : end;
  return { key, value, computedKey, range: rangeOf(start, end) };
}

const forIntro = /[[{]\s*for\s/y;

function isFor(reader: Reader): boolean {
  forIntro.lastIndex = reader.at;
  return forIntro.test(reader.text);
}

const forParts = /(?:\bfor\b|\bin\b|\bif\b|=>|\.\.\.|[,:])/y;

/** `[for x in y : z]`: what is in it is kept in its order. */
function forExpression(reader: Reader, close: string): Expression {
  const start = reader.at++;
  const inner: Expression[] = [];
  reader.within(false, () => {
    for (;;) {
      reader.skip();
      if (reader.take(close)) return;
      forParts.lastIndex = reader.at;
      const sign = forParts.exec(reader.text)?.[0];
      if (sign !== undefined) {
        reader.at += sign.length;
        continue;
      }
      const found =
        reader.isOver(start) || (reader.seesItem() && reader.beginsLine()) ? undefined : expression(reader);
      if (found) inner.push(found);
      else {
        reader.problem(start, start + 1, 'This bracket is not closed', true);
        return;
      }
    }
  });
  return { kind: 'other', inner, range: rangeOf(start, reader.at) };
}
