import assert from 'node:assert/strict';
import { documentSymbols, type PolicySymbol } from '../../../server/src/service';
import { policyIn, textAt } from '../../support/policy';

/** Names and details, children indented. */
function outline(symbols: readonly PolicySymbol[], indent = ''): string[] {
  return symbols.flatMap(({ name, detail, kind, children }) => [
    `${indent}${kind} ${name}${detail && `: ${detail}`}`,
    ...outline(children, `${indent}  `),
  ]);
}

const rows: readonly (readonly [what: string, text: string, outline: readonly string[]])[] = [
  [
    'statements by their names',
    '{ "Version": "2012-10-17", "Id": "a", "Statement": [{ "Sid": "Read", "Effect": "Allow", "Action": ["s3:GetObject", "s3:GetBucketLocation"] }] }',
    [
      'element Version: 2012-10-17',
      'element Id: a',
      'statement Read: Allow s3:GetObject, s3:GetBucketLocation',
      '  element Effect: Allow',
      '  element Action: s3:GetObject, s3:GetBucketLocation',
    ],
  ],
  [
    'statements without names, by number',
    '{ "Statement": [{ "Effect": "Deny", "NotAction": "iam:*" }, { "Action": ["a:1", "a:2", "a:3", "a:4", "a:5"] }] }',
    [
      'statement Statement 1: Deny all but iam:*',
      '  element Effect: Deny',
      '  element NotAction: iam:*',
      'statement Statement 2: a:1, a:2, a:3 and 2 more',
      '  element Action: a:1, a:2, a:3 and 2 more',
    ],
  ],
  [
    'conditions by operator and key; principals with their values',
    '{ "Statement": { "Principal": { "AWS": ["*"] }, "Condition": { "Bool": { "aws:SecureTransport": true } } } }',
    [
      'statement Statement',
      '  element Principal: *',
      '  element Condition',
      '    operator Bool',
      '      key aws:SecureTransport: true',
    ],
  ],
  ['broken text, as far as it goes', '{ "Version": "2012', ['element Version: 2012']],
  ['a key that is empty', '{ "": 1 }', ['element "": 1']],
  ['no object', '[1]', []],
  ['nothing', '', []],
];

describe('document symbols', () => {
  for (const [what, text, expected] of rows)
    it(what, () => assert.deepEqual(outline(documentSymbols(policyIn(text).policy)), expected));

  it('select the name of a statement, or its brace, within the statement', () => {
    const text = '{ "Statement": [{ "Sid": "One" }, { "Effect": "Allow" }] }';
    const symbols = documentSymbols(policyIn(text).policy);
    assert.deepEqual(
      symbols.map(({ selection }) => textAt(text, selection)),
      ['"One"', '{'],
    );
    assert.deepEqual(
      symbols.map(({ range }) => textAt(text, range)),
      ['{ "Sid": "One" }', '{ "Effect": "Allow" }'],
    );
  });
});
