import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { escalationPaths } from '../../../server/src/service/checks/security/escalationPaths';
import { testCatalog } from '../../support/catalog';

describe('paths of privilege escalation', () => {
  // Data Pipeline has left the reference but still works for those who have it.
  const gone = /^(datapipeline|glue:(create|update)devendpoint)/;

  const page = readFileSync(
    resolve(__dirname, '../../../docs/checks/PRIVILEGE_ESCALATION.md'),
    'utf8',
  ).toLowerCase();

  it('are rows of the page, one each', () => {
    assert.equal(page.match(/^\| `/gm)?.length, escalationPaths.length);
  });

  for (const { actions, can, source } of escalationPaths) {
    it(`${actions.join(' + ')}: ${can}`, () => {
      for (const action of actions.filter((name) => !gone.test(name))) {
        const [prefix = '', name = ''] = action.split(':');
        assert.ok(testCatalog().service(prefix)?.actions.has(name), `${action} is an action`);
      }
      const row = `| ${actions.map((action) => `\`${action}\``).join(', ')} | ${can} | `.toLowerCase();
      assert.ok(
        page.split('\n').some((line) => line.startsWith(row) && line.includes(source.toLowerCase())),
        'the page has it with its source',
      );
    });
  }
});
