import assert from 'node:assert/strict';
import { allChecks, openPolicy } from '../../../server/src/service';
import type { Check } from '../../../server/src/service/checks/check';
import { createCheckRunner } from '../../../server/src/service/checks/runChecks';
import type { PolicyKind, SeveritySetting } from '../../../server/src/protocol/settings';
import { testCatalog } from '../../support/catalog';
import { parseAnnotated } from '../../support/annotations';
import { fixtureCodes, fixturesOf } from '../../support/fixtures';
import { managedPolicies } from '../../support/managedPolicies';

const promises: ReadonlySet<string> = new Set(['needs', 'seeks', 'concerns', 'restsOnText']);

/** The check without what it promises, so that its hooks are called everywhere. */
function withoutPromises(check: Check): Check {
  return Object.fromEntries(
    Object.entries(check).filter(([name]) => !promises.has(name)),
  ) as unknown as Check;
}

const everything = Object.fromEntries(
  allChecks
    .filter(({ severity }) => severity === 'off')
    .map(({ code }): [string, SeveritySetting] => [code, 'hint']),
);
const kinds: readonly PolicyKind[] = ['identity', 'trust', 'resource', 'boundary', 'scp', 'rcp'];

describe('what checks promise to have nothing to say of', function () {
  // All of AWS's policies take a while on a machine that is busy.
  this.timeout(120_000);

  const catalog = testCatalog();
  const quick = createCheckRunner(allChecks, catalog, everything);
  const thorough = createCheckRunner(allChecks.map(withoutPromises), catalog, everything);

  function assertSame(name: string, text: string, told: PolicyKind): void {
    const file = openPolicy({ text, languageId: 'jsonc', fileName: 'a.iampolicy', told });
    assert.ok(file);
    assert.deepEqual(quick(file.policy, file.kind), thorough(file.policy, file.kind), `${name} as ${told}`);
  }

  it('is true of every fixture, as any kind of policy', () => {
    for (const fixture of fixtureCodes().flatMap(fixturesOf)) {
      const { text } = parseAnnotated(fixture.text);
      for (const kind of kinds) assertSame(`${fixture.code}/${fixture.file}`, text, kind);
    }
  });

  it('is true of every AWS managed policy', () => {
    for (const { name, document } of managedPolicies()) assertSame(name, document, 'identity');
  });
});
