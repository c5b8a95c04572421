import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createPolicyService, readJson } from '../../server/src/service';
import { testCatalog } from '../support/catalog';

const root = join(__dirname, '../..');
const page = readFileSync(join(root, 'docs/permissions.md'), 'utf8');

/** The policies of the page, each under its heading. */
const policies = page.split(/^## /m).flatMap((section) => {
  const text = /```json\n(.*?)```/s.exec(section)?.[1];
  return text === undefined ? [] : [{ title: section.split('\n')[0]!, text }];
});

/** Actions that the AWS layer says it asks for. */
const asked = (): Set<string> => {
  const folder = join(root, 'client/src/aws');
  const sources = readdirSync(folder).map((name) => readFileSync(join(folder, name), 'utf8'));
  return new Set(
    sources.flatMap((text) => [...text.matchAll(/'((?:ec2|iam|sts):[A-Z]\w+)'/g)].map((match) => match[1]!)),
  );
};

/** Granted to everybody, or words of a policy that are no actions. */
const needless = new Set(['sts:GetCallerIdentity', 'iam:PassedToService']);

describe('the page of permissions', () => {
  for (const { title, text } of policies) {
    it(`${title}: our own checker finds nothing wrong`, () => {
      const service = createPolicyService({ catalog: testCatalog() });
      const policy = readJson(text, { comments: false });
      const findings = service.check({ policy, kind: { kind: 'identity', certain: true } }, text);
      assert.deepEqual(
        findings.map(({ code, message }) => `${code}: ${message}`),
        [],
      );
    });
  }

  it('names every action that the extension asks for', () => {
    const granted = new Set(
      policies.flatMap(({ text }) =>
        [...text.matchAll(/"((?:ec2|iam|sts):\w+)"/g)].map((match) => match[1]!),
      ),
    );
    assert.deepEqual(
      [...asked()].filter((action) => !granted.has(action) && !needless.has(action)),
      [],
      'add it to docs/permissions.md',
    );
  });
});
