import assert from 'node:assert/strict';
import { openPolicy, type OffsetRange, type PolicyFile } from '../../server/src/service';

/** The policy in a text that is called one. */
export function policyIn(text: string, fileName = 'a.iampolicy', languageId = 'iam-policy'): PolicyFile {
  const file = openPolicy({ text, languageId, fileName });
  assert.ok(file);
  return file;
}

/** A policy with one statement on one line. */
export function withStatement(inside: string, version = '2012-10-17'): string {
  return `{ "Version": "${version}", "Statement": [{ ${inside} }] }`;
}

/** What stands at the place. */
export function textAt(text: string, { start, end }: OffsetRange): string {
  return text.slice(start, end);
}
