import assert from 'node:assert/strict';
import { coversPattern, matchesWildcard } from '../../../server/src/service/iam/wildcard';

/** All strings of the letters, up to the length. */
function strings(letters: string, length: number): string[] {
  if (length === 0) return [''];
  const shorter = strings(letters, length - 1);
  const longest = shorter.filter((text) => text.length === length - 1);
  return [...shorter, ...longest.flatMap((text) => [...letters].map((letter) => text + letter))];
}

describe('one pattern covering another', () => {
  it('means that each text the narrow one matches is matched by the wide one', () => {
    const patterns = strings('a?*', 4);
    const texts = strings('ab', 8);
    const matched = new Map(
      patterns.map((pattern) => [pattern, texts.map((text) => matchesWildcard(pattern, text))]),
    );
    for (const wide of patterns) {
      for (const narrow of patterns) {
        const byWide = matched.get(wide)!;
        const really = matched.get(narrow)!.every((is, at) => !is || byWide[at]);
        assert.equal(coversPattern(wide, narrow), really, `${wide} over ${narrow}`);
      }
    }
  });

  it('tells patterns of actions and ARNs apart', () => {
    assert.ok(coversPattern('s3:*', 's3:get*'));
    assert.ok(coversPattern('arn:aws:s3:::logs*', 'arn:aws:s3:::logs-*/2026/?'));
    assert.ok(!coversPattern('iam:get*', 'iam:*report'));
    assert.ok(!coversPattern('s3:getobject?', 's3:getobject*'));
    assert.ok(!coversPattern('arn:aws:s3:::logs/*', 'arn:aws:s3:::logs'));
  });
});
