import assert from 'node:assert/strict';
import { foldingRanges } from '../../../server/src/service';
import { policyIn, textAt } from '../../support/policy';

const rows: readonly (readonly [what: string, text: string, folds: readonly string[]])[] = [
  [
    'objects and lists',
    '{ "a": [1, { "b": 2 }] }',
    ['{ "a": [1, { "b": 2 }] }', '[1, { "b": 2 }]', '{ "b": 2 }'],
  ],
  ['comments', '/* x\ny */ {}', ['/* x\ny */', '{}']],
  ['what is never closed', '{ "a": [', ['{ "a": [', '[']],
  ['nothing', '', []],
];

describe('folding ranges', () => {
  for (const [what, text, folds] of rows)
    it(what, () => {
      const found = foldingRanges(policyIn(text, 'a.iampolicy', 'jsonc').policy).map((range) =>
        textAt(text, range),
      );
      assert.deepEqual(found, folds);
    });
});
