import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { allChecks } from '../../../server/src/service/checks/registry';
import { checksIndex } from '../../support/checksIndex';
import { fixtureCodes, fixturesOf, templateFixturesOf } from '../../support/fixtures';

const pages = resolve(__dirname, '../../../docs/checks');

describe('the set of checks', () => {
  const codes = allChecks.map(({ code }) => code).sort();

  it('has no code twice', () => {
    assert.deepEqual(
      codes.filter((code, index) => codes.indexOf(code) !== index),
      [],
    );
  });

  it('has a page for each check and no page without one', () => {
    const named = readdirSync(pages).filter((file) => file !== 'README.md');
    assert.deepEqual(named.sort(), codes.map((code) => `${code}.md`).sort());
  });

  it('is listed in full on the index page (npm run checks-index)', () => {
    assert.equal(readFileSync(resolve(pages, 'README.md'), 'utf8'), checksIndex());
  });

  it('names the code and the severity on each page', () => {
    for (const { code, type } of allChecks) {
      const page = readFileSync(resolve(pages, `${code}.md`), 'utf8');
      assert.ok(page.startsWith(`# ${code}\n`), `${code}: the page begins with the code`);
      assert.match(page, new RegExp(`\\b${type}\\b`), `${code}: the page says ${type}`);
    }
  });

  it('has fixtures that find and fixtures that stay quiet for each check, and no others', () => {
    assert.deepEqual(fixtureCodes(), codes);
    for (const code of codes) {
      const fixtures = [...fixturesOf(code), ...templateFixturesOf(code)];
      assert.ok(
        fixtures.some(({ finds }) => finds),
        `${code}: a fixture that finds it`,
      );
      assert.ok(
        fixtures.some(({ finds }) => !finds),
        `${code}: a fixture that does not`,
      );
    }
  });
});
