import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { PolicyNode } from '../../../server/src/service/model/nodes';
import { readPlainJson } from '../../../server/src/service/readers/json/plain';
import { recoverJson } from '../../../server/src/service/readers/json/recovering.lazy';
import { managedPolicies } from '../../support/managedPolicies';
import { runs } from '../../support/anyInput';

const mostDepth = 20;

/** All that a node says, its place included, so that two trees can be compared. */
function shapeOf(node: PolicyNode | undefined): unknown {
  if (!node) return undefined;
  const place = [node.kind, node.range.start, node.range.end];
  if (node.kind === 'array') return [...place, node.items.map(shapeOf)];
  if (node.kind === 'computed') return place;
  if (node.kind !== 'object') return [...place, node.text];
  return [
    ...place,
    node.entries.map(({ range, key, value }) => [range.start, range.end, shapeOf(key), shapeOf(value)]),
  ];
}

/** What the quick reader reads, the recovering one reads to the same end, without a problem. */
function assertAgree(text: string): boolean {
  const plain = readPlainJson(text, mostDepth);
  if (!plain) return false;
  const recovered = recoverJson(text, { comments: false }, mostDepth);
  assert.deepEqual(recovered.problems, [], text);
  assert.deepEqual(shapeOf(plain.root), shapeOf(recovered.root), text);
  assert.equal(text.length - plain.space, recovered.tokenLength, text);
  assert.equal(plain.isLatin1, !/[^\t\n\r\u0020-\u00ff]/.test(text), text);
  return true;
}

/** Mostly JSON: pieces of it in any order. */
const pieces = fc.array(
  fc.constantFrom(
    ...['{', '}', '[', ']', ',', ':', '"a"', '"b:c*"', '"\\n"', '"', ' ', '\n', '\t', '0', '-1.5e+3', '01'],
    ...['-', '1.', 'true', 'null', 'falsey', '//x', '/**/', '"😀"', '"\u0001"', '\ufeff', '"ÿ"', '\u00a0'],
  ),
  { maxLength: 12 },
);

describe('plain JSON', () => {
  it('reads every AWS managed policy as the recovering reader does', () => {
    for (const { name, document } of managedPolicies()) assert.ok(assertAgree(document), name);
  });

  it('reads any JSON value so, or gives up', () => {
    const indent = fc.constantFrom(undefined, 1, '\t');
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 5 }), indent, (value, space) => {
        const text = JSON.stringify(value, undefined, space);
        assert.equal(assertAgree(text), !text.includes('\\'));
      }),
      runs(100),
    );
  });

  it('gives up where the recovering reader finds a problem', () => {
    fc.assert(
      fc.property(pieces, (parts) => void assertAgree(parts.join(''))),
      runs(3000),
    );
    fc.assert(
      fc.property(fc.jsonValue(), fc.nat(), pieces, (value, at, parts) => {
        const text = JSON.stringify(value, undefined, 1);
        const cut = at % text.length;
        assertAgree(text.slice(0, cut) + parts.join('') + text.slice(cut));
        assertAgree(text.slice(0, cut));
      }),
      runs(2000),
    );
  });

  it('gives up on nesting that is too deep', () => {
    assert.ok(readPlainJson('['.repeat(mostDepth) + ']'.repeat(mostDepth), mostDepth));
    assert.equal(readPlainJson('['.repeat(mostDepth + 1) + ']'.repeat(mostDepth + 1), mostDepth), undefined);
  });
});
