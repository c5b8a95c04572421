import assert from 'node:assert/strict';
import { renameSid, sidAt } from '../../../server/src/service';
import { parseCursor } from '../../support/cursor';
import { policyIn } from '../../support/policy';
import { applyEdits } from '../../support/applyEdits';

const two = (first: string, second: string) =>
  `{ "Statement": [{ "Sid": "${first}" }, { "Sid": "${second}" }] }`;

/** The cursor, the new name, and the text after or why not; nothing where nothing can be renamed. */
type Row = readonly [
  what: string,
  source: string,
  newName: string,
  result: string | RegExp | undefined,
  fileName?: string,
];

const rows: readonly Row[] = [
  ['a name', two('On$0e', 'Two'), 'Uno', two('Uno', 'Two')],
  ['at its ends', two('$0One', 'Two'), 'Uno', two('Uno', 'Two')],
  [
    'in comments, as a whole word',
    `// One, not One1 nor AOne: see One\n${two('On$0e', 'One1')}`,
    'Uno',
    `// Uno, not One1 nor AOne: see Uno\n${two('Uno', 'One1')}`,
  ],
  ['from a comment', `/* see $0One */ ${two('One', 'Two')}`, 'Uno', `/* see Uno */ ${two('Uno', 'Two')}`],
  ['all that have it', two('Sa$0me', 'Same'), 'New', two('New', 'New')],
  ['to itself', two('On$0e', 'Two'), 'One', two('One', 'Two')],
  ['to one that is taken', two('On$0e', 'Two'), 'Two', /already/],
  ['to nothing', two('On$0e', 'Two'), ' ', /at least one/],
  ['to other characters', two('On$0e', 'Two'), 'Read-only', /letters and digits/],
  [
    'to other characters, where a service may take them',
    '{ "Statement": { "Sid": "On$0e", "Effect": "Allow", "Principal": "*", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::b/*" } }',
    'Read only: all',
    '{ "Statement": { "Sid": "Read only: all", "Effect": "Allow", "Principal": "*", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::b/*" } }',
  ],
  ['an escaped name', '{ "Statement": [{ "Sid": "\\u0041$0" }] }', 'B', '{ "Statement": [{ "Sid": "B" }] }'],
  ['no other value', '{ "Statement": [{ "Sid": "One", "Effect": "Al$0low" }] }', 'B', undefined],
  ['no other word of a comment', `// a$0 b\n${two('One', 'Two')}`, 'B', undefined],
  ['no empty name', two('$0', 'Two'), 'B', undefined],
];

describe('renaming a Sid', () => {
  for (const [what, source, newName, result] of rows)
    it(what, () => {
      const { text, offset } = parseCursor(source);
      const { policy, kind } = policyIn(text, 'a.iampolicy', 'jsonc');
      const sid = sidAt(policy, text, offset);
      if (result === undefined) return assert.equal(sid, undefined);
      assert.ok(sid);
      assert.ok(sid.here.start <= offset && offset <= sid.here.end);
      const edits = renameSid(policy, sid, newName, kind.kind);
      if (result instanceof RegExp) return assert.match(typeof edits === 'string' ? edits : '', result);
      assert.ok(typeof edits !== 'string', 'it can be called so');
      assert.equal(applyEdits(text, edits), result);
    });
});
