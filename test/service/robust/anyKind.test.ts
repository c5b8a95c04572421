import assert from 'node:assert/strict';
import fc from 'fast-check';
import { everyFindingOf } from '../../support/checkFindings';
import { type Example, examples, kindOfExample } from '../../support/specification';
import { patience, runs } from '../../support/anyInput';

/** Policies of every kind, each with something to find. */
const seeds = examples();
const seed = fc.constantFrom(...seeds);

/** Pieces that break a text, or that count more than one unit. */
const piece = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 6 }),
  fc.string({ unit: 'grapheme', maxLength: 6 }),
  fc.constantFrom(
    '"',
    '{',
    '}',
    '[',
    ']',
    ',',
    ':',
    '\\',
    '\\ud83d',
    '\ud83d',
    '\udc4d',
    '${',
    '*',
    '?',
    'arn:',
    '😀',
  ),
);

interface Edit {
  readonly at: number;
  readonly cut: number;
  readonly put: string;
}
const edit: fc.Arbitrary<Edit> = fc.record({ at: fc.nat(2000), cut: fc.nat(30), put: piece });

function edited(text: string, edits: readonly Edit[]): string {
  return edits.reduce((before, { at, cut, put }) => {
    const from = at % (before.length + 1);
    return before.slice(0, from) + put + before.slice(from + cut);
  }, text);
}

/** All findings as text, each with the words at its places. */
function told(text: string, example: Example): string[] {
  return everyFindingOf(text, kindOfExample(example))
    .filter(({ ranges }) => ranges.every(({ start }) => start > 0))
    .map(
      ({ code, ranges }) => `${code} ${ranges.map(({ start, end }) => text.slice(start, end)).join(' ; ')}`,
    )
    .sort();
}

describe('policies of any kind', function () {
  this.timeout(patience);

  it('every truncation is checked, and what is found lies in the text', () => {
    for (const example of seeds) {
      const text = example.finds;
      for (let end = 0; end <= text.length; end += 3) assertWithin(text.slice(0, end), example);
    }
  });

  it('random edits', () => {
    fc.assert(
      fc.property(seed, fc.array(edit, { minLength: 1, maxLength: 4 }), (example, edits) =>
        assertWithin(edited(example.finds, edits), example),
      ),
      runs(1500),
    );
  });

  it('the same findings at the same words behind characters of two units', () => {
    for (const example of seeds) {
      if (!example.finds.startsWith('{"') || example.finds.includes('"Id"')) continue;
      const shifted = `{"Id":"e\u0301 \\ud83d\\ude00 \u00fc",${example.finds.slice(1)}`;
      const astral = `{"Id":"\u{1f600}",${example.finds.slice(1)}`;
      const wanted = told(example.finds, example);
      assert.deepEqual(told(shifted, example).filter(isOfTheRest), wanted, example.code);
      assert.deepEqual(told(astral, example).filter(isOfTheRest), wanted, example.code);
    }
  });

  it('white space between the words changes places, not findings', () => {
    for (const example of seeds) {
      const spread = spreadOut(example.finds);
      if (spread === undefined) continue;
      const codes = (text: string) =>
        everyFindingOf(text, kindOfExample(example))
          .map(({ code }) => code)
          .sort();
      assert.deepEqual(codes(spread), codes(example.finds), example.code);
    }
  });
});

/** The characters themselves may be refused. */
function isOfTheRest(finding: string): boolean {
  return !finding.startsWith('UNSUPPORTED_CHARACTER');
}

function spreadOut(text: string): string | undefined {
  try {
    return JSON.stringify(JSON.parse(text), undefined, '\t').replaceAll('\n', '\r\n');
  } catch {
    return undefined;
  }
}

function assertWithin(text: string, example: Example): void {
  for (const { code, message, ranges } of everyFindingOf(text, kindOfExample(example))) {
    assert.notEqual(message, '');
    assert.ok(ranges.length > 0, code);
    for (const { start, end } of ranges) {
      assert.ok(start >= 0 && start <= end && end <= text.length, `${code} lies in the text`);
    }
  }
}
