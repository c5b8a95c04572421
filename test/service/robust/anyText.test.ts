import assert from 'node:assert/strict';
import fc from 'fast-check';
import { parse } from 'jsonc-parser';
import {
  complete,
  createPolicyService,
  documentLinks,
  documentSymbols,
  fixAll,
  foldingRanges,
  formatJson,
  hover,
  inlayHints,
  type OffsetRange,
  openPolicy,
  type PolicyFile,
  quickFixes,
  refactorings,
  renameSid,
  selectionRanges,
  semanticTokens,
  sidAt,
  summaries,
  type TextEdit,
} from '../../../server/src/service';
import { testCatalog } from '../../support/catalog';
import { patience, runs } from '../../support/anyInput';
import { applyEdits } from '../../support/applyEdits';

const catalog = testCatalog();
const service = createPolicyService({ catalog });

/** A policy with a bit of everything: lists, single values, escapes, variables, other alphabets. */
const sample = JSON.stringify(
  {
    Version: '2012-10-17',
    Id: 'ü \u2019 😀',
    Statement: [
      {
        Sid: 'One',
        Effect: 'Allow',
        Principal: { AWS: ['arn:aws:iam::111122223333:root', '*'], Service: 'ec2.amazonaws.com' },
        Action: ['s3:Get*', 'ec2:RunInstances', 'sts:AssumeRole'],
        Resource: ['arn:aws:s3:::b/${aws:username}/*', 'arn:aws:ec2:*::image/ami-1'],
        Condition: {
          'ForAnyValue:StringLike': { 'aws:TagKeys': ['a*', '"\\\n'] },
          IpAddress: { 'aws:SourceIp': '10.0.0.0/8' },
          Bool: { 'aws:SecureTransport': true },
        },
      },
      { Effect: 'Deny', NotAction: 'iam:*', NotResource: '*', NotPrincipal: '*' },
    ],
  },
  undefined,
  2,
);

const open = (text: string) => openPolicy({ text, languageId: 'iam-policy', fileName: 'a.iampolicy' });

/** Everything the service does with a text; each result must make sense for it. */
function exercise(text: string, at = text.length): void {
  const file = open(text);
  assert.ok(file);
  const findings = service.check(file, text);
  for (const finding of findings) {
    assert.notEqual(finding.message, '');
    assert.ok(finding.ranges.length > 0, finding.code);
    for (const { start, end } of finding.ranges) {
      assert.ok(start >= 0 && start <= end && end <= text.length, `${finding.code} lies in the text`);
    }
    for (const { edits } of quickFixes(finding, file, text, catalog)) assertWithin(edits, text);
  }
  complete(file, at, text, catalog);
  const explained = hover(file, at, catalog);
  if (explained) assertWithin([{ range: explained.range, newText: '' }], text);
  for (const { edits } of refactorings(file, at, text, catalog)) assertWithin(edits, text);
  fixAll(text, (changed) => [open(changed)!], service, catalog);
  read(file, text, at);
  format(text, at);
}

/** All that is told of a text and lies in it. */
function read({ policy, kind }: PolicyFile, text: string, at: number): void {
  const all = { start: 0, end: text.length };
  const places: OffsetRange[] = [
    ...documentSymbols(policy).flatMap(({ range, selection }) => [range, selection]),
    ...foldingRanges(policy),
    ...selectionRanges(policy, at),
    ...documentLinks(policy, catalog).map(({ range }) => range),
    ...semanticTokens(policy, all, catalog).map(({ range }) => range),
    ...summaries({ policy, kind }, catalog).map(({ range }) => range),
    ...inlayHints(policy, all, catalog).map(({ offset }) => ({ start: offset, end: offset })),
  ];
  for (const { start, end } of places) assert.ok(start >= 0 && start <= end && end <= text.length);
  const sid = sidAt(policy, text, at);
  const renamed = sid && renameSid(policy, sid, 'Other', kind.kind);
  if (Array.isArray(renamed)) assertWithin(renamed as TextEdit[], text);
}

/** Formatting twice is formatting once, and the text means the same after. */
function format(text: string, at: number): void {
  const indentation = { tabSize: 4, insertSpaces: true };
  assertWithin(formatJson(text, indentation, { start: Math.min(at, text.length), end: text.length }), text);
  const edits = formatJson(text, indentation);
  assertWithin(edits, text);
  const once = applyEdits(text, edits);
  // Editors hold texts with one kind of line end; of two kinds the formatter takes the first it meets.
  if (!text.includes('\r')) assert.deepEqual(formatJson(once, indentation), []);
  // As texts: a key `__proto__` makes objects that are alike and not equal.
  if (edits.length > 0) assert.equal(JSON.stringify(parse(once)), JSON.stringify(parse(text)));
}

/** Edits lie in the text and do not overlap. */
function assertWithin(edits: readonly TextEdit[], text: string): void {
  const sorted = [...edits].sort((a, b) => a.range.start - b.range.start || a.range.end - b.range.end);
  sorted.forEach(({ range: { start, end } }, index) => {
    assert.ok(start >= 0 && start <= end && end <= (sorted[index + 1]?.range.start ?? text.length));
  });
}

describe('any text', function () {
  // Minutes on a machine that is busy; what takes longer than that hangs.
  this.timeout(patience);

  it('every beginning of a policy is read, checked, completed and hovered', () => {
    for (let end = 0; end <= sample.length; end++) exercise(sample.slice(0, end));
  });

  it('every place of a policy, of a broken one, and of one with comments', () => {
    const texts = [sample, sample.replace('"Effect": "Allow",', '"Effect": "Allow"'), `// One\n${sample}`];
    for (const text of texts) {
      const file = openPolicy({ text, languageId: 'jsonc', fileName: 'a.iampolicy' })!;
      for (let at = 0; at <= text.length; at++) {
        complete(file, at, text, catalog);
        hover(file, at, catalog);
        for (const { edits } of refactorings(file, at, text, catalog)) assertWithin(edits, text);
        if (at % 5 === 0) read(file, text, at);
        if (at % 5 === 0) format(text, at);
      }
    }
  });

  it('every policy with a piece missing', () => {
    fc.assert(
      fc.property(fc.nat(sample.length), fc.nat(40), (start, length) => {
        exercise(sample.slice(0, start) + sample.slice(start + length), start);
      }),
      runs(300),
    );
  });

  it('every policy with something put in', () => {
    const piece = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 8 }),
      fc.constantFrom('"', '{', '[', ']', '}', ',', ':', '\\', '\\u12', '${', '/*', '//', '\u0000', 'null'),
    );
    fc.assert(
      fc.property(fc.nat(sample.length), piece, (at, text) => {
        exercise(sample.slice(0, at) + text + sample.slice(at), at + text.length);
      }),
      runs(500),
    );
  });

  it('text that is no policy at all', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => exercise(text)),
      runs(300),
    );
    fc.assert(
      fc.property(fc.json({ maxDepth: 5 }), (text) => exercise(text)),
      runs(300),
    );
  });

  it('values of every type in every place of a policy', () => {
    const value = fc.jsonValue({ maxDepth: 2 });
    const statement = fc.record(
      {
        Sid: value,
        Effect: fc.oneof(fc.constantFrom('Allow', 'Deny'), value),
        Principal: value,
        Action: fc.oneof(fc.constantFrom('s3:*', '*', ['ec2:Run?nstances', '**?**']), value),
        Resource: fc.oneof(fc.constantFrom('*', 'arn:aws:s3:::**?*a?*'), value),
        Condition: fc.oneof(fc.constant({ StringLike: { 'aws:userid': [1, null, {}] } }), value),
      },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(fc.array(statement, { maxLength: 4 }), (statements) =>
        exercise(JSON.stringify({ Version: '2012-10-17', Statement: statements })),
      ),
      runs(500),
    );
  });

  it('bombs of depth and size', function () {
    // Not a claim of speed: every feature looks at each of them, on a machine that may be busy.
    this.timeout(patience);
    exercise('['.repeat(200_000));
    exercise(`${'{"Condition":'.repeat(20_000)}1`);
    exercise(
      `{"Statement":[${'{"Effect":"Allow","Action":"a:*?*?*?*","Resource":"arn:aws:s3:::*?*?*?*"},'.repeat(2000)}]}`,
    );
    exercise(`{"Statement":{"Action":["${'*a'.repeat(2000)}","${'a*'.repeat(2000)}b"]}}`);
  });
});
