import assert from 'node:assert/strict';
import { openPolicy, refactorings } from '../../../server/src/service';
import { testCatalog } from '../../support/catalog';
import { parseCursor } from '../../support/cursor';
import { applyEdits } from '../../support/applyEdits';

const policy = (inside: string) => `{ "Version": "2012-10-17", "Statement": [{ ${inside} }] }`;

/** Where the cursor is, what is offered, and what the text becomes; nothing where it is not offered. */
type Row = readonly [text: string, title: RegExp, after: string | undefined];

const rows: readonly Row[] = [
  [
    policy('"Action": ["s3:P$0utObject", "S3:GetObject", "s3:getobject"]'),
    /Sort the actions/,
    policy('"Action": ["s3:getobject", "s3:PutObject"]'),
  ],
  [policy('"Act$0ion": ["b:B", "a:A"]'), /Sort the actions/, policy('"Action": ["a:A", "b:B"]')],
  [policy('"Action": ["a:$0A", "b:B"]'), /Sort the actions/, undefined],
  [policy('"Action": "sqs:Send$0*"'), /Write out the/, policy('"Action": "sqs:SendMessage"')],
  [
    policy('"Action": ["sqs:Cancel$0*", "s3:GetObject"]'),
    /Write out the action of sqs:Cancel\*/,
    policy('"Action": ["sqs:CancelMessageMoveTask", "s3:GetObject"]'),
  ],
  [policy('"Action": "ec2$0:*"'), /Write out/, undefined],
  [policy('"Action": "s3:Get$0Object"'), /Write out/, undefined],
  [policy('"Action": ["sqs:Send$0Message", "sqs:TagQueue", "sqs:UntagQueue"]'), /Join/, undefined],
  [policy('"Action": ["account:Enable$0Region", "s3:GetObject"]'), /Join/, undefined],
  [
    policy(
      '"Action": ["s3:PutObject", "sqs:List$0DeadLetterSourceQueues", "sqs:ListMessageMoveTasks", "sqs:ListQueueTags", "sqs:ListQueues"]',
    ),
    /Join 4 actions as sqs:List\*/,
    policy('"Action": ["s3:PutObject", "sqs:List*"]'),
  ],
  [policy('"Action": "s3:Get$0Object"'), /Make it a list/, policy('"Action": ["s3:GetObject"]')],
  [
    policy('"Principal": { "AWS": "1111$022223333" }'),
    /Make it a list/,
    policy('"Principal": { "AWS": ["111122223333"] }'),
  ],
  [
    policy('"Condition": { "StringEquals": { "aws:username": "$0a" } }'),
    /Make it a list/,
    policy('"Condition": { "StringEquals": { "aws:username": ["a"] } }'),
  ],
  [policy('"Sid": "On$0e"'), /Make it a list/, undefined],
  [policy('"Action": ["s3:Get$0Object"]'), /Take it out of its list/, policy('"Action": "s3:GetObject"')],
  [
    '{ "Statement": { "Eff$0ect": "Allow" } }',
    /Make Statement a list/,
    '{ "Statement": [{ "Effect": "Allow" }] }',
  ],
  [
    '{ "Statement": [{ "Eff$0ect": "Allow", "Action": "s3:GetObject", "Resource": "*" }, { "Sid": "B", "Effect": "Allow", "Action": ["s3:PutObject"], "Resource": ["*"] }] }',
    /Merge with the statement that differs in its actions alone/,
    '{ "Statement": [{ "Effect": "Allow", "Action": ["s3:GetObject", "s3:PutObject"], "Resource": "*" }] }',
  ],
  [
    '{ "Statement": [{ "Eff$0ect": "Allow", "Action": "s3:GetObject", "Resource": ["a"] }, { "Effect": "Allow", "Action": "s3:GetObject", "Resource": "b" }] }',
    /Merge with the statement that differs in its resources alone/,
    '{ "Statement": [{ "Effect": "Allow", "Action": "s3:GetObject", "Resource": ["a", "b"] }] }',
  ],
  [
    '{ "Statement": [{ "Eff$0ect": "Allow", "Action": "a:A", "Resource": "a" }, { "Effect": "Deny", "Action": "a:B", "Resource": "a" }] }',
    /Merge/,
    undefined,
  ],
  ['{ "Statement": [{ "Eff$0ect": "Allow", "Action": ["b:B", "a:A"]', /./, undefined],
  [
    policy(
      '"Sid": "A", "Eff$0ect": "Allow", "Action": ["s3:ListBucket", "s3:GetObject", "s3:PutObject"], "Resource": ["arn:aws:s3:::b/*", "arn:aws:s3:::b"]',
    ),
    /Split by the type of resource into 2 statements/,
    '{ "Version": "2012-10-17", "Statement": [{ "Sid": "A", "Effect": "Allow", "Action": ["s3:ListBucket"], "Resource": ["arn:aws:s3:::b"] }, { "Effect": "Allow", "Action": ["s3:GetObject", "s3:PutObject"], "Resource": "arn:aws:s3:::b/*" }] }',
  ],
  [
    policy(
      '"Eff$0ect": "Allow", "Action": ["s3:GetObject", "sqs:SendMessage", "ec2:StartInstances"], "Resource": ["arn:aws:sqs:*:*:q", "arn:aws:s3:::b/*", "arn:aws:ec2:*:*:instance/*"]',
    ),
    /Split by the type of resource into 3 statements/,
    '{ "Version": "2012-10-17", "Statement": [{ "Effect": "Allow", "Action": ["s3:GetObject"], "Resource": ["arn:aws:s3:::b/*"] }, { "Effect": "Allow", "Action": "sqs:SendMessage", "Resource": "arn:aws:sqs:*:*:q" }, { "Effect": "Allow", "Action": "ec2:StartInstances", "Resource": "arn:aws:ec2:*:*:instance/*" }] }',
  ],
  [
    policy(
      '"Eff$0ect": "Allow", "Action": ["s3:GetObject", "s3:PutObject"], "Resource": ["arn:aws:s3:::b/*", "arn:aws:s3:::c/*"]',
    ),
    /Split/,
    undefined,
  ],
  [
    policy(
      '"Eff$0ect": "Allow", "Action": ["s3:*", "s3:GetObject"], "Resource": ["arn:aws:s3:::b/*", "arn:aws:s3:::b"]',
    ),
    /Split/,
    undefined,
  ],
  [
    policy(
      '"Eff$0ect": "Allow", "Action": ["nosuch:Do", "s3:GetObject"], "Resource": ["arn:aws:s3:::b/*", "arn:aws:nosuch:::b"]',
    ),
    /Split/,
    undefined,
  ],
];

describe('refactorings', () => {
  for (const [source, title, after] of rows) {
    it(`${title.source} ${after === undefined ? 'is not offered' : ''} at ${source}`, () => {
      const { text, offset } = parseCursor(source);
      const file = openPolicy({ text, languageId: 'iam-policy', fileName: 'a.iampolicy' });
      assert.ok(file);
      const all = refactorings(file, offset, text, testCatalog());
      const found = all.find((one) => title.test(one.title));
      assert.equal(found && applyEdits(text, found.edits), after, all.map((one) => one.title).join(', '));
    });
  }

  it('writes out a wildcard as common as s3:Get*', () => {
    const { text, offset } = parseCursor(policy('"Action": "s3:Get$0*"'));
    const file = openPolicy({ text, languageId: 'iam-policy', fileName: 'a.iampolicy' });
    assert.ok(file);
    const names = [...testCatalog().service('s3')!.actions.values()].map(({ name }) => `s3:${name}`);
    const wanted = names.filter((name) => name.startsWith('s3:Get')).sort();
    const found = refactorings(file, offset, text, testCatalog()).find(({ title }) =>
      title.startsWith(`Write out the ${wanted.length} actions`),
    );
    const after = JSON.parse(applyEdits(text, found?.edits ?? [])) as { Statement: { Action: unknown }[] };
    assert.deepEqual(after.Statement[0]?.Action, wanted);
  });
});
