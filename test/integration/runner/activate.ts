import { writeFileSync } from 'node:fs';
import Mocha from 'mocha';

interface TestResult {
  readonly title: string;
  readonly error?: string;
}

/** Runs the suites that the bundle brought along, and writes the results to the file the environment names. */
export async function activate(): Promise<void> {
  const report = process.env.TRUSTWRIGHT_TEST_REPORT;
  if (!report) return;
  const results = await runSuites().catch((error: unknown) => [
    { title: 'the test run', error: String(error) },
  ]);
  writeFileSync(report, JSON.stringify(results));
}

async function runSuites(): Promise<TestResult[]> {
  const mocha = new Mocha({ ui: 'bdd', timeout: 30_000, reporter: Silent });
  // The suites are in the bundle, not in files of their own; this gives them describe and it.
  mocha.suite.emit('pre-require', globalThis as unknown as Mocha.MochaGlobals, '', mocha);
  await import('../language/suite');
  const results: TestResult[] = [];
  await new Promise<void>((resolve) => {
    mocha
      .run(() => resolve())
      .on('pass', (test) => results.push({ title: test.fullTitle() }))
      .on('fail', (test, error: Error) =>
        results.push({ title: test.fullTitle(), error: error.stack ?? error.message }),
      );
  });
  return results;
}

/** Prints nothing: the report is the file. */
class Silent extends Mocha.reporters.Base {
  override epilogue(): void {
    return;
  }
}
