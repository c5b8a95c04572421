import assert from 'node:assert/strict';
import { createPolicyService, openDocument } from '../../../server/src/service';
import { testCatalog } from '../../support/catalog';

/** A comment in line 4 of a policy with an unknown action in line 5 and an empty Sid in line 6, and what stays told. */
const rows: readonly [comment: string, told: readonly string[]][] = [
  ['// nothing to do with it', ['INVALID_ACTION', 'EMPTY_SID_VALUE']],
  ['// trustwright-ignore', ['EMPTY_SID_VALUE']],
  ['/* trustwright-ignore */', ['EMPTY_SID_VALUE']],
  ['// trustwright-ignore INVALID_ACTION', ['EMPTY_SID_VALUE']],
  ['// trustwright-ignore EMPTY_SID_VALUE', ['INVALID_ACTION', 'EMPTY_SID_VALUE']],
  ['// trustwright-ignore EMPTY_SID_VALUE, INVALID_ACTION', ['EMPTY_SID_VALUE']],
  ['// trustwright-ignore INVALID_ACTION: newer than the reference', ['EMPTY_SID_VALUE']],
  ['// trustwright-ignore INVALID_ACTION -- Newer than the reference', ['EMPTY_SID_VALUE']],
  ['// trustwright-ignore because it is new', ['INVALID_ACTION', 'EMPTY_SID_VALUE']],
  ['// trustwright-ignored', ['INVALID_ACTION', 'EMPTY_SID_VALUE']],
  ['// trustwright-ignore-file EMPTY_SID_VALUE', ['INVALID_ACTION']],
  ['// trustwright-ignore-file', []],
];

describe('comments that silence findings', () => {
  const service = createPolicyService({ catalog: testCatalog() });
  for (const [comment, told] of rows) {
    it(comment, () => {
      const text = [
        '{',
        '"Version": "2012-10-17",',
        '"Statement": [{ "Effect": "Allow",',
        comment,
        '"Action": "s3:GetObjects", "Resource": "*",',
        '"Sid": "" }] }',
      ].join('\n');
      const opened = openDocument({ text, languageId: 'jsonc', fileName: 'policy.jsonc' })!;
      const codes = service
        .checkEach(opened, text)
        .flatMap(({ findings }) => findings.map(({ code }) => code));
      assert.deepEqual(codes.sort(), [...told].sort());
    });
  }
});
