import assert from 'node:assert/strict';
import { policyToBe } from '../../../server/src/service';

const begun: readonly string[] = [
  '',
  'tru',
  '{',
  '{}',
  '{ "',
  '{ "Ver',
  '{ "Sta" }',
  '{ Ver',
  '{ "Version" ',
  '// a role\n',
  '// a role\n{\n  /* in two words */\n  "Version": "2012-10-17"\n}',
  '{ "Version": "" }',
  '{ "Version": "2012-10-17", }',
  '{ "Version": "2012-10-17", "St" }',
  '{ "Id": "x", "Statement": [{ }] }',
  '{ "Version": "2012-10-17", "Statement": [{ "Sid": "a", "Eff" }] }',
];
const others: readonly string[] = [
  '// a list\n[]',
  '[]',
  '{ "name": "x" }',
  '{ "S": 1 }',
  '{ "Service": 1 }',
  '{ "Id": 1, "Name": "x" }',
  '{ "Version": "1.0.0" }',
  '{ "Version": "2012-10-17", "Resources": {} }',
  '{ "Statement": [{ "a": 1 }] }',
];

describe('a JSON text that is no policy yet', () => {
  for (const text of begun) it(`could become one: ${text}`, () => assert.ok(policyToBe({ text })));
  for (const text of others) it(`is something else: ${text}`, () => assert.ok(!policyToBe({ text })));
});
