import assert from 'node:assert/strict';
import { type Finding, type Fix, quickFixes, readJson } from '../../../../server/src/service';
import type { KindOfPolicy } from '../../../../server/src/service/checks/check';
import { kindFromShape } from '../../../../server/src/service';
import { jsonSyntax } from '../../../../server/src/service/hosts/json/syntax';
import { parseAnnotated } from '../../../support/annotations';
import { testCatalog } from '../../../support/catalog';
import { everyFindingOf } from '../../../support/checkFindings';
import { fixtureCodes, fixturesOf } from '../../../support/fixtures';
import { withoutRepair } from './withoutRepair';
import { applyEdits } from '../../../support/applyEdits';

/** A finding of a fixture, with all that a repair of it needs. */
interface Case {
  readonly file: string;
  readonly text: string;
  readonly kind: KindOfPolicy;
  readonly finding: Finding;
  readonly fixes: readonly Fix[];
}

function casesOf(code: string): Case[] {
  return fixturesOf(code)
    .filter(({ finds }) => finds)
    .flatMap(({ file, kind: told, text: source }) => {
      const { text } = parseAnnotated(source);
      const policy = readJson(text, { comments: false });
      const kind = told ?? kindFromShape(policy);
      const findings = everyFindingOf(text, kind).filter((finding) => finding.code === code);
      return findings.map((finding) => {
        const fixes = quickFixes(finding, { policy, kind, syntax: jsonSyntax }, text, testCatalog());
        return { file, text, kind, finding, fixes };
      });
    });
}

function errorsIn(text: string, kind: KindOfPolicy): string[] {
  return everyFindingOf(text, kind)
    .filter(({ severity }) => severity === 'error')
    .map(({ code }) => code);
}

/** The fix applied: the finding is gone, the text is no more broken, and no other error has come. */
function check({ text, kind, finding, file }: Case, { title, edits }: Fix): void {
  assertApart(edits);
  assertNear(text, finding, edits);
  const after = applyEdits(text, edits);
  const label = `${file}: ${title}\n${after}`;
  const problems = (one: string) => readJson(one, { comments: false }).problems.length;
  assert.ok(problems(after) <= problems(text), label);
  const count = (one: string) => everyFindingOf(one, kind).filter(({ code }) => code === finding.code).length;
  if (finding.code !== 'JSON_SYNTAX_ERROR') assert.ok(count(after) < count(text), `still there in ${label}`);
  const before = errorsIn(text, kind);
  // What was broken shows its other faults once it can be read.
  if (problems(text) > 0) return;
  const added = errorsIn(after, kind).filter((code) => !before.includes(code));
  assert.deepEqual(added, [], label);
}

function assertApart(edits: Fix['edits']): void {
  const sorted = [...edits].sort((a, b) => a.range.start - b.range.start || a.range.end - b.range.end);
  sorted.forEach(({ range }, index) => {
    const next = sorted[index + 1];
    assert.ok(range.start <= range.end && (!next || range.end <= next.range.start), 'edits do not overlap');
  });
}

/**
 * Nothing is touched outside the statements that the finding is about. They may go as a whole with the comma before or
 * behind them, a new one may come behind the last, and the version decides over all of them.
 */
function assertNear(text: string, { ranges, code }: Finding, edits: Fix['edits']): void {
  const policy = readJson(text, { comments: false });
  const around = policy.statements.filter(({ range }) =>
    ranges.some(({ start }) => range.start <= start && start < range.end),
  );
  if (around.length === 0) return;
  const places = around.map(({ range }) => range);
  const version = policy.value('Version');
  if (version) places.push(version.range);
  const behindLast = policy.statements.at(-1)!.range.end;
  for (const { range, newText } of edits) {
    const isNear = places.some(({ start, end }) => start <= range.start && range.end <= end);
    const isBehind = range.start === range.end && range.start >= behindLast;
    const rest = around.reduce(
      (all, one) => all.replace(text.slice(one.range.start, one.range.end), ''),
      text.slice(range.start, range.end),
    );
    const isRemoval = newText === '' && /^[\s,]*$/.test(rest);
    assert.ok(isNear || isBehind || isRemoval, `${code} changes ${rest} in\n${text}`);
  }
}

describe('quick fixes of every finding', () => {
  const fixable: string[] = [];
  for (const code of fixtureCodes()) {
    it(code, () => {
      const cases = casesOf(code);
      for (const one of cases) for (const fix of one.fixes) check(one, fix);
      if (cases.some(({ fixes }) => fixes.length > 0)) fixable.push(code);
    });
  }

  it('are there for every code, but for those that have no obvious repair', () => {
    // What only a template can show is looked at with the templates.
    const ofPolicies = fixtureCodes().filter((code) => fixturesOf(code).length > 0);
    const missing = ofPolicies.filter((code) => !fixable.includes(code));
    assert.deepEqual(missing, [...withoutRepair].sort());
  });
});
