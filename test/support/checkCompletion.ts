import assert from 'node:assert/strict';
import type { AccountValues } from '../../server/src/protocol/accountValues';
import {
  complete,
  type Completion,
  type Completions,
  openPolicy,
  type PolicyFile,
  readJson,
} from '../../server/src/service';
import { findingsOf } from './checkFindings';
import { testCatalog } from './catalog';
import { parseCursor } from './cursor';

export interface Expected {
  /** Labels that must be offered. */
  readonly includes?: readonly string[];
  /** Labels that must not be offered. */
  readonly excludes?: readonly string[];
  /** Nothing else may be offered. */
  readonly exactly?: readonly string[];
  /** These come before all others, in this order. */
  readonly first?: readonly string[];
  /** Accept this label; the text must then be this. Stops of the snippet keep what they hold. */
  readonly accept?: readonly [label: string, gives: string];
}

export interface Where {
  readonly fileName?: string;
  readonly account?: AccountValues;
}

/** Completes at `$0` in a policy and compares the labels, and the text after accepting one. */
export function checkCompletion(source: string, expected: Expected, where: Where = {}): void {
  const { text, offset } = parseCursor(source);
  const found = completionsAt(text, offset, where).items;
  const labels = sortedLabels(found);
  for (const label of expected.includes ?? [])
    assert.ok(labels.includes(label), `${label} in ${labels.join(' ')}`);
  for (const label of expected.excludes ?? []) assert.ok(!labels.includes(label), `${label} is offered`);
  if (expected.exactly) assert.deepEqual([...labels].sort(), [...expected.exactly].sort());
  if (expected.first) assert.deepEqual(labels.slice(0, expected.first.length), expected.first);
  const { accept } = expected;
  if (!accept) return;
  const [label, gives] = accept;
  const chosen = found.find(({ suggestion }) => suggestion.label === label);
  assert.ok(chosen, `${label} in ${labels.join(' ')}`);
  assert.equal(apply(text, chosen).written, gives);
  checkAccepted(text, chosen, where);
}

/** What is looked at, a text with its cursor, what is expected, and what is known besides. */
export type CompletionRow = readonly [name: string, text: string, expected: Expected, where?: Where];

/** A test for each row of a table. */
export function testCompletions(what: string, rows: readonly CompletionRow[]): void {
  describe(`completion of ${what}`, () => {
    for (const [name, text, expected, where] of rows) it(name, () => checkCompletion(text, expected, where));
  });
}

/** What is offered at the offset of a text that is called a policy. */
export function completionsAt(text: string, offset: number, { fileName, account }: Where = {}): Completions {
  return complete(open(text, fileName), offset, text, testCatalog(), account);
}

function open(text: string, fileName = 'a.iampolicy'): PolicyFile {
  const file = openPolicy({ text, languageId: 'iam-policy', fileName });
  assert.ok(file);
  return file;
}

function sortedLabels(found: readonly Completion[]): string[] {
  const keys = found.map(({ suggestion: { label, rank = 0 } }) => ({
    label,
    key: `${String(rank).padStart(3, '0')}${label}`,
  }));
  return keys.sort((a, b) => (a.key < b.key ? -1 : 1)).map(({ label }) => label);
}

/** The text with a completion written to it as editors do, and where its open stops are. */
export function apply(
  text: string,
  { range, insert, besides }: Completion,
): { written: string; stops: number[] } {
  const before = text.slice(0, range.start);
  const indent = /(?:^|\n)([ \t]*)[^\n]*$/.exec(before)?.[1] ?? '';
  const { plain, stops } = readSnippet(insert.replaceAll('\n', `\n${indent}`));
  const edits = [...besides, { range, text: plain }].sort((a, b) => b.range.start - a.range.start);
  const written = edits.reduce(
    (all, edit) => all.slice(0, edit.range.start) + edit.text + all.slice(edit.range.end),
    text,
  );
  const shift = besides
    .filter((edit) => edit.range.start < range.start)
    .reduce((sum, edit) => sum + edit.text.length - (edit.range.end - edit.range.start), 0);
  return { written, stops: stops.map((at) => at + range.start + shift) };
}

const part = /\\(.)|\$(\d)|\$\{\d+\|((?:\\.|[^|\\])*)\|\}|\$\{\d+:((?:\\.|[^}\\])*)\}/gs;

/** The text that a snippet leaves when every stop keeps what it holds, and the offsets of those that hold nothing. */
export function readSnippet(snippet: string): { plain: string; stops: number[] } {
  const stops: number[] = [];
  let plain = '';
  let last = 0;
  for (const match of snippet.matchAll(part)) {
    const [whole, escaped, open, choices, text] = match;
    plain += snippet.slice(last, match.index);
    last = match.index + whole.length;
    if (open !== undefined) stops.push(plain.length);
    plain += escaped ?? firstChoice(choices) ?? unescape(text) ?? '';
  }
  return { plain: plain + snippet.slice(last), stops };
}

function firstChoice(choices: string | undefined): string | undefined {
  return choices === undefined ? undefined : unescape(/^(?:\\.|[^,\\])*/.exec(choices)![0]);
}

function unescape(text: string | undefined): string | undefined {
  return text?.replace(/\\(.)/g, '$1');
}

/** Codes that come and go with what a parser makes of broken brackets and colons. */
const ofBrokenShape = /^(DATA_TYPE_MISMATCH|INVALID_CONDITION_OPERATOR|INVALID_POLICY_ELEMENT)$/;
/** Codes that say of something that it is not there yet, which is no fault of what was written. */
const notYetWritten = /^MISSING_(ACTION|EFFECT|PRINCIPAL|RESOURCE|STATEMENT|VERSION)$/;

/**
 * Accepting the completion must leave JSON that is no worse than before, and bring no finding that is an error, but for
 * what is still to be filled in at its stops.
 */
export function checkAccepted(text: string, chosen: Completion, { fileName }: Where = {}): void {
  const { written, stops } = apply(text, chosen);
  const label = `${chosen.suggestion.label} gives\n${written}\nfrom\n${text}`;
  const [before, after] = [problemsIn(text), problemsIn(written)];
  const isNoWorse = after.length <= before.length || after.every((problem) => before.includes(problem));
  assert.ok(isNoWorse, `${label}\n${after.join('\n')}`);
  if (renamesKey(text, chosen)) return;
  const errors = (one: string) =>
    findingsOf(one, open(one, fileName).kind).filter(({ severity }) => severity === 'error');
  // In broken text the message may name more of it than before.
  const describe = (code: string, message: string) => (before.length > 0 ? code : `${code} ${message}`);
  const known = new Set(errors(text).map(({ code, message }) => describe(code, message)));
  const worse = errors(written).filter(
    ({ code, message, ranges }) =>
      code !== 'JSON_SYNTAX_ERROR' &&
      !notYetWritten.test(code) &&
      !(after.length > 0 && ofBrokenShape.test(code)) &&
      !known.has(describe(code, message)) &&
      !stops.some((stop) => ranges.some(({ start, end }) => start <= stop && stop <= end)),
  );
  assert.deepEqual(
    worse.map(({ code, message }) => `${code}: ${message}`),
    [],
    label,
  );
}

/** Whether the value behind a new key was there before, so that nobody can answer for it. */
function renamesKey(text: string, { suggestion, range }: Completion): boolean {
  const behind = text.slice(range.end).replace(/^"/, '').trimStart();
  return suggestion.piece.kind === 'key' && behind.startsWith(':');
}

function problemsIn(text: string): string[] {
  return readJson(text, { comments: false }).problems.map(({ message }) => message);
}
