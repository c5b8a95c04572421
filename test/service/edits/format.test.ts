import assert from 'node:assert/strict';
import fc from 'fast-check';
import { createScanner } from 'jsonc-parser';
import { formatJson } from '../../../server/src/service';
import { fixtureCodes, fixturesOf } from '../../support/fixtures';
import { parseAnnotated } from '../../support/annotations';
import { runs } from '../../support/anyInput';
import { applyEdits } from '../../support/applyEdits';

const two = { tabSize: 2, insertSpaces: true };

const rows: readonly (readonly [what: string, before: string, after: string])[] = [
  ['a line for each member', '{"a":[1,2],"b":{}}', '{\n  "a": [\n    1,\n    2\n  ],\n  "b": {}\n}'],
  ['comments stay', '{"a":1,// one\n/* two */"b":2}', '{\n  "a": 1, // one\n  /* two */ "b": 2\n}'],
  ['the line ends of the text', '{"a":1,\r\n"b":2}', '{\r\n  "a": 1,\r\n  "b": 2\r\n}'],
  ['trailing commas stay', '{"a":1,}', '{\n  "a": 1,\n}'],
  ['escapes stay', '{"a":"\\u00fc"}', '{\n  "a": "\\u00fc"\n}'],
  ['broken text is left alone', '{"a":1 "b":2', '{"a":1 "b":2'],
  ['a line end at the end stays', '{"a":1}\n', '{\n  "a": 1\n}\n'],
  ['nothing', '', ''],
];

describe('formatting', () => {
  for (const [what, before, after] of rows)
    it(what, () => assert.equal(applyEdits(before, formatJson(before, two)), after));

  it('indents as the editor does', () => {
    const tabs = formatJson('{"a":1}', { tabSize: 8, insertSpaces: false, insertFinalNewline: true });
    assert.equal(applyEdits('{"a":1}', tabs), '{\n\t"a": 1\n}\n');
  });

  it('of a part leaves the rest alone', () => {
    const text = '{\n"a":1,\n"b":[ 2 ],\n"c":3\n}';
    const start = text.indexOf('"b"');
    const edits = formatJson(text, two, { start, end: start + 10 });
    assert.equal(applyEdits(text, edits), '{\n"a":1,\n"b": [\n  2\n],\n"c":3\n}');
  });

  it('is the same done twice, and changes nothing but white space, whatever the policy', () => {
    for (const code of fixtureCodes())
      for (const fixture of fixturesOf(code)) checkFormatting(parseAnnotated(fixture.text).text);
  });

  it('the same of any JSON with comments and white space put in anywhere', () => {
    const space = fc.constantFrom(
      '',
      ' ',
      '\n',
      '\t',
      '// x\n',
      '/* y */',
      '/* z\n */',
      '\n\n\n',
      ' // 1\n // 2\n',
    );
    fc.assert(
      fc.property(
        fc.jsonValue({ maxDepth: 3 }),
        fc.array(space, { minLength: 1, maxLength: 8 }),
        fc.boolean(),
        (value, spaces, isWindows) => {
          let index = 0;
          const text = tokensOf(JSON.stringify(value))
            .map((token) => spaces[index++ % spaces.length]! + token)
            .join('');
          checkFormatting(isWindows ? text.replaceAll('\n', '\r\n') : text);
        },
      ),
      runs(500),
    );
  });

  it('of any part of a text changes nothing but white space', () => {
    const text = '{ "a": [1,\n 2, { "b": "x" }], // c\n  "d": {},\n\n"e":"f" }';
    fc.assert(
      fc.property(fc.nat(text.length), fc.nat(text.length), (a, b) => {
        const range = { start: Math.min(a, b), end: Math.max(a, b) };
        assert.deepEqual(tokensOf(applyEdits(text, formatJson(text, two, range))), tokensOf(text));
      }),
      runs(100),
    );
  });
});

function checkFormatting(text: string): void {
  const once = applyEdits(text, formatJson(text, two));
  assert.deepEqual(tokensOf(once), tokensOf(text), text);
  assert.equal(applyEdits(once, formatJson(once, two)), once, JSON.stringify(text));
}

/** Tokens and comments, white space left out. */
function tokensOf(text: string): string[] {
  const tokens: string[] = [];
  const scanner = createScanner(text, false);
  for (scanner.scan(); scanner.getTokenLength() > 0; scanner.scan()) {
    const start = scanner.getTokenOffset();
    const token = text.slice(start, start + scanner.getTokenLength()).trim();
    if (token !== '') tokens.push(token);
  }
  return tokens;
}
