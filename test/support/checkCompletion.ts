import assert from 'node:assert/strict';
import { complete, openPolicy, readJson } from '../../server/src/service';
import { testCatalog } from './catalog';
import { parseCursor } from './cursor';

export interface Expected {
  /** Labels that must be offered. */
  readonly includes?: readonly string[];
  /** Labels that must not be offered. */
  readonly excludes?: readonly string[];
  /** Nothing else may be offered. */
  readonly exactly?: readonly string[];
  /** Accept this label; the text must then be this. Stops of the snippet are taken out. */
  readonly accept?: { readonly label: string; readonly gives: string };
}

/** Completes at `$0` in a policy and compares the labels, and the text after accepting one. */
export function checkCompletion(source: string, expected: Expected, fileName = 'a.iampolicy'): void {
  const { text, offset } = parseCursor(source);
  const file = openPolicy({ text, languageId: 'iam-policy', fileName });
  assert.ok(file);
  const found = complete(file, offset, text, testCatalog());
  const labels = found.map(({ suggestion }) => suggestion.label);
  for (const label of expected.includes ?? [])
    assert.ok(labels.includes(label), `${label} in ${labels.join(' ')}`);
  for (const label of expected.excludes ?? []) assert.ok(!labels.includes(label), `${label} is offered`);
  if (expected.exactly) assert.deepEqual([...labels].sort(), [...expected.exactly].sort());
  const { accept } = expected;
  if (!accept) return;
  const chosen = found.find(({ suggestion }) => suggestion.label === accept.label);
  assert.ok(chosen, `${accept.label} in ${labels.join(' ')}`);
  const written = text.slice(0, chosen.range.start) + plain(chosen.insert) + text.slice(chosen.range.end);
  assert.equal(written, accept.gives);
  assert.deepEqual(
    readJson(written, { comments: false }).problems.map(({ message }) => message),
    readJson(accept.gives, { comments: false }).problems.map(({ message }) => message),
  );
}

/** The text a snippet leaves when every stop keeps its first choice. */
export function plain(snippet: string): string {
  return snippet
    .replace(/\$\{\d+\|([^,|]*)[^|]*\|\}/g, '$1')
    .replace(/\$\d/g, '')
    .replace(/\\([\\$}])/g, '$1');
}
