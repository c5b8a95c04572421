import assert from 'node:assert/strict';
import { createPolicyService, readJson } from '../../../server/src/service';
import type { PolicyNode } from '../../../server/src/service/model/nodes';
import { PolicyDocument } from '../../../server/src/service/model/policyDocument';
import { parseAnnotated } from '../../support/annotations';
import { testCatalog } from '../../support/catalog';
import { fixtureCodes, fixturesOf } from '../../support/fixtures';

/** The policy with one of its values computed, for each of its values. */
function* withOneComputed(node: PolicyNode): Generator<PolicyNode> {
  yield { kind: 'computed', range: node.range };
  if (node.kind === 'array') {
    for (const [index, item] of node.items.entries())
      for (const other of withOneComputed(item))
        yield { kind: 'array', range: node.range, items: replaced(node.items, index, other) };
  }
  if (node.kind !== 'object') return;
  for (const [index, { key, value, range }] of node.entries.entries())
    for (const other of value ? withOneComputed(value) : [])
      yield {
        kind: 'object',
        range: node.range,
        entries: replaced(node.entries, index, { key, range, value: other }),
      };
}

function replaced<T>(list: readonly T[], at: number, other: T): T[] {
  return list.map((one, index) => (index === at ? other : one));
}

/** Findings that a value which is not known may only make fewer of: these count what is still there. */
const smallerGroups = /^(UNIQUE_SIDS_REQUIRED|(CREATE_SLR|PASS_ROLE)_WITH_STAR_IN_ACTION_AND_RESOURCE)$/;
const unsure = { kind: 'identity', certain: false } as const;

describe('computed values', () => {
  it('make no error and no warning of what was none', () => {
    const service = createPolicyService({ catalog: testCatalog() });
    let count = 0;
    for (const { code: name, text: source, kind = unsure } of fixtureCodes().flatMap(fixturesOf)) {
      const { text } = parseAnnotated(source);
      const known = readJson(text, { comments: false });
      if (!known.root || known.isPartial) continue;
      const grave = (policy: PolicyDocument) =>
        service
          .check({ policy, kind }, text)
          .filter(
            ({ severity, code }) =>
              (severity === 'error' || severity === 'warning') && !smallerGroups.test(code),
          )
          .map(({ code, ranges }) => `${code} at ${ranges[0]!.start}`);
      const before = new Set(grave(known));
      for (const root of withOneComputed(known.root)) {
        count++;
        if (root.kind === 'computed') continue;
        const size = { withoutWhitespace: 0, all: 0 };
        const found = grave(new PolicyDocument(root, [], size, [], known.traits));
        assert.deepEqual(
          found.filter((one) => !before.has(one)),
          [],
          `${name}: ${show(root)}`,
        );
      }
    }
    assert.ok(count > 5000);
  }).timeout(60_000);
});

function show(node: PolicyNode | undefined): string {
  if (!node || node.kind === 'computed') return '?';
  if (node.kind === 'array') return `[${node.items.map(show).join()}]`;
  if (node.kind !== 'object') return node.text;
  return `{${node.entries.map(({ key, value }) => `${key.text}:${show(value)}`).join()}}`;
}
