import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { emptyChecks } from '../../../server/src/service/checks/empty';
import { structureChecks } from '../../../server/src/service/checks/structure';
import { managedFindings, managedFindingsPage } from '../../support/managedFindings';

describe("AWS's managed policies", function () {
  // All of AWS's policies take a while on a machine that is busy.
  this.timeout(120_000);

  it('have no finding about their structure', () => {
    const structural = new Set([...structureChecks, ...emptyChecks].map(({ code }) => code));
    const found = managedFindings().filter(({ finding }) => structural.has(finding.code));
    assert.deepEqual(
      found.map(({ policy, finding }) => `${policy}: ${finding.code}`),
      [],
    );
  });

  it('name no service that we do not know', () => {
    const found = managedFindings().filter(({ finding }) =>
      /^INVALID_SERVICE(_IN_ACTION)?$/.test(finding.code),
    );
    // Service principals that exist, under names that no action has: AWS's validator refuses them.
    const known = ['ec2-images', 'ec2fastlaunch', 'servicecatalog-appregistry'];
    assert.deepEqual(
      [...new Set(found.map(({ text }) => text))].sort(),
      known.map((name) => `"${name}.amazonaws.com"`),
    );
  });

  it('give the findings that the page counts (npm run managed-findings)', () => {
    const page = resolve(__dirname, '../../../docs/managed-policies.md');
    assert.equal(readFileSync(page, 'utf8'), managedFindingsPage());
  });
});
