import assert from 'node:assert/strict';
import fc from 'fast-check';
import { aligned } from '../../../server/src/service/edits/terraform/align';
import { tidied } from '../../../server/src/service/edits/terraform/tidy';
import { runs } from '../../support/anyInput';
import { applyEdits } from '../../support/applyEdits';

/** What stands between the marks is taken out, what stands behind the second one is put in its place. */
function change(marked: string): { text: string; start: number; end: number; newText: string } {
  const [, before, old, newText, behind] = /^([^]*)«([^]*?)→([^]*?)»([^]*)$/.exec(marked)!;
  const start = before!.length;
  return { text: before! + old! + behind!, start, end: start + old!.length, newText: newText! };
}

const rows: readonly (readonly [what: string, marked: string, after: string])[] = [
  [
    'a wider name behind others moves their signs',
    'statement {\n  sid    = "a"\n  effect = "b"«→\n  resources = ["*"]»\n}\n',
    'statement {\n  sid       = "a"\n  effect    = "b"\n  resources = ["*"]\n}\n',
  ],
  [
    'a shorter one gets spaces',
    'x = 1\n\nstatement {\n  resources = ["*"]«→\n  sid = "a"»\n}\n',
    'x = 1\n\nstatement {\n  resources = ["*"]\n  sid       = "a"\n}\n',
  ],
  [
    'before the others',
    'statement {«→\n  sid = "a"»\n  resources = ["*"]\n}\n',
    'statement {\n  sid       = "a"\n  resources = ["*"]\n}\n',
  ],
  [
    'in a block of its own',
    'statement {\n  sid = "a"«→\n  condition {\n    test = "x"\n    variable = "y"\n  }»\n}\n',
    'statement {\n  sid = "a"\n  condition {\n    test     = "x"\n    variable = "y"\n  }\n}\n',
  ],
  [
    'another name',
    '  «actions→not_actions» = []\n  resources   = []\n  sid         = "a"\n',
    '  not_actions = []\n  resources   = []\n  sid         = "a"\n',
  ],
  [
    'a name that is longer than the others',
    '  «actions→not_actions» = []\n  sid     = "a"\n',
    '  not_actions = []\n  sid         = "a"\n',
  ],
  [
    'lines that were not aligned stay as they are',
    '  sid = "a"\n  effect = "b"«→\n  resources = ["*"]»\n',
    '  sid = "a"\n  effect = "b"\n  resources = ["*"]\n',
  ],
  [
    'values over several lines stand for themselves',
    '  a = [\n    1\n  ]«→\n  resources = []»\n  bb = {\n  }\n',
    '  a = [\n    1\n  ]\n  resources = []\n  bb = {\n  }\n',
  ],
  ['values alone change nothing else', '  a = «1→22»\n  bbb = 1\n', '  a = 22\n  bbb = 1\n'],
];

describe('signs beside what is written into Terraform', () => {
  for (const [what, marked, after] of rows)
    it(what, () => {
      const { text, start, end, newText } = change(marked);
      assert.equal(applyEdits(text, tidied(text, [{ range: { start, end }, newText }])), after);
    });

  it('are aligned afterwards where they were before, whatever is written', () => {
    const name = fc.constantFrom('a', 'bb', 'sid', 'resources', 'not_actions', '"aws:x"');
    const line = fc.oneof(
      name.map((one) => `${one} = "x = y"`),
      fc.constantFrom('', '# c = d', 'x = [', ']', 'condition {', '}'),
    );
    fc.assert(
      fc.property(
        fc.array(line, { minLength: 1, maxLength: 6 }),
        fc.array(line, { minLength: 1, maxLength: 3 }),
        fc.nat(6),
        fc.boolean(),
        (old, added, at, before) => {
          const lines = aligned(old);
          const text = lines.join('\n');
          const where = at % lines.length;
          const start = lines.slice(0, where).join('\n').length + (where > 0 ? 1 : 0);
          const offset = before ? start : start + lines[where]!.length;
          const newText = before ? `${added.join('\n')}\n` : `\n${added.join('\n')}`;
          const after = applyEdits(text, tidied(text, [{ range: { start: offset, end: offset }, newText }]));
          assert.equal(after, aligned(after.split('\n')).join('\n'));
          assert.equal(
            after.replace(/ /g, ''),
            applyEdits(text, [{ range: { start: offset, end: offset }, newText }]).replace(/ /g, ''),
          );
        },
      ),
      runs(500),
    );
  });
});
