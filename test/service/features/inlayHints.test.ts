import assert from 'node:assert/strict';
import { inlayHints } from '../../../server/src/service';
import { testCatalog } from '../../support/catalog';
import { policyIn, withStatement } from '../../support/policy';

/** The statement with hints in it, as `‹…›`. */
const rows: readonly (readonly [what: string, shown: string])[] = [
  ['a wildcard', '"Action": "sqs:List*"‹4 actions›'],
  ['a wildcard that matches one', '"Action": ["sqs:Send*"‹1 action›, "sqs:SendMessage"]'],
  ['a wildcard that matches none', '"Action": "sqs:Xyz*"‹no actions›'],
  ['those of NotAction', '"NotAction": "account:*Region"‹2 actions›'],
  ['not an action', '"Action": "sqs:SendMessage"'],
  ['not a service that nobody knows', '"Action": ["nosuch:*", "*", "s*:Get*"]'],
];

describe('inlay hints', () => {
  for (const [what, shown] of rows)
    it(what, () => {
      const text = withStatement(shown.replace(/‹[^›]*›/g, ''));
      const hints = inlayHints(policyIn(text).policy, { start: 0, end: text.length }, testCatalog());
      const written = [...hints]
        .reverse()
        .reduce((all, { offset, label }) => `${all.slice(0, offset)}‹${label}›${all.slice(offset)}`, text);
      assert.equal(written, withStatement(shown));
      for (const { tooltip } of hints) assert.match(tooltip ?? '', /matches/);
    });

  it('only where they were asked for', () => {
    const text = withStatement('"Action": ["sqs:List*", "sqs:Send*"]');
    const start = text.indexOf('sqs:Send');
    const hints = inlayHints(policyIn(text).policy, { start, end: text.length }, testCatalog());
    assert.deepEqual(
      hints.map(({ label }) => label),
      ['1 action'],
    );
  });
});
