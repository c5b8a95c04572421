import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { waitFor } from '../support/waitFor';
import { setStage } from '../ui/support/stage';
import { packageTests } from './packageTests';

interface TestResult {
  readonly title: string;
  readonly error?: string;
}

/** What the tests inside the extension host came to; one test here for each of them. */
async function runInside(): Promise<TestResult[]> {
  const report = join(mkdtempSync(join(tmpdir(), 'trustwright-report-')), 'report.json');
  const stage = await setStage({
    extensions: [await packageTests()],
    workspace: join(__dirname, 'language/workspace'),
    env: { TRUSTWRIGHT_TEST_REPORT: report },
  });
  try {
    await waitFor(() => existsSync(report) && readFileSync(report, 'utf8') !== '', 120_000);
    return JSON.parse(readFileSync(report, 'utf8')) as TestResult[];
  } finally {
    await stage.workbench.screenshot('integration');
    await stage.close();
  }
}

describe('inside the extension host', function () {
  it('all tests pass', async () => {
    const results = await runInside();
    for (const { title, error } of results) console.log(`      ${error ? '✗' : '✔'} ${title}`);
    const failures = results.flatMap(({ title, error }) => (error ? [`${title}\n${error}`] : []));
    assert.deepEqual(failures, []);
    assert.ok(results.length >= 9, `only ${results.length} tests ran`);
  });
});
