import assert from 'node:assert/strict';
import { semanticTokens } from '../../../server/src/service';
import { testCatalog } from '../../support/catalog';
import { policyIn, textAt, withStatement } from '../../support/policy';

/** What stands in the statement, and the tokens as `text: type modifiers`. */
type Row = readonly [inside: string, tokens: readonly string[], version?: string];

const variable = '"Resource": "arn:aws:s3:::${aws:username}/*"';
const rows: readonly Row[] = [
  ['"Action": "s3:GetObject"', ['GetObject: function readonly']],
  ['"Action": ["s3:PutObject", "s3:*"]', ['PutObject: function modification', '*: function modification']],
  ['"Action": "s3:getobject"', ['getobject: function readonly']],
  ['"Action": "s3:GetObjct"', ['GetObjct: string']],
  ['"Action": ["nosuch:Get", "*", "s*:Get"]', []],
  [
    '"Condition": { "Bool": { "aws:SecureTransport": "true" } }',
    ['SecureTransport: property defaultLibrary'],
  ],
  ['"Condition": { "StringLike": { "aws:ResourceTag/a": "x" } }', ['ResourceTag: property defaultLibrary']],
  [
    '"Condition": { "StringLike": { "s3:prefix": "x", "s3:prefx": "x" } }',
    ['prefix: property', 'prefx: string'],
  ],
  ['"Condition": { "StringLike": { "example.com:sub": "x" } }', []],
  [variable, []],
  [variable, ['${aws:username}: string'], '2008-10-17'],
];

describe('semantic tokens', () => {
  for (const [inside, tokens, version] of rows)
    it(`${inside} ${version ?? ''}`, () => {
      const text = withStatement(inside, version);
      const all = semanticTokens(policyIn(text).policy, { start: 0, end: text.length }, testCatalog());
      const shown = all.map(
        ({ range, type, modifiers }) => `${textAt(text, range)}: ${[type, ...modifiers].join(' ')}`,
      );
      assert.deepEqual(shown, tokens);
    });

  it('come in the order of the text, and only those that were asked for', () => {
    const text = withStatement(
      '"Condition": { "Bool": { "aws:SecureTransport": "true" } }, "Action": "s3:GetObject"',
    );
    const { policy } = policyIn(text);
    const starts = semanticTokens(policy, { start: 0, end: text.length }, testCatalog()).map(
      ({ range }) => range.start,
    );
    assert.deepEqual(
      starts,
      [...starts].sort((a, b) => a - b),
    );
    const from = text.indexOf('"Action"');
    assert.equal(semanticTokens(policy, { start: from, end: text.length }, testCatalog()).length, 1);
  });

  it('know retired actions', () => {
    const catalog = testCatalog();
    const prefix = catalog.prefixes.find((one) => catalog.service(one)!.retiredActions.size > 0);
    assert.ok(prefix);
    const [name] = catalog.service(prefix)!.retiredActions;
    const text = withStatement(`"Action": "${prefix}:${name}"`);
    const [token] = semanticTokens(policyIn(text).policy, { start: 0, end: text.length }, catalog);
    assert.deepEqual(token?.modifiers, ['deprecated']);
  });
});
